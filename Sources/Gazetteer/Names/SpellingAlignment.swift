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
    var steps: [Step] = []
    var (row, column) = (left.count, right.count)
    while row > 0 || column > 0 {
      let here = table[row][column]
      if row > 0, column > 0 {
        let (a, b) = (left[row - 1], right[column - 1])
        let cost = costs.substitution[Int(a) * LetterSymbol.count + Int(b)]
        if table[row - 1][column - 1] + cost == here {
          if a != b { steps.append(Step(left: a, right: b)) }
          (row, column) = (row - 1, column - 1)
          continue
        }
      }
      if row > 0, table[row - 1][column] + costs.omission[Int(left[row - 1])] == here {
        steps.append(Step(left: left[row - 1], right: nil))
        row -= 1
      } else {
        steps.append(Step(left: nil, right: right[column - 1]))
        column -= 1
      }
    }
    return steps.reversed()
  }

  private static func table(_ left: [UInt8], _ right: [UInt8], _ costs: SpellingCosts) -> [[Float]] {
    var table = [[Float]](repeating: [Float](repeating: 0, count: right.count + 1), count: left.count + 1)
    for column in right.indices { table[0][column + 1] = table[0][column] + costs.omission[Int(right[column])] }
    for row in left.indices {
      let (symbol, omission) = (left[row], costs.omission[Int(left[row])])
      table[row + 1][0] = table[row][0] + omission
      for column in right.indices {
        let substitution = costs.substitution[Int(symbol) * LetterSymbol.count + Int(right[column])]
        table[row + 1][column + 1] = min(
          table[row][column] + substitution, table[row][column + 1] + omission,
          table[row + 1][column] + costs.omission[Int(right[column])])
      }
    }
    return table
  }
}
