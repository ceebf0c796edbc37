extension Array {
  /// The elements sorted, cut where one precedes the next: each run holds equals, in the order in which they stood.
  func sortedRuns(by precedes: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    let sorted = sorted(by: precedes)
    var runs: [ArraySlice<Element>] = []
    var start = 0
    for index in sorted.indices where index + 1 == sorted.count || precedes(sorted[index], sorted[index + 1]) {
      runs.append(sorted[start...index])
      start = index + 1
    }
    return runs
  }
}
