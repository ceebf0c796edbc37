import Incidents

/// The people killed that a row states. Where a column counts the civilians among them, these are whom the incident's
/// own figures count, and the others are all but these: what is known of the sum of two leaves them a wider range.
struct KilledPeople: Hashable {
  /// Whom the incident's own figures count; nil where the row does not say.
  var killed: CountRange?
  /// Whether these are civilians, as a column of its own says.
  var areCivilians = false
  /// The others; nil where none are stated.
  var others: CountRange?

  init(all: CountRange?, civilians: CountRange?) {
    killed = civilians ?? all
    guard let civilians else { return }
    areCivilians = true
    guard let all else { return }
    let most = all.max.map { max(0, $0 - civilians.min) }
    if most != 0 { others = CountRange(min: civilians.max.map { max(0, all.min - $0) } ?? 0, max: most) }
  }
}

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
