import Incidents

/// A day that is told from the date of the text: `on Sunday`, `late on Monday`, `Friday morning`, `yesterday`.
struct RelativeDay {
  /// Monday is 0; nil for *yesterday*.
  private let weekday: Int?
  let tokens: Range<Int>

  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  private static let before: Set<String> = ["on", "late", "early", "last"]
  private static let timesOfDay: Set<String> = ["morning", "afternoon", "evening", "night"]

  /// The day that starts at a token. Nil where its date stands behind it (`Saturday, 25 July`).
  init?(_ run: TokenRun, at index: Int) {
    guard let word = run.word(index) else { return nil }
    tokens = index..<index + 1
    if word == "yesterday" {
      weekday = nil
      return
    }
    guard let weekday = Self.weekdays.firstIndex(of: word), run.startsUppercase(index),
      run.word(index - 1).map(Self.before.contains) ?? false
        || run.word(index + 1).map(Self.timesOfDay.contains) ?? false
    else { return nil }
    let next = run.isMark(index + 1, ",") ? index + 2 : index + 1
    guard NumericDate(run, at: next) == nil, DateForms.read(run, at: next) == nil,
      DateForms.readWithoutYear(run, at: next) == nil
    else { return nil }
    self.weekday = weekday
  }

  /// The last such day on or before the text's own date; nil when it has none.
  func day(_ anchor: DateAnchor) -> CalendarDate? {
    guard let text = anchor.text else { return nil }
    return weekday.map { anchor.last(weekday: $0) } ?? CalendarDate(dayNumber: text.dayNumber - 1)
  }
}
