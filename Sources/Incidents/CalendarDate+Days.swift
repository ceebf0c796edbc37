extension CalendarDate {
  /// The days since 1 January 1970, a Thursday (H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”, 2013).
  package var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week: 0 for Monday to 6 for Sunday (ISO 8601).
  package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// The day of a number of `dayNumber`. One beyond the years 1…9999 is a programming error.
  package init(dayNumber: Int) {
    let days = dayNumber + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard let date = CalendarDate(year: year, month: month, day: dayOfYear - (153 * monthIndex + 2) / 5 + 1) else {
      preconditionFailure("the day must lie in the years 1 to 9999")
    }
    self = date
  }
}
