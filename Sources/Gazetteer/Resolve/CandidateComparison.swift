/// What it costs to read one of a query's readings as those of a gazetteer's names.
struct CandidateComparison<Comparison: SpellingComparison> {
  private let index: PlaceIndex
  private let firstPlace: Int
  private let firstForm: Int
  private let query: NameForm
  private let written: NormalizedName
  private var inSameScript: Comparison
  private var inOtherScript: Comparison

  /// Above this cost, weighted by length, a spelling is another name.
  private static var limit: Float { 1.9 }
  /// The spelling is not the entry's main name. Gazetteers have the main name in Latin script, and none of those in Arabic
  /// is said to be the main one.
  private static var alternateName: Float { 0.15 }
  /// Texts in Latin script leave out the article that Arabic writes.
  private static var articleInOtherScript: Float { 0.05 }
  /// Without vowels there is less to compare.
  private static var otherScript: Float { 0.1 }

  /// - Parameter segment: the number of the file whose readings are compared.
  init(_ query: NameForm, of written: NormalizedName, _ index: PlaceIndex, segment: Int) {
    self.index = index
    (firstPlace, firstForm) = (index.placeNumbers.starts[segment], index.formNumbers.starts[segment])
    self.query = query
    self.written = written
    inSameScript = Comparison(query.symbols, .vowelled)
    inOtherScript = Comparison(query.symbols, .unvowelled)
  }

  /// The best candidate of each place, ordered by place. The readings are ordered by the file's own places.
  mutating func best(_ readings: [(reading: Int, entry: FormTable.Entry)], _ bytes: Span<UInt8>) -> [Candidate] {
    var best: [Candidate] = []
    var isOrdered = true
    for (reading, entry) in readings {
      let place = index.links.primary(firstPlace + entry.place)
      let bound = best.last.flatMap { $0.place == place ? $0.cost : nil } ?? .infinity
      guard let candidate = candidate(reading, entry, place, bytes, bound) else { continue }
      if bound == .infinity {
        isOrdered = isOrdered && best.last?.place ?? -1 < place
        best.append(candidate)
      } else if candidate.cost < bound {
        best[best.count - 1] = candidate
      }
    }
    // A place that another file has too goes by that file's number, out of the order of this one.
    return isOrdered ? best : best.sorted { $0.place < $1.place }
  }

  private mutating func candidate(
    _ reading: Int, _ entry: FormTable.Entry, _ place: Int, _ bytes: Span<UInt8>, _ bound: Float
  ) -> Candidate? {
    let length = max(query.symbols.count, entry.symbols.count)
    let isOtherScript = written.isUnvowelled != entry.isUnvowelled
    let taken = taken(entry) + (isOtherScript ? Self.otherScript : 0)
    let limit = min(bound, Self.limit * max(1, (Float(length) / 7).squareRoot())) - taken
    guard limit >= 0 else { return nil }
    let name = bytes.extracting(entry.symbols)
    let cost = isOtherScript ? inOtherScript.cost(of: name, limit: limit) : inSameScript.cost(of: name, limit: limit)
    guard cost <= limit else { return nil }
    return Candidate(
      place: place, form: firstForm + reading, stripping: entry.stripping, spellingCost: cost, cost: cost + taken,
      length: length)
  }

  /// What it costs that the compared readings are not the written names themselves.
  private func taken(_ entry: FormTable.Entry) -> Float {
    let isOtherScript = written.isUnvowelled != entry.isUnvowelled
    let isMain = entry.name == 0 || (written.isUnvowelled && entry.isUnvowelled)
    let articles = Float(abs(Int(written.articleCount) - Int(entry.articleCount)))
    return query.stripping.cost(inQuery: true) + entry.stripping.cost(inQuery: false)
      + (isMain ? 0 : Self.alternateName)
      + articles * (isOtherScript ? Self.articleInOtherScript : SpellingCosts.article)
  }
}
