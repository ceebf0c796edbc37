import Gazetteer
import Incidents

extension LabelScript {
  /// The records as a map names them: their places in this script, where the gazetteers have such a name of it. What a
  /// record calls otherwise than a gazetteer does, such as a place between two others, keeps its name.
  func naming(_ records: [IncidentRecord], _ resolver: Resolver) -> [IncidentRecord] {
    let places = resolver.places(withIdentifiers: Set(records.compactMap(\.location).flatMap(\.identifiers)))
    let renamed = places.map { ($0, name(of: $0)) }.filter { $0.0.name != $0.1 }
    let byIdentifier = Dictionary(
      renamed.flatMap { renamed in ([renamed.0.id] + renamed.0.otherIDs).map { ($0, renamed) } },
      uniquingKeysWith: { first, _ in first })
    guard !byIdentifier.isEmpty else { return records }
    return records.map { record in
      guard let location = record.location,
        let (place, name) = location.identifiers.lazy.compactMap({ byIdentifier[$0] }).first,
        place.name == location.placeName || place.alternateNames.contains(location.placeName)
      else { return record }
      var renamed = record
      renamed.location?.placeName = name
      return renamed
    }
  }
}

extension Location {
  /// What its gazetteers call the place, the first of them before the others.
  fileprivate var identifiers: [String] { [placeID] + otherIDs }
}
