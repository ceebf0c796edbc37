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
    let (minimum, maximum, figure) = (range(least), range(most), range(one))
    if minimum == nil && !least.meansNothing || maximum == nil && !most.meansNothing
      || figure == nil && !one.meansNothing
    {
      return .unreadable
    }
    guard minimum != nil || maximum != nil else { return figure.map(Answer.count) ?? .missing }
    let min = minimum?.min ?? figure?.min ?? 0
    let max = maximum?.max ?? figure?.max ?? (minimum?.max == minimum?.min ? nil : minimum?.max)
    if let max, min > max { return .reversed }
    return .count(CountRange(min: min, max: max))
  }

  private func range(_ text: CellText) -> CountRange? {
    text.isEmpty ? nil : TableNumber.count(text, hasDecimalCommas: hasDecimalCommas)
  }
}
