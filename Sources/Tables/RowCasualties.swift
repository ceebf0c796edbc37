import Incidents

/// The numbers of people that a row states.
struct RowCasualties {
  /// What came of the columns that state one number.
  enum Answer: Equatable {
    case missing
    case count(CountRange)
    case unreadable
    /// The least is larger than the most.
    case reversed
  }

  /// Whether points part thousands and commas decimals.
  let hasDecimalCommas: Bool

  /// The number in a column of one figure, or in two of which one is the least and one the most. What has no upper bound
  /// gets none; what has no lower one is at least zero.
  func read(one: CellText, least: CellText, most: CellText) -> Answer {
    var ranges: [CountRange?] = []
    for text in [least, most, one] {
      if text.meansNothing {
        ranges.append(nil)
      } else if let range = TableNumber.count(text, hasDecimalCommas: hasDecimalCommas) {
        ranges.append(range)
      } else {
        return .unreadable
      }
    }
    let (least, most, one) = (ranges[0], ranges[1], ranges[2])
    guard least != nil || most != nil else { return one.map(Answer.count) ?? .missing }
    let min = least?.min ?? one?.min ?? 0
    let max = most?.max ?? one?.max ?? (least?.max == least?.min ? nil : least?.max)
    if let max, min > max { return .reversed }
    return .count(CountRange(min: min, max: max))
  }
}
