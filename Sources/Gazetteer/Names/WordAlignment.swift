/// Compares names word by word, in any order: for names that are given in part (`Baghuz` for `Baghuz Fawqani`) or with
/// their words exchanged.
struct WordAlignment {
  /// Costs of words that only one of the names has. A qualifier (upper, north) is left out more easily.
  private static let missingInQuery: Float = 0.9
  private static let missingInName: Float = 1.2
  private static let missingQualifier: Float = 0.5
  private static let exchanged: Float = 0.25
  /// Two words count as the same when they cost at most this.
  private static let wordLimit: Float = 0.65

  private var distance = SpellingDistance()

  /// The cost of reading the query's words as the name's, with words left over on both sides; infinite when no word of
  /// weight is shared.
  mutating func between(_ query: [UInt8], _ name: [UInt8], _ costs: SpellingCosts) -> Float {
    let left = query.split(separator: LetterSymbol.space).map(Array.init)
    var right = name.split(separator: LetterSymbol.space).map(Array.init)
    guard left.count > 1 || right.count > 1 else { return .infinity }
    var (total, shared, lastMatch): (Float, Bool, Int) = (0, false, -1)
    for word in left {
      var best: (cost: Float, index: Int)?
      for (index, other) in right.enumerated() where !other.isEmpty {
        let cost = distance.between(word.span, other.span, costs, limit: Self.wordLimit)
        if cost <= Self.wordLimit, cost < best?.cost ?? .infinity { best = (cost, index) }
      }
      guard let best else {
        total += GenericWords.isQualifier(word) ? Self.missingQualifier : Self.missingInName
        continue
      }
      total += best.cost + (best.index < lastMatch ? Self.exchanged : 0)
      lastMatch = best.index
      shared = shared || !GenericWords.contains(right[best.index])
      right[best.index] = []
    }
    for word in right where !word.isEmpty {
      total += GenericWords.isQualifier(word) ? Self.missingQualifier : Self.missingInQuery
    }
    return shared ? total : .infinity
  }
}
