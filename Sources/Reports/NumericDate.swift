import Incidents

/// A date in figures with the year behind: `25/07/2020`, `25.07.2020`, `07/25/2020`.
struct NumericDate {
  /// The days that it may be, the earlier first: none, one, or two where day and month may be exchanged.
  let days: [CalendarDate]
  let tokens: Range<Int>

  /// The date that starts at a token.
  init?(_ run: TokenRun, at start: Int) {
    guard run.isMark(start + 1, "/.-"), run[start + 3].map({ $0.mark == run[start + 1]?.mark }) ?? false,
      (start + 1..<start + 5).allSatisfy({ run.gap($0) == .none }), run.digitCount(start + 4) == 4,
      (1...2).contains(run.digitCount(start)), (1...2).contains(run.digitCount(start + 2)),
      let first = run.digits(start), let second = run.digits(start + 2), let year = run.digits(start + 4),
      (1900...2100).contains(year)
    else { return nil }
    days = Set([(first, second), (second, first)].compactMap { CalendarDate(year: year, month: $1, day: $0) }).sorted()
    tokens = start..<start + 5
  }

  /// The day; or the days from the one that it may be to the other.
  var date: IncidentDate? {
    guard let first = days.first, let last = days.last else { return nil }
    return IncidentDate(from: first, through: last)
  }
}
