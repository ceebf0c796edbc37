/// The least cost of reading a spelling as others: an edit distance (Wagner & Fischer 1974, with the transposition of
/// neighbors of Damerau) whose costs are those of `SpellingCosts`. 0 is the same sound sequence; 1 is about one wrong
/// consonant. Holds its table, so that ranking thousands of candidates allocates nothing.
struct SpellingDistance: SpellingComparison {
  private let spelling: [UInt8]
  private let costs: SpellingCosts
  /// Row by row, the costs of reading the first symbols of the spelling as the first symbols of the other.
  private var cells: [Float] = []

  init(_ spelling: [UInt8], _ costs: SpellingCosts) {
    self.spelling = spelling
    self.costs = costs
  }

  mutating func cost(of other: Span<UInt8>, limit: Float) -> Float {
    if isSpelled(other) { return 0 }
    let size = (spelling.count + 1) * (other.count + 1)
    if cells.count < size { cells = [Float](repeating: 0, count: size) }
    // Taken out of self while it is written to, so that the rest of self can be read.
    var table: [Float] = []
    swap(&table, &cells)
    defer { swap(&table, &cells) }
    var rows = table.mutableSpan
    var cost: Float = 0
    rows[0] = 0
    for column in 0..<other.count {
      cost += costs.omission[Int(other[column])]
      rows[column + 1] = cost
    }
    var leastBefore: Float = 0
    for row in spelling.indices {
      let least = fill(row, of: &rows, other)
      // An exchange of neighbors skips a row, so that two of them must be above.
      if min(least, leastBefore) > limit { return min(least, leastBefore) }
      leastBefore = least
    }
    return rows[size - 1]
  }

  private func isSpelled(_ other: Span<UInt8>) -> Bool {
    other.count == spelling.count && spelling.indices.allSatisfy { spelling[$0] == other[$0] }
  }

  /// Fills the cells of one symbol of the spelling; returns the least cost among them.
  private func fill(_ row: Int, of cells: inout MutableSpan<Float>, _ other: Span<UInt8>) -> Float {
    let (symbol, before) = (spelling[row], row > 0 ? spelling[row - 1] : LetterSymbol.none)
    let omissions = costs.omission.span
    let substitutions = costs.substitution.span.extracting(droppingFirst: Int(symbol) * LetterSymbol.count)
    let (omission, width) = (omissions[Int(symbol)], other.count + 1)
    // What is read again stays at hand: the cells around the next one, and the symbol before.
    var (above, here) = (row * width, (row + 1) * width)
    var diagonal = cells[above]
    var cost = diagonal + omission
    var least = cost
    cells[here] = cost
    var nextBefore = LetterSymbol.none
    for column in 0..<other.count {
      (above, here) = (above + 1, here + 1)
      let (next, straight) = (other[column], cells[above])
      cost = min(min(diagonal + substitutions[Int(next)], straight + omission), cost + omissions[Int(next)])
      if symbol == nextBefore, next == before, symbol != next {
        cost = min(cost, cells[above - width - 2] + SpellingCosts.transposition)
      }
      cells[here] = cost
      least = min(least, cost)
      (diagonal, nextBefore) = (straight, next)
    }
    return least
  }
}
