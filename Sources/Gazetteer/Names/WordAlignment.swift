/// Compares names word by word, in any order: for names that are given in part (`Baghuz` for `Baghuz Fawqani`) or with
/// their words exchanged. Holds work space, so that ranking thousands of candidates allocates nothing.
struct WordAlignment {
  /// Costs of words that only one of the names has. A qualifier (upper, north) is left out more easily.
  private static let missingInQuery: Float = 0.6
  private static let missingInName: Float = 0.9
  private static let missingQualifier: Float = 0.45
  private static let exchanged: Float = 0.1
  /// Two words count as the same when they cost at most this.
  private static let wordLimit: Float = 0.65

  private var distance = SpellingDistance()
  private var queryWords: [Range<Int>] = []
  /// The words of the name; those that have found their match are empty.
  private var nameWords: [Range<Int>] = []

  /// The cost of reading the query's words as the name's, with words left over on both sides; infinite when no word of
  /// weight is shared.
  mutating func between(_ query: Span<UInt8>, _ name: Span<UInt8>, _ costs: SpellingCosts) -> Float {
    Self.split(query, into: &queryWords)
    Self.split(name, into: &nameWords)
    guard queryWords.count > 1 || nameWords.count > 1 else { return .infinity }
    var (total, shared, lastMatch): (Float, Bool, Int) = (0, false, -1)
    for range in queryWords {
      let word = query.extracting(range)
      guard let best = nearest(to: word, in: name, costs) else {
        total += GenericWords.isQualifier(word) ? Self.missingQualifier : Self.missingInName
        continue
      }
      total += best.cost + (best.index < lastMatch ? Self.exchanged : 0)
      lastMatch = best.index
      shared = shared || !GenericWords.contains(name.extracting(nameWords[best.index]))
      nameWords[best.index] = 0..<0
    }
    guard shared else { return .infinity }
    for range in nameWords where !range.isEmpty {
      total += GenericWords.isQualifier(name.extracting(range)) ? Self.missingQualifier : Self.missingInQuery
    }
    return total
  }

  /// The name's remaining word that is spelled most like a word of the query, when that is the same word.
  private mutating func nearest(
    to word: Span<UInt8>, in name: Span<UInt8>, _ costs: SpellingCosts
  ) -> (cost: Float, index: Int)? {
    var best: (cost: Float, index: Int)?
    for (index, range) in nameWords.enumerated() where !range.isEmpty {
      let cost = distance.between(word, name.extracting(range), costs, limit: Self.wordLimit)
      if cost <= Self.wordLimit, cost < best?.cost ?? .infinity { best = (cost, index) }
    }
    return best
  }

  private static func split(_ symbols: Span<UInt8>, into words: inout [Range<Int>]) {
    words.removeAll(keepingCapacity: true)
    var start = 0
    for index in 0..<symbols.count where symbols[index] == LetterSymbol.space {
      if start < index { words.append(start..<index) }
      start = index + 1
    }
    if start < symbols.count { words.append(start..<symbols.count) }
  }
}
