import Incidents

/// A date as an entry gives it.
struct WrittenDate {
  enum Reading: Equatable {
    case date(IncidentDate)
    /// The numbers are there, but the calendar has no such day, or the range runs backward.
    case impossible
    /// The year is missing.
    case withoutYear
  }

  var reading: Reading
  var tokens: Range<Int>
}

/// The forms in which releases write dates. Full stops and commas between the parts are free.
enum DateForms {
  private enum Part { case month, day, of, year, range, dash, isoMonth, isoDay }

  /// In the order in which they are tried: longer forms before their beginnings.
  private static let forms: [[Part]] = [
    [.month, .day, .year, .range, .month, .day, .year],  // Jan. 30, 2017 - Feb. 2, 2017
    [.month, .day, .range, .month, .day, .year],  // Jan. 30 - Feb. 2, 2017
    [.month, .day, .range, .day, .year],  // January 20-26, 2023; May 17/18, 2020
    [.month, .day, .day, .year],  // June 3, 4, 2017
    [.month, .day, .day, .range, .day, .year],  // June 3, 4 and 5, 2017
    [.month, .day, .year],  // Jan. 30, 2017
    [.day, .range, .day, .month, .year],  // 20-26 January 2023
    [.day, .month, .range, .day, .month, .year],  // 30 January - 2 February 2017
    [.day, .month, .year],  // 30 January 2017
    [.day, .of, .month, .year],  // 30th of January 2017
    [.year, .dash, .isoMonth, .dash, .isoDay],  // 2017-01-30
    [.month, .year, .range, .month, .year],  // November 2016 - February 2017
    [.month, .range, .month, .year],  // January - February 2017
    [.month, .year],  // January 2017
    [.month, .day],  // Jan. 30
  ]

  /// Those of running text that leave the year to the text around.
  private static let yearless: [[Part]] = [
    [.month, .day, .range, .month, .day],  // Jan. 30 - Feb. 2
    [.month, .day, .range, .day],  // January 20-26
    [.day, .month, .range, .day, .month],  // 30 January to 2 February
    [.day, .range, .day, .month],  // between 20 and 26 January
    [.month, .day],  // Jan. 30
    [.day, .month],  // 30 January
    [.day, .of, .month],  // 30th of January
  ]

  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let rangeWords = ["to", "through", "thru", "and", "or", "until"]

  /// The month, from 1, of a name or an abbreviation of three letters or more.
  static func month(_ run: TokenRun, _ index: Int) -> Int? {
    guard let token = run[index], token.kind == .word, (3...9).contains(token.end - token.start),
      let word = run.word(index)
    else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// The date that starts at a token.
  static func read(_ run: TokenRun, at start: Int) -> WrittenDate? {
    guard run[start]?.kind == .number || month(run, start) != nil else { return nil }
    for form in forms {
      guard let (numbers, tokens) = match(form, run, at: start) else { continue }
      return WrittenDate(reading: reading(numbers), tokens: tokens)
    }
    return nil
  }

  /// The days without a year that start at a token: their months have capitals, and people are not among them (`Jan. 4
  /// and 6 men`).
  static func readWithoutYear(_ run: TokenRun, at start: Int) -> (days: DaysWithoutYear, tokens: Range<Int>)? {
    guard run[start]?.kind == .number || month(run, start) != nil else { return nil }
    for form in yearless {
      guard let (numbers, tokens) = match(form, run, at: start),
        let days = DaysWithoutYear(numbers.months, numbers.days),
        !tokens.contains(where: { month(run, $0) != nil && !run.startsUppercase($0) }),
        !form.contains(.range) || !isFollowedByPeople(run, tokens.upperBound)
      else { continue }
      return (days, tokens)
    }
    return nil
  }

  private static func isFollowedByPeople(_ run: TokenRun, _ index: Int) -> Bool {
    guard let word = run.word(index) else { return false }
    return NewsWords.persons[word] != nil || NewsWords.auxiliaries.contains(word) || word == "others"
  }

  /// The numbers of a date in the order in which they are written.
  private struct Numbers {
    var months: [Int] = []
    var days: [Int] = []
    var years: [Int] = []
  }

  private static func match(_ form: [Part], _ run: TokenRun, at start: Int) -> (numbers: Numbers, tokens: Range<Int>)? {
    var numbers = Numbers()
    var index = start
    for part in form {
      while index > start, run.isMark(index, ".,") { index += 1 }
      guard let value = value(of: part, run, index) else { return nil }
      switch part {
      case .month, .isoMonth: numbers.months.append(value)
      case .day, .isoDay: numbers.days.append(value)
      case .year: numbers.years.append(value)
      case .of, .range, .dash: break
      }
      index += 1
    }
    return (numbers, start..<index)
  }

  private static func value(of part: Part, _ run: TokenRun, _ index: Int) -> Int? {
    switch part {
    case .month: month(run, index)
    case .day, .isoMonth, .isoDay: run.digitCount(index) <= 2 ? run.digits(index) : nil
    case .year: run.digitCount(index) == 4 ? run.digits(index).flatMap { (1900...2100).contains($0) ? $0 : nil } : nil
    case .range: run.isMark(index, "-/&") || rangeWords.contains { run.isWord(index, $0) } ? 0 : nil
    case .dash: run.isMark(index, "-") ? 0 : nil
    case .of: run.isWord(index, "of") ? 0 : nil
    }
  }

  private static func reading(_ numbers: Numbers) -> WrittenDate.Reading {
    guard let firstYear = numbers.years.first, let lastYear = numbers.years.last,
      let firstMonth = numbers.months.first, let lastMonth = numbers.months.last
    else { return .withoutYear }
    guard let firstDay = numbers.days.first, let lastDay = numbers.days.last else {
      guard let first = IncidentDate(year: firstYear, month: firstMonth),
        let last = IncidentDate(year: lastYear, month: lastMonth)
      else { return .impossible }
      if first == last { return .date(first) }
      return IncidentDate(from: first.start, through: last.end).map { .date($0) } ?? .impossible
    }
    guard let start = CalendarDate(year: firstYear, month: firstMonth, day: firstDay),
      let end = CalendarDate(year: lastYear, month: lastMonth, day: lastDay),
      let date = IncidentDate(from: start, through: end)
    else { return .impossible }
    return .date(date)
  }
}
