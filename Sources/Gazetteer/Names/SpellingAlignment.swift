/// Which symbols of two spellings stand for each other on the cheapest way from one to the other.
enum SpellingAlignment {
  /// One step of the way that is not a plain match: a symbol for a symbol, or one that only one side has.
  struct Step: Hashable {
    let left: UInt8?
    let right: UInt8?
  }

  /// The steps that change something, in order.
  static func steps(_ left: [UInt8], _ right: [UInt8], _ costs: SpellingCosts) -> [Step] {
    let table = table(left, right, costs)
    let width = right.count + 1
    var steps: [Step] = []
    var (row, column) = (left.count, right.count)
    while row > 0 || column > 0 {
      let cell = row * width + column
      if row > 0, column > 0 {
        let (a, b) = (left[row - 1], right[column - 1])
        let cost = costs.substitution[Int(a) * LetterSymbol.count + Int(b)]
        if table[cell - width - 1] + cost == table[cell] {
          if cost > 0 { steps.append(Step(left: a, right: b)) }
          (row, column) = (row - 1, column - 1)
          continue
        }
      }
      if row > 0, table[cell - width] + costs.omission[Int(left[row - 1])] == table[cell] {
        steps.append(Step(left: left[row - 1], right: nil))
        row -= 1
      } else {
        steps.append(Step(left: nil, right: right[column - 1]))
        column -= 1
      }
    }
    return steps.reversed()
  }

  /// The costs of reading the first symbols of the left as the first of the right, row by row.
  private static func table(_ left: [UInt8], _ right: [UInt8], _ costs: SpellingCosts) -> [Float] {
    let width = right.count + 1
    var table = [Float](repeating: 0, count: (left.count + 1) * width)
    for column in right.indices { table[column + 1] = table[column] + costs.omission[Int(right[column])] }
    for row in left.indices {
      let (symbol, omission) = (left[row], costs.omission[Int(left[row])])
      var cell = (row + 1) * width
      table[cell] = table[cell - width] + omission
      for other in right {
        cell += 1
        table[cell] = min(
          table[cell - width - 1] + costs.substitution[Int(symbol) * LetterSymbol.count + Int(other)],
          table[cell - width] + omission, table[cell - 1] + costs.omission[Int(other)])
      }
    }
    return table
  }
}
