import Incidents

/// A date in running text, and how it was made whole.
struct NewsDate {
  var date: Cited<IncidentDate>
  var isInferred: Bool
  var tokens: Range<Int>
}

/// What dates without a year are completed from.
struct DateAnchor {
  /// The latest date that the page gives for itself: the month of its release or figures.
  var page: CalendarDate?
  /// The last full date before, in the same document.
  var before: CalendarDate?

  /// The day in the year that the anchor makes likeliest; nil without an anchor. After a full date it is that date's
  /// year; the page's own date is at most half a year away.
  func day(month: Int, day: Int) -> CalendarDate? {
    if let before { return CalendarDate(year: before.year, month: month, day: day) }
    guard let page else { return nil }
    let candidates = (page.year - 1...page.year + 1).compactMap { CalendarDate(year: $0, month: month, day: day) }
    return candidates.min { distance($0, page) < distance($1, page) }
  }

  /// Roughly, in days.
  private func distance(_ a: CalendarDate, _ b: CalendarDate) -> Int {
    abs((a.year - b.year) * 372 + (a.month - b.month) * 31 + a.day - b.day)
  }
}

extension NewsDate {
  /// The dates of a range, in order; those without a year as the anchor completes them.
  static func all(_ run: TokenRun, _ range: Range<Int>, _ anchor: DateAnchor) -> [NewsDate] {
    var anchor = anchor
    var dates: [NewsDate] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let found = read(run, at: index, anchor) else {
        index += 1
        continue
      }
      if let date = found.date {
        dates.append(date)
        if !date.isInferred, date.date.value.precision != .month { anchor.before = date.date.value.start }
      }
      index = max(index + 1, found.end)
    }
    return dates
  }

  /// Where a range has a date that does not exist, such as a 31st of February.
  static func impossible(_ run: TokenRun, _ range: Range<Int>) -> [Range<Int>] {
    range.compactMap { index in
      guard let written = DateForms.read(run, at: index), case .impossible = written.reading else { return nil }
      return written.tokens
    }
  }

  private static func read(_ run: TokenRun, at index: Int, _ anchor: DateAnchor) -> (date: NewsDate?, end: Int)? {
    if let written = DateForms.read(run, at: index), let span = run.span(written.tokens) {
      switch written.reading {
      case .date(let date):
        return (NewsDate(date: Cited(date, span), isInferred: false, tokens: written.tokens), written.tokens.upperBound)
      case .impossible: return (nil, written.tokens.upperBound)
      case .withoutYear: break
      }
    }
    guard let (month, day, end) = dayAndMonth(run, index), let span = run.span(index..<end) else { return nil }
    guard let date = anchor.day(month: month, day: day) else { return (nil, end) }
    return (NewsDate(date: Cited(IncidentDate(date), span), isInferred: true, tokens: index..<end), end)
  }

  /// `Feb. 20`, `20 February`; not `May` at the start of a sentence that says what may be.
  private static func dayAndMonth(_ run: TokenRun, _ index: Int) -> (month: Int, day: Int, end: Int)? {
    if let month = DateForms.month(run, index), run.startsUppercase(index) {
      let next = run.isMark(index + 1, ".") ? index + 2 : index + 1
      guard run.digitCount(next) <= 2, let day = run.digits(next), (1...31).contains(day) else { return nil }
      return (month, day, next + 1)
    }
    guard run.digitCount(index) <= 2, let day = run.digits(index), (1...31).contains(day),
      let month = DateForms.month(run, index + 1), run.startsUppercase(index + 1)
    else { return nil }
    return (month, day, index + 2)
  }
}
