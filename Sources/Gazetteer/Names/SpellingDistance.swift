/// The least cost of reading one spelling as another: an edit distance (Wagner & Fischer 1974, with the transposition of
/// neighbors of Damerau) whose costs are those of `SpellingCosts`. 0 is the same sound sequence; 1 is about one wrong
/// consonant. Holds its rows, so that ranking thousands of candidates allocates nothing.
struct SpellingDistance {
  private var before: [Float] = []
  private var previous: [Float] = []
  private var current: [Float] = []

  /// The cost, or a number above `limit` as soon as it is clear that it is above.
  mutating func between(_ left: Span<UInt8>, _ right: Span<UInt8>, _ costs: SpellingCosts, limit: Float) -> Float {
    let width = right.count
    prepare(width)
    previous[0] = 0
    for column in 0..<width { previous[column + 1] = previous[column] + costs.omission[Int(right[column])] }
    for row in 0..<left.count {
      let least = fillRow(row, left, right, costs)
      if least > limit { return least }
      swap(&before, &previous)
      swap(&previous, &current)
    }
    return previous[width]
  }

  private mutating func prepare(_ width: Int) {
    guard previous.count < width + 1 else { return }
    before = [Float](repeating: 0, count: width + 1)
    previous = before
    current = before
  }

  /// Fills `current` for one symbol of the left; returns its least cost.
  private mutating func fillRow(
    _ row: Int, _ left: Span<UInt8>, _ right: Span<UInt8>, _ costs: SpellingCosts
  ) -> Float {
    let symbol = left[row]
    let base = Int(symbol) * LetterSymbol.count
    let omission = costs.omission[Int(symbol)]
    current[0] = previous[0] + omission
    var least = current[0]
    for column in 0..<right.count {
      let other = right[column]
      var cost = previous[column] + costs.substitution[base + Int(other)]
      cost = min(cost, previous[column + 1] + omission)
      cost = min(cost, current[column] + costs.omission[Int(other)])
      if row > 0, column > 0, symbol == right[column - 1], other == left[row - 1], symbol != other {
        cost = min(cost, before[column - 1] + SpellingCosts.transposition)
      }
      current[column + 1] = cost
      least = min(least, cost)
    }
    return least
  }
}
