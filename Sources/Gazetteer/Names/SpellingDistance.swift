/// The least cost of reading one spelling as another: an edit distance (Wagner & Fischer 1974, with the transposition of
/// neighbors of Damerau) whose costs are those of `SpellingCosts`. 0 is the same sound sequence; 1 is about one wrong
/// consonant. Holds its table, so that ranking thousands of candidates allocates nothing.
struct SpellingDistance {
  /// Row by row, the costs of reading the first symbols of the left as the first symbols of the right.
  private var cells: [Float] = []

  /// The cost, or a number above `limit` as soon as it is clear that it is above.
  mutating func between(_ left: Span<UInt8>, _ right: Span<UInt8>, _ costs: SpellingCosts, limit: Float) -> Float {
    let width = right.count + 1
    let size = (left.count + 1) * width
    if cells.count < size { cells = [Float](repeating: 0, count: size) }
    var cells = cells.mutableSpan
    cells[0] = 0
    for column in 0..<right.count { cells[column + 1] = cells[column] + costs.omission[Int(right[column])] }
    for row in 0..<left.count {
      let least = Self.fill(row, left, right, costs, &cells)
      if least > limit { return least }
    }
    return cells[size - 1]
  }

  /// Fills the cells of one symbol of the left; returns the least cost among them.
  private static func fill(
    _ row: Int, _ left: Span<UInt8>, _ right: Span<UInt8>, _ costs: SpellingCosts, _ cells: inout MutableSpan<Float>
  ) -> Float {
    let (substitutions, omissions) = (costs.substitution.span, costs.omission.span)
    let symbol = left[row]
    let base = Int(symbol) * LetterSymbol.count
    let omission = omissions[Int(symbol)]
    // What is read again stays at hand: the cells around the next one, and the symbols before.
    let width = right.count + 1
    var (above, here) = (row * width, (row + 1) * width)
    var diagonal = cells[above]
    var cost = diagonal + omission
    var least = cost
    cells[here] = cost
    let symbolBefore = row > 0 ? left[row - 1] : LetterSymbol.none
    var otherBefore = LetterSymbol.none
    for column in 0..<right.count {
      (above, here) = (above + 1, here + 1)
      let other = right[column]
      let straight = cells[above]
      cost = min(min(diagonal + substitutions[base + Int(other)], straight + omission), cost + omissions[Int(other)])
      if symbol == otherBefore, other == symbolBefore, symbol != other {
        cost = min(cost, cells[above - width - 2] + SpellingCosts.transposition)
      }
      cells[here] = cost
      least = min(least, cost)
      (diagonal, otherBefore) = (straight, other)
    }
    return least
  }
}
