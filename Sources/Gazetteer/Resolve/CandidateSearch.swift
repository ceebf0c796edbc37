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
  /// Only one of the spellings has the article.
  private static let article: Float = 0.05
  /// The spelling is not the entry's main name.
  private static let alternateName: Float = 0.05
  /// Without vowels there is less to compare.
  private static let otherScript: Float = 0.2

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
      collect(form.symbols, wide: wide)
      for (position, number) in queue.enumerated() where position == 0 || queue[position - 1] != number {
        let place = Int(index.forms.place[number])
        guard accepts(index.attributes[place]) else { continue }
        let bound = best[place]?.cost ?? .infinity
        guard let candidate = compare(form, query.name, number, place, bound, wide: wide) else { continue }
        if best[place] == nil { found.append(place) }
        if candidate.cost < bound { best[place] = candidate }
      }
    }
    let candidates = found.sorted().compactMap { best[$0] }
    for place in found { best[place] = nil }
    found.removeAll(keepingCapacity: true)
    return candidates
  }

  /// The readings to compare with, each once, in ascending order.
  private mutating func collect(_ symbols: [UInt8], wide: Bool) {
    queue.removeAll(keepingCapacity: true)
    index.formsSounding(like: symbols) { queue.append($0) }
    guard wide else { return }
    index.formsNear(symbols) { queue.append($0) }
    queue.sort()
  }

  private mutating func compare(
    _ query: NameForm, _ written: NormalizedName, _ number: Int, _ place: Int, _ bound: Float, wide: Bool
  ) -> Candidate? {
    let forms = index.forms
    let range = forms.range(number)
    let length = max(query.symbols.count, range.count)
    let isOtherScript = written.isUnvowelled != forms.isUnvowelled[number]
    let costs = isOtherScript ? SpellingCosts.unvowelled : .vowelled
    let taken =
      query.stripping.cost * 0.5 + forms.stripping[number].cost
      + (forms.name[number] == 0 ? 0 : Self.alternateName) + (isOtherScript ? Self.otherScript : 0)
      + (written.hasArticle == forms.hasArticle[number] ? 0 : Self.article)
    let limit = min(bound, Self.limit * max(1, (Float(length) / 7).squareRoot())) - taken
    guard limit >= 0 else { return nil }
    var cost = distance.between(
      query.symbols.span, forms.symbols.span.extracting(range), costs, limit: limit)
    if cost > 0.7, wide {
      cost = min(cost, alignment.between(query.symbols, Array(forms.symbols[range]), costs))
    }
    guard cost <= limit else { return nil }
    return Candidate(place: place, form: number, spellingCost: cost, cost: cost + taken, length: length)
  }
}
