public import Incidents

/// Joins the records of several releases: an incident that more than one of them has becomes one record, the newest, with
/// what the older ones said as its history.
/// - Parameter releases: the records of each release, oldest release first.
/// - Returns: one record for each incident, in the order of the releases and of their records.
public func joinedHistory(of releases: [[IncidentRecord]]) -> [IncidentRecord] {
  var known: [IncidentRecord] = []
  for release in releases {
    let found = RecordLinks(old: known, new: release)
    var release = release
    for link in found.links {
      let older = known[link.old]
      release[link.new].history = older.history + [HistoryEntry(older, basis: link.basis)]
    }
    for question in found.questions {
      for index in question.new where !release[index].flags.contains(mayBeTheSame) {
        release[index].flags.append(mayBeTheSame)
      }
    }
    let linked = Set(found.links.map(\.old))
    known = known.indices.filter { !linked.contains($0) }.map { known[$0] } + release
  }
  return known
}

private let mayBeTheSame = "may be an incident of an earlier release"
