/// A way to compare one spelling with many.
protocol SpellingComparison {
  /// Begins to compare with a spelling.
  init(_ spelling: [UInt8], _ costs: SpellingCosts)

  /// The cost of reading it as another, or any number above `limit` when it is above. Both are `LetterSymbol`s.
  mutating func cost(of other: Span<UInt8>, limit: Float) -> Float
}
