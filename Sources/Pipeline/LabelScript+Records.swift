import Gazetteer
import Incidents

extension LabelScript {
  /// The records as a map names them: their places in this script, where the gazetteers have such a name of it. What a
  /// record calls otherwise than a gazetteer does, such as a place between two others, keeps its name.
  func naming(_ records: [IncidentRecord], _ resolver: Resolver) -> [IncidentRecord] {
    guard self != .latin else { return records }
    let places = resolver.places(withIdentifiers: Set(records.compactMap(\.location).flatMap(\.identifiers)))
    let byIdentifier = Dictionary(
      places.flatMap { place in ([place.id] + place.otherIDs).map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    return records.map { record in
      guard let location = record.location,
        let place = location.identifiers.lazy.compactMap({ byIdentifier[$0] }).first,
        place.name == location.placeName || place.alternateNames.contains(location.placeName)
      else { return record }
      var renamed = record
      renamed.location?.placeName = name(of: place)
      return renamed
    }
  }
}

extension Location {
  /// What its gazetteers call the place, the first of them before the others.
  fileprivate var identifiers: [String] { [placeID] + otherIDs }
}
