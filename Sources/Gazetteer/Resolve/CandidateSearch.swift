/// Finds the places whose names are spelled like a query's, and what each spelling costs. Holds work space; one per task.
struct CandidateSearch {
  private let index: PlaceIndex
  private var distance = SpellingDistance()
  private var alignment = WordAlignment()
  private var seen: [UInt32]
  private var round: UInt32 = 0
  private var queue: [Int] = []

  /// Above this cost, weighted by length, a spelling is another name.
  static let limit: Float = 1.9

  init(_ index: PlaceIndex) {
    self.index = index
    seen = [UInt32](repeating: 0, count: index.forms.count)
  }

  /// The places whose names have the query's consonants; with `wide` also those that differ by one, or share a word.
  /// One candidate per place, its best reading; ordered by place.
  /// - Parameter accepts: whether a place may be a candidate at all.
  mutating func candidates(
    _ forms: [NameForm], isUnvowelled: Bool, wide: Bool, accepts: (Place) -> Bool
  ) -> [Candidate] {
    var best: [Int: Candidate] = [:]
    for form in forms {
      collect(form.symbols, wide: wide)
      for number in queue {
        let place = Int(index.forms.place[number])
        guard accepts(index.places[place]) else { continue }
        let bound = best[place].map(\.cost) ?? .infinity
        guard let candidate = compare(form, isUnvowelled, number, place, bound, wide: wide) else { continue }
        if candidate.cost < bound || best[place].map({ number < $0.form }) == true { best[place] = candidate }
      }
    }
    return best.values.sorted { $0.place < $1.place }
  }

  private mutating func collect(_ symbols: [UInt8], wide: Bool) {
    round += 1
    queue.removeAll(keepingCapacity: true)
    var found: [Int] = []
    index.formsSounding(like: symbols) { found.append($0) }
    if wide { index.formsNear(symbols) { found.append($0) } }
    for form in found where seen[form] != round {
      seen[form] = round
      queue.append(form)
    }
  }

  private mutating func compare(
    _ query: NameForm, _ isUnvowelled: Bool, _ number: Int, _ place: Int, _ bound: Float, wide: Bool
  ) -> Candidate? {
    let forms = index.forms
    let range = forms.range(number)
    let length = max(query.symbols.count, range.count)
    let taken = query.stripping.cost * 0.5 + forms.stripping[number].cost
    let costs = isUnvowelled != forms.isUnvowelled[number] ? SpellingCosts.unvowelled : .vowelled
    let limit = min(bound, Self.limit * max(1, (Float(length) / 7).squareRoot())) - taken
    guard limit >= 0 else { return nil }
    var cost = distance.between(
      query.symbols.span, forms.symbols.span.extracting(range), costs, limit: limit)
    if cost > 0.7, wide {
      cost = min(cost, alignment.between(query.symbols, Array(forms.symbols[range]), costs))
    }
    guard cost <= limit else { return nil }
    return Candidate(place: place, form: number, cost: cost + taken, length: length)
  }
}
