/// Finds the places whose names are spelled like a query's, and what each spelling costs. Holds work space; one per task.
struct CandidateSearch {
  private let index: PlaceIndex
  private var distance = SpellingDistance()
  /// Compares word by word, while candidates are asked for that share a word.
  private var alignment: WordAlignment?
  private var queue: [Int] = []

  /// Above this cost, weighted by length, a spelling is another name.
  static let limit: Float = 1.9
  /// One of the spellings has an article that the other one lacks.
  private static let article: Float = 0.05
  /// The spelling is not the entry's main name.
  private static let alternateName: Float = 0.05
  /// Without vowels there is less to compare.
  private static let otherScript: Float = 0.28

  init(_ index: PlaceIndex) { self.index = index }

  /// The places whose names have the query's consonants; with `wide` also those that differ by one, or share a word.
  /// One candidate per place, its best reading; ordered by place.
  /// - Parameter accepts: whether a place may be a candidate at all.
  mutating func candidates(
    _ query: PlaceQuery, wide: Bool, accepts: (PlaceAttributes) -> Bool
  ) -> [Candidate] {
    var best: [Candidate] = []
    for form in query.forms {
      alignment = nil
      index.formsSounding(like: form.symbols) { queue.append($0) }
      if wide { index.formsNear(form.symbols) { queue.append($0) } }
      best = Self.better(best, compareQueue(form, query.name, accepts))
      guard wide else { continue }
      alignment = WordAlignment(form.symbols)
      index.formsSharingWord(with: form.symbols) { queue.append($0) }
      best = Self.better(best, compareQueue(form, query.name, accepts))
    }
    return best
  }

  /// Compares with every reading in the queue once and empties it. The best of each place, ordered by place as readings
  /// are.
  private mutating func compareQueue(
    _ form: NameForm, _ written: NormalizedName, _ accepts: (PlaceAttributes) -> Bool
  ) -> [Candidate] {
    var best: [Candidate] = []
    for (number, place) in takeQueue(accepts) {
      let bound = best.last.flatMap { $0.place == place ? $0.cost : nil } ?? .infinity
      guard let candidate = compare(form, written, number, place, bound) else { continue }
      if bound == .infinity {
        best.append(candidate)
      } else if candidate.cost < bound {
        best[best.count - 1] = candidate
      }
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

  private mutating func compare(
    _ query: NameForm, _ written: NormalizedName, _ number: Int, _ place: Int, _ bound: Float
  ) -> Candidate? {
    let range = index.forms.range(number)
    let length = max(query.symbols.count, range.count)
    let isOtherScript = written.isUnvowelled != index.forms.isUnvowelled[number]
    let taken = taken(query, written, number) + (isOtherScript ? Self.otherScript : 0)
    let limit = min(bound, Self.limit * max(1, (Float(length) / 7).squareRoot())) - taken
    guard limit >= 0 else { return nil }
    let costs = isOtherScript ? SpellingCosts.unvowelled : .vowelled
    let symbols = index.forms.symbols
    let name = symbols.span.extracting(range)
    let cost =
      alignment?.cost(of: name, costs, limit: limit)
      ?? distance.between(query.symbols.span, name, costs, limit: limit)
    guard cost <= limit else { return nil }
    return Candidate(place: place, form: number, spellingCost: cost, cost: cost + taken, length: length)
  }

  /// What it costs that the compared readings are not the written names themselves.
  private func taken(_ query: NameForm, _ written: NormalizedName, _ number: Int) -> Float {
    query.stripping.cost * 0.5 + index.forms.stripping[number].cost
      + (index.forms.name[number] == 0 ? 0 : Self.alternateName)
      + Self.article * Float(abs(Int(written.articleCount) - Int(index.forms.articleCount[number])))
  }
}
