import Gazetteer
import Incidents

extension LabelScript {
  /// A place and what maps call it.
  private typealias Naming = (place: Place, name: String)

  /// The records as a map names them: their places in this script, where the gazetteers have such a name of it. What a
  /// record calls otherwise than a gazetteer does, such as a place between two others, keeps its name.
  func naming(_ records: consuming [IncidentRecord], _ resolver: Resolver) -> [IncidentRecord] {
    let namings = namings(of: Self.identifiers(records), resolver)
    for (index, name) in Self.newNames(records, namings) { records[index].location?.placeName = name }
    return records
  }

  /// What gazetteers call the places of records.
  private static func identifiers(_ records: [IncidentRecord]) -> Set<String> {
    var identifiers: Set<String> = []
    let all = records.span
    for index in all.indices {
      guard let placeID = all[index].location?.placeID, let others = all[index].location?.otherIDs else { continue }
      identifiers.insert(placeID)
      identifiers.formUnion(others)
    }
    return identifiers
  }

  /// The places that maps call otherwise than their gazetteer does, by all their identifiers.
  private func namings(of identifiers: Set<String>, _ resolver: Resolver) -> [String: Naming] {
    let renamed = resolver.places(withIdentifiers: identifiers).map { (place: $0, name: name(of: $0)) }
      .filter { $0.place.name != $0.name }
    return Dictionary(
      renamed.flatMap { renamed in ([renamed.place.id] + renamed.place.otherIDs).map { ($0, renamed) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The numbers of the records whose place has another name on maps, and that name.
  private static func newNames(_ records: [IncidentRecord], _ namings: [String: Naming]) -> [(index: Int, name: String)]
  {
    guard !namings.isEmpty else { return [] }
    var found: [(Int, String)] = []
    let all = records.span
    for index in all.indices {
      guard let placeID = all[index].location?.placeID, let others = all[index].location?.otherIDs,
        let written = all[index].location?.placeName,
        let naming = namings[placeID] ?? others.lazy.compactMap({ namings[$0] }).first,
        naming.place.name == written || naming.place.alternateNames.contains(written)
      else { continue }
      found.append((index, naming.name))
    }
    return found
  }
}
