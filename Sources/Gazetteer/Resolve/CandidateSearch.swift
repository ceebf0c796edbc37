/// Finds the places whose names are spelled like a query's, and what each spelling costs. Holds work space; one per task.
struct CandidateSearch {
  private let index: PlaceIndex
  private var distance = SpellingDistance()
  private var alignment = WordAlignment()
  private var queue: [Int] = []
  /// The best candidate of each place so far, nil between questions.
  private var best: [Candidate?]
  private var found: [Int] = []

  /// Above this cost, weighted by length, a spelling is another name.
  static let limit: Float = 1.9
  /// One of the spellings has an article that the other one lacks.
  private static let article: Float = 0.2
  /// The spelling is not the entry's main name.
  private static let alternateName: Float = 0.15
  /// Without vowels there is less to compare.
  private static let otherScript: Float = 0.1

  init(_ index: PlaceIndex) {
    self.index = index
    best = [Candidate?](repeating: nil, count: index.places.count)
  }

  /// The places whose names have the query's consonants; with `wide` also those that differ by one, or share a word.
  /// One candidate per place, its best reading; ordered by place.
  /// - Parameter accepts: whether a place may be a candidate at all.
  mutating func candidates(
    _ query: PlaceQuery, wide: Bool, accepts: (PlaceAttributes) -> Bool
  ) -> [Candidate] {
    for form in query.forms {
      queue.removeAll(keepingCapacity: true)
      index.formsSounding(like: form.symbols) { queue.append($0) }
      if wide { index.formsNear(form.symbols) { queue.append($0) } }
      compareQueue(form, query.name, byWords: false, accepts)
      guard wide else { continue }
      queue.removeAll(keepingCapacity: true)
      index.formsSharingWord(with: form.symbols) { queue.append($0) }
      compareQueue(form, query.name, byWords: true, accepts)
    }
    let candidates = found.sorted().compactMap { best[$0] }
    for place in found { best[place] = nil }
    found.removeAll(keepingCapacity: true)
    return candidates
  }

  /// Compares with every reading in the queue once and keeps the best of each place.
  private mutating func compareQueue(
    _ form: NameForm, _ written: NormalizedName, byWords: Bool, _ accepts: (PlaceAttributes) -> Bool
  ) {
    queue.sort()
    var last = -1
    for number in queue where number != last {
      last = number
      let place = Int(index.forms.place[number])
      guard accepts(index.attributes[place]) else { continue }
      let bound = best[place]?.cost ?? .infinity
      guard let candidate = compare(form, written, number, place, bound, byWords: byWords) else { continue }
      if best[place] == nil { found.append(place) }
      if candidate.cost < bound { best[place] = candidate }
    }
  }

  private mutating func compare(
    _ query: NameForm, _ written: NormalizedName, _ number: Int, _ place: Int, _ bound: Float, byWords: Bool
  ) -> Candidate? {
    let range = index.forms.range(number)
    let length = max(query.symbols.count, range.count)
    let isOtherScript = written.isUnvowelled != index.forms.isUnvowelled[number]
    let taken = taken(query, written, number) + (isOtherScript ? Self.otherScript : 0)
    let limit = min(bound, Self.limit * max(1, (Float(length) / 7).squareRoot())) - taken
    guard limit >= 0 else { return nil }
    let costs = isOtherScript ? SpellingCosts.unvowelled : .vowelled
    let symbols = index.forms.symbols
    let cost =
      byWords
      ? alignment.between(query.symbols, Array(symbols[range]), costs)
      : distance.between(query.symbols.span, symbols.span.extracting(range), costs, limit: limit)
    guard cost <= limit else { return nil }
    return Candidate(place: place, form: number, spellingCost: cost, cost: cost + taken, length: length)
  }

  /// What it costs that the compared readings are not the written names themselves.
  private func taken(_ query: NameForm, _ written: NormalizedName, _ number: Int) -> Float {
    query.stripping.cost(inQuery: true) + index.forms.stripping[number].cost(inQuery: false)
      + (index.forms.name[number] == 0 ? 0 : Self.alternateName)
      + Self.article * Float(abs(Int(written.articleCount) - Int(index.forms.articleCount[number])))
  }
}
