extension [IncidentRecord] {
  /// Those for which it holds, in their order. Records are large: where all are kept, none is copied, and no room is made
  /// for them more than once.
  @inlinable package func kept(where isKept: (IncidentRecord) -> Bool) -> [IncidentRecord] {
    let records = span
    var chosen: [Int] = []
    for index in indices where isKept(records[index]) { chosen.append(index) }
    return chosen.count == count ? self : chosen.map { self[$0] }
  }
}
