import Formats
import Incidents

/// The dates of rows, each combination of texts read once.
struct RowDates {
  /// What a row says of its date.
  enum Answer {
    /// Nothing.
    case missing
    /// A date, as texts and as a value, and whether it is written in the other order than the table's dates are.
    case date(Texts, value: IncidentDate, contradictsOrder: Bool)
    /// Something that is no date.
    case unreadable
    /// A date of which day and month may be exchanged.
    case undecided
  }

  /// A date as the results have it.
  struct Texts {
    var date: ReusedText
    var from: ReusedText
    var to: ReusedText
    var precision: ReusedText
  }

  private let codes: TableMapping.Codes
  private let reader: TableDate
  private var memo = Memo<Answer>()
  private var key: [UInt8] = []

  init(codes: TableMapping.Codes, order: TableMapping.DateOrder?) {
    (self.codes, reader) = (codes, TableDate(order: order))
  }

  /// The date of a row.
  mutating func read(
    _ start: CellText, end: CellText, code: CellText, texts: inout ReusedTexts
  ) -> Answer {
    key.removeAll(keepingCapacity: true)
    for part in [start, end, code] {
      key.append(copying: part.span)
      key.append(0)
    }
    return memo.known(key) ?? memo.remember(answer(start, end, code, &texts), of: key)
  }

  private func answer(
    _ start: CellText, _ end: CellText, _ code: CellText, _ texts: inout ReusedTexts
  ) -> Answer {
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
    guard let date else { return .unreadable }
    let shown = TableDate.order(shownBy: start)
    let written = Texts(
      date: texts.text(date.description), from: texts.text(date.start.description),
      to: texts.text(date.end.description), precision: texts.text(date.precision.rawValue))
    return .date(
      written, value: date,
      contradictsOrder: shown != nil && reader.order != nil && shown != reader.order)
  }
}
