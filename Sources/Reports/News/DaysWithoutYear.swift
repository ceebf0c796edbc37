import Incidents

/// A day or a range of days whose year is not written.
struct DaysWithoutYear {
  let first: (month: Int, day: Int)
  let last: (month: Int, day: Int)

  /// Of months and days in the order in which they are written. Nil when there are no such days, or they run backward
  /// within a month.
  init?(_ months: [Int], _ days: [Int]) {
    guard let firstMonth = months.first, let lastMonth = months.last, let firstDay = days.first,
      let lastDay = days.last,
      Self.leapYearHas(firstMonth, firstDay), Self.leapYearHas(lastMonth, lastDay),
      firstMonth != lastMonth || firstDay <= lastDay
    else { return nil }
    (first, last) = ((firstMonth, firstDay), (lastMonth, lastDay))
  }

  private static func leapYearHas(_ month: Int, _ day: Int) -> Bool {
    CalendarDate(year: 2000, month: month, day: day) != nil
  }

  /// The days of which the last lies in a year. Nil when that year has no such day.
  func ending(in year: Int) -> IncidentDate? {
    let isOverNewYear = first.month > last.month
    guard let start = CalendarDate(year: isOverNewYear ? year - 1 : year, month: first.month, day: first.day),
      let end = CalendarDate(year: year, month: last.month, day: last.day)
    else { return nil }
    return IncidentDate(from: start, through: end)
  }
}
