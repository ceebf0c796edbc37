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
    let monday = dayNumber - (dayNumber + 3).quotientAndRemainder(dividingBy: 7).remainder.wrapped(7)
    return (CalendarDate(dayNumber: monday), CalendarDate(dayNumber: monday + 6))
  }

  /// The days since 1 January 1970, a Thursday (H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”, 2013).
  private var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private init(dayNumber: Int) {
    let days = dayNumber + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard let date = CalendarDate(year: year, month: month, day: dayOfYear - (153 * monthIndex + 2) / 5 + 1) else {
      preconditionFailure("a week of a day of our calendar is in it")
    }
    self = date
  }
}

extension Int {
  /// A remainder made positive.
  fileprivate func wrapped(_ modulus: Int) -> Int { self < 0 ? self + modulus : self }
}
