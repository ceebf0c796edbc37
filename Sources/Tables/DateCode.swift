import Incidents

extension IncidentDate {
  /// The days that ACLED's `time_precision` leaves open around the day it gives (ACLED Codebook, 2023): 1 the day
  /// itself, 2 the week that it lies in, Monday to Sunday, 3 its month. Nil for another code.
  init?(acledTimePrecision code: Int, day: CalendarDate) {
    switch code {
    case 1: self.init(day)
    case 2:
      let week = day.week
      self.init(from: week.first, through: week.last)
    case 3: self.init(year: day.year, month: day.month)
    default: return nil
    }
  }

  /// The days from UCDP's `date_start` to its `date_end`, which hold what its `date_prec` says (UCDP GED Codebook 23.1):
  /// a whole month is one.
  init?(ucdpFrom start: CalendarDate, through end: CalendarDate) {
    let isMonth =
      start.day == 1 && (start.year, start.month) == (end.year, end.month)
      && end.day == CalendarDate.daysIn(month: end.month, year: end.year)
    if isMonth { self.init(year: start.year, month: start.month) } else { self.init(from: start, through: end) }
  }
}

extension CalendarDate {
  /// The Monday and the Sunday of its week (ISO 8601).
  var week: (first: CalendarDate, last: CalendarDate) {
    let monday = dayNumber - weekday
    return (CalendarDate(dayNumber: monday), CalendarDate(dayNumber: monday + 6))
  }
}
