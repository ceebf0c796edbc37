/// Finds the places whose names are spelled like a query's. Holds work space; one per task.
struct CandidateSearch {
  private let index: PlaceIndex
  private var queue: [Int] = []

  init(_ index: PlaceIndex) { self.index = index }

  /// The places whose names have the query's consonants; with `wide` also those that differ by one, or share a word.
  /// One candidate per place, its best reading; ordered by place.
  /// - Parameter accepts: whether a place may be a candidate at all.
  mutating func candidates(
    _ query: PlaceQuery, wide: Bool, accepts: (PlaceAttributes) -> Bool
  ) -> [Candidate] {
    var best: [Candidate] = []
    for form in query.forms {
      index.formsSounding(like: form.symbols) { queue.append($0) }
      if wide { index.formsNear(form.symbols) { queue.append($0) } }
      var distances = CandidateComparison<SpellingDistance>(form, of: query.name, index)
      best = Self.better(best, distances.best(takeQueue(accepts)))
      guard wide else { continue }
      index.formsSharingWord(with: form.symbols) { queue.append($0) }
      var alignments = CandidateComparison<WordAlignment>(form, of: query.name, index)
      best = Self.better(best, alignments.best(takeQueue(accepts)))
    }
    return best
  }

  /// The queue's readings, each once and in order, with their places. Looked up for all of them before the first is
  /// compared, so that the waits for memory overlap.
  private mutating func takeQueue(_ accepts: (PlaceAttributes) -> Bool) -> [(form: Int, place: Int)] {
    queue.sort()
    var readings: [(form: Int, place: Int)] = []
    readings.reserveCapacity(queue.count)
    for form in queue where form != readings.last?.form { readings.append((form, Int(index.forms.place[form]))) }
    queue.removeAll(keepingCapacity: true)
    return readings.filter { accepts(index.attributes[$0.place]) }
  }

  /// The better candidate of each place, the first one's where they are equally good. Both are ordered by place.
  private static func better(_ first: [Candidate], _ second: [Candidate]) -> [Candidate] {
    if first.isEmpty { return second }
    var better: [Candidate] = []
    better.reserveCapacity(first.count + second.count)
    var rest = second[...]
    for candidate in first {
      while let next = rest.first, next.place < candidate.place { better.append(rest.removeFirst()) }
      if let next = rest.first, next.place == candidate.place {
        better.append(next.cost < candidate.cost ? next : candidate)
        rest.removeFirst()
      } else {
        better.append(candidate)
      }
    }
    return better + rest
  }
}
