import Incidents

/// The dates of rows, each combination of texts read once.
struct RowDates {
  /// What a row says of its date.
  enum Answer: Hashable {
    /// Nothing.
    case missing
    /// A date, as text, and how exact it is.
    case date(text: [UInt8], precision: [UInt8])
    /// Something that is no date.
    case unreadable
    /// A date of which day and month may be exchanged.
    case undecided
  }

  private let codes: TableMapping.Codes
  private let reader: TableDate
  private var memo = Memo<Answer>()
  private var key: [UInt8] = []

  init(codes: TableMapping.Codes, order: TableMapping.DateOrder?) {
    (self.codes, reader) = (codes, TableDate(order: order))
  }

  /// The date of a row.
  mutating func read(_ start: CellText, end: CellText, code: CellText) -> Answer {
    key.removeAll(keepingCapacity: true)
    for part in [start, end, code] {
      key.append(contentsOf: part)
      key.append(0)
    }
    return memo.known(key) ?? memo.remember(answer(start, end, code), of: key)
  }

  private func answer(_ start: CellText, _ end: CellText, _ code: CellText) -> Answer {
    if start.meansNothing { return .missing }
    let outcome = reader.read(start)
    guard case .date(let first) = outcome else { return outcome == .undecided ? .undecided : .unreadable }
    var date: IncidentDate? = first
    if !end.meansNothing {
      guard case .date(let last) = reader.read(end) else { return .unreadable }
      date = IncidentDate(ucdpFrom: first.start, through: last.end)
    } else if codes == .acled, first.precision == .day, let code = Int(code.string) {
      date = IncidentDate(acledTimePrecision: code, day: first.start) ?? first
    }
    return date.map {
      .date(text: Array($0.description.utf8), precision: Array($0.precision.rawValue.utf8))
    } ?? .unreadable
  }
}
