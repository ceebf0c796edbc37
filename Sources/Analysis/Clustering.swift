import Geo
import GeoEngine
import Incidents

/// Groups incidents by DBSCAN. Only incidents at a point take part (`Location.isPointlike`): an area or a river says
/// “somewhere in here” and would make clusters that are not there.
/// - Parameters:
///   - records: in any order.
///   - radius: how near incidents of one cluster are to one another; 5 km is usual.
///   - minimumIncidents: how many must be within the radius of an incident, itself included; 3 is usual.
/// - Throws: `EngineError` when GEOS or PROJ refuses.
public func clusters(
  of records: [IncidentRecord], radius: Distance, minimumIncidents: Int
) throws(EngineError) -> Clustering {
  let participants = records.indices.compactMap { index -> Participant? in
    guard ExclusionReason(records[index]) == nil, let location = records[index].location else { return nil }
    return Participant(index: index, record: records[index], location: location)
  }
  let labels = dbscan(
    participants.map(\.location.coordinate), radiusMeters: radius.meters, minimumPoints: minimumIncidents)
  var groups = [[Participant]](repeating: [], count: (labels.max() ?? -1) + 1)
  for (participant, label) in zip(participants, labels) where label >= 0 { groups[label].append(participant) }

  var clusters: [IncidentCluster] = []
  for members in groups.sorted(by: comesFirst) {
    clusters.append(try IncidentCluster(number: clusters.count + 1, members))
  }
  return Clustering(
    clusters: clusters,
    unclustered: zip(participants, labels).filter { $0.1 < 0 }.map(\.0.index),
    excluded: ExclusionReason.allCases.compactMap { reason in
      let indices = records.indices.filter { ExclusionReason(records[$0]) == reason }
      return indices.isEmpty ? nil : Clustering.Exclusion(reason: reason, indices: indices)
    })
}

/// A record that takes part, and where it is.
private struct Participant {
  let index: Int
  let record: IncidentRecord
  let location: Location
}

/// Larger first; then the one with the earlier first day, undated ones last; then by the least identifier and index.
private func comesFirst(_ left: [Participant], _ right: [Participant]) -> Bool {
  guard left.count == right.count else { return left.count > right.count }
  switch (left.compactMap(\.record.date?.start).min(), right.compactMap(\.record.date?.start).min()) {
  case (let a?, let b?) where a != b: return a < b
  case (.some, nil): return true
  case (nil, .some): return false
  default: break
  }
  func least(_ group: [Participant]) -> (String, Int) { group.map { ($0.record.id, $0.index) }.min(by: <) ?? ("", 0) }
  return least(left) < least(right)
}

extension IncidentCluster {
  fileprivate init(number: Int, _ participants: [Participant]) throws(EngineError) {
    let (center, hull) = try hullAndCenter(of: participants.map(\.location))
    self.init(
      number: number, members: participants.map(\.index), memberIDs: participants.map(\.record.id),
      tally: IncidentTally(participants.map(\.record)), center: center, hull: hull,
      governorates: Set(participants.compactMap(\.location.governorate)).sorted {
        ($0.name, $0.code) < ($1.name, $1.code)
      },
      generic: GenericShare(participants.map(\.location)))
  }
}

extension GenericShare {
  /// Nil when no two of the locations are one town's position. Of equally large groups the first by name is taken.
  init?(_ locations: [Location]) {
    let towns = Dictionary(grouping: locations.filter { $0.precision == .town }, by: \.coordinate)
    let groups = towns.values.filter { $0.count > 1 }.map { group in
      (name: group.map(\.placeName).min() ?? "", group: group)
    }
    let largest = groups.min {
      let (a, b) = ($0.group[0].coordinate, $1.group[0].coordinate)
      return (-$0.group.count, $0.name, a.longitude, a.latitude) < (-$1.group.count, $1.name, b.longitude, b.latitude)
    }
    guard let largest else { return nil }
    let count = largest.group.count
    placeName = largest.name
    coordinate = largest.group[0].coordinate
    self.count = count
    share = Double(count) / Double(locations.count)
    let words =
      "\(count) of the \(locations.count) incidents are drawn at the center of \(largest.name) because their reports "
      + "name only the town: they happened somewhere in it, so this is not a hot spot at its center."
    caveat = 2 * count >= locations.count ? words : nil
  }
}
