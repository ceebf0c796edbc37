import Incidents

/// A date in running text, and how it was made whole.
struct NewsDate {
  var date: Cited<IncidentDate>
  var isInferred: Bool
  var tokens: Range<Int>

  /// The dates of a range, in order; those without a year as the anchor completes them.
  static func all(_ run: TokenRun, _ range: Range<Int>, _ anchor: DateAnchor) -> [NewsDate] {
    var anchor = anchor
    var dates: [NewsDate] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let tokens = tokens(run, at: index) else {
        index += 1
        continue
      }
      if let date = read(run, at: index, anchor) {
        dates.append(date)
        if !date.isInferred, date.date.value.precision != .month { anchor.before = date.date.value.start }
      }
      index = tokens.upperBound
    }
    return dates
  }

  /// Where a range has a date that does not exist, such as a 31st of February.
  static func impossible(_ run: TokenRun, _ range: Range<Int>) -> [Range<Int>] {
    range.compactMap { index in
      if let figures = NumericDate(run, at: index) { return figures.days.isEmpty ? figures.tokens : nil }
      guard let written = DateForms.read(run, at: index), case .impossible = written.reading else { return nil }
      return written.tokens
    }
  }

  /// What a date takes that starts at a token, whether or not it can be made whole.
  static func tokens(_ run: TokenRun, at index: Int) -> Range<Int>? {
    if let figures = NumericDate(run, at: index) { return figures.tokens }
    if let written = DateForms.read(run, at: index), written.reading != .withoutYear { return written.tokens }
    return DateForms.readWithoutYear(run, at: index)?.tokens ?? RelativeDay(run, at: index)?.tokens
  }

  private static func read(_ run: TokenRun, at index: Int, _ anchor: DateAnchor) -> NewsDate? {
    if let figures = NumericDate(run, at: index) {
      return make(run, figures.date, isInferred: false, figures.tokens)
    }
    if let written = DateForms.read(run, at: index), written.reading != .withoutYear {
      guard case .date(let date) = written.reading else { return nil }
      return make(run, date, isInferred: false, written.tokens)
    }
    if let (days, tokens) = DateForms.readWithoutYear(run, at: index) {
      return make(run, anchor.date(days), isInferred: true, tokens)
    }
    return RelativeDay(run, at: index).flatMap {
      make(run, $0.day(anchor).map(IncidentDate.init), isInferred: true, $0.tokens)
    }
  }

  private static func make(
    _ run: TokenRun, _ date: IncidentDate?, isInferred: Bool, _ tokens: Range<Int>
  ) -> NewsDate? {
    guard let date, let span = run.span(tokens) else { return nil }
    return NewsDate(date: Cited(date, span), isInferred: isInferred, tokens: tokens)
  }
}
