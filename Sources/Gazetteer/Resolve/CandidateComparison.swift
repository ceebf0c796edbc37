/// What it costs to read one of a query's readings as those of a gazetteer's names.
struct CandidateComparison<Comparison: SpellingComparison> {
  private let index: PlaceIndex
  private let query: NameForm
  private let written: NormalizedName
  private var inSameScript: Comparison
  private var inOtherScript: Comparison

  /// Above this cost, weighted by length, a spelling is another name.
  private static var limit: Float { 1.9 }
  /// One of the spellings has an article that the other one lacks.
  private static var article: Float { 0.05 }
  /// The spelling is not the entry's main name.
  private static var alternateName: Float { 0.05 }
  /// Without vowels there is less to compare.
  private static var otherScript: Float { 0.28 }

  init(_ query: NameForm, of written: NormalizedName, _ index: PlaceIndex) {
    self.index = index
    self.query = query
    self.written = written
    inSameScript = Comparison(query.symbols, .vowelled)
    inOtherScript = Comparison(query.symbols, .unvowelled)
  }

  /// The best candidate of each place; the readings and the candidates are ordered by place.
  mutating func best(_ readings: [(form: Int, place: Int)]) -> [Candidate] {
    var best: [Candidate] = []
    for (form, place) in readings {
      let bound = best.last.flatMap { $0.place == place ? $0.cost : nil } ?? .infinity
      guard let candidate = candidate(form, place, bound) else { continue }
      if bound == .infinity {
        best.append(candidate)
      } else if candidate.cost < bound {
        best[best.count - 1] = candidate
      }
    }
    return best
  }

  private mutating func candidate(_ form: Int, _ place: Int, _ bound: Float) -> Candidate? {
    let range = index.forms.range(form)
    let length = max(query.symbols.count, range.count)
    let isOtherScript = written.isUnvowelled != index.forms.isUnvowelled[form]
    let taken = taken(form) + (isOtherScript ? Self.otherScript : 0)
    let limit = min(bound, Self.limit * max(1, (Float(length) / 7).squareRoot())) - taken
    guard limit >= 0 else { return nil }
    let symbols = index.forms.symbols
    let name = symbols.span.extracting(range)
    let cost = isOtherScript ? inOtherScript.cost(of: name, limit: limit) : inSameScript.cost(of: name, limit: limit)
    guard cost <= limit else { return nil }
    return Candidate(place: place, form: form, spellingCost: cost, cost: cost + taken, length: length)
  }

  /// What it costs that the compared readings are not the written names themselves.
  private func taken(_ form: Int) -> Float {
    query.stripping.cost * 0.5 + index.forms.stripping[form].cost
      + (index.forms.name[form] == 0 ? 0 : Self.alternateName)
      + Self.article * Float(abs(Int(written.articleCount) - Int(index.forms.articleCount[form])))
  }
}
