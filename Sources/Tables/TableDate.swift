import Incidents

/// Dates as tables write them: `2020-05-09`, `2020/05/09 14:30`, `20200509`, `09 May 2020`, `9-May-20`, `May 9, 2020`,
/// `09/05/2020`, `9.5.2020`, `2020-05`, `May 2020`, `2020`, `12-14 May 2020`, and two of them with a slash or `to`
/// between; with months in other languages and Arabic digits, too.
struct TableDate {
  /// What came of a text.
  enum Outcome: Hashable {
    case date(IncidentDate)
    /// Nothing that is a date, or a day that does not exist.
    case unreadable
    /// Day and month could be exchanged, and nothing says which is which.
    case undecided
  }

  /// The order where a date does not say it; nil when it is not known.
  var order: TableMapping.DateOrder?

  func read(_ text: CellText) -> Outcome {
    let string = Self.string(text)
    let single = single(string[...])
    if single != .unreadable { return single }
    return range(string)
  }

  /// A text with digits of ASCII, and months of one word.
  private static func string(_ text: CellText) -> String {
    guard text.contains(where: { $0 >= 0x80 }) else { return text.string }
    return MonthNames.twoWords.reduce(text.withLatinDigits.string) { $0.replacing($1.key, with: $1.value) }
  }

  private func range(_ text: String) -> Outcome {
    for separator in ["/", " to ", " - ", " – ", "–"] {
      let ends = text.split(separator: separator, omittingEmptySubsequences: false)
      guard ends.count == 2 else { continue }
      guard case .date(let first) = single(ends[0]), case .date(let last) = single(ends[1]) else { continue }
      return IncidentDate(from: first.start, through: last.end).map(Outcome.date) ?? .unreadable
    }
    return .unreadable
  }

  /// A part of a date: digits or letters.
  private enum Part {
    case number(Int, digits: Int)
    case month(Int)
  }

  private func single(_ text: Substring) -> Outcome {
    guard let (parts, separator) = Self.parts(text) else { return .unreadable }
    switch parts.count {
    case 1: return one(parts[0])
    case 2: return two(parts[0], parts[1])
    case 3: return three(parts, separator)
    case 4: return days(parts)
    default: return .unreadable
    }
  }

  /// The parts before a time of day, and the byte after the first of them.
  private static func parts(_ text: Substring) -> (parts: [Part], separator: UInt8)? {
    var parts: [Part] = []
    var separator: UInt8 = 0
    var word = text.utf8[...]
    while let first = word.first {
      if isDigit(first) {
        let digits = word.prefix(while: isDigit)
        guard digits.count <= 8, let value = Int(Substring(digits)) else { return nil }
        word = word.dropFirst(digits.count)
        if word.first == UInt8(ascii: ":") { break }
        parts.append(.number(value, digits: digits.count))
        let suffix = Substring(word.prefix(2)).lowercased()
        if digits.count <= 2, ["st", "nd", "rd", "th"].contains(suffix) { word = word.dropFirst(2) }
        if parts.count == 3, word.first == UInt8(ascii: "T") { break }
      } else if isLetter(first) {
        let letters = word.prefix(while: isLetter)
        word = word.dropFirst(letters.count)
        let name = Substring(letters).lowercased()
        if parts.isEmpty, weekdays.contains(String(name.prefix(3))) { continue }
        guard let month = MonthNames.month(name) else { return nil }
        parts.append(.month(month))
      } else {
        guard separators.contains(first) else { return nil }
        if separator == 0, !parts.isEmpty { separator = first }
        word = word.dropFirst()
        if parts.count == 3, first == 0x20, word.contains(UInt8(ascii: ":")) { break }
      }
    }
    return parts.isEmpty ? nil : (parts, separator)
  }

  private static let separators = Set("-/., ".utf8)
  private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) }

  /// `20200509` or `2020`.
  private func one(_ part: Part) -> Outcome {
    guard case .number(let value, let digits) = part else { return .unreadable }
    if digits == 8 { return day(value / 10_000, value / 100 % 100, value % 100) }
    guard digits == 4, let first = CalendarDate(year: value, month: 1, day: 1),
      let last = CalendarDate(year: value, month: 12, day: 31), (1900...2100).contains(value)
    else { return .unreadable }
    return IncidentDate(from: first, through: last).map(Outcome.date) ?? .unreadable
  }

  /// `2020-05` or `May 2020`.
  private func two(_ first: Part, _ second: Part) -> Outcome {
    switch (first, second) {
    case (.number(let year, 4), .number(let month, 1...2)), (.month(let month), .number(let year, 4)),
      (.number(let year, 4), .month(let month)):
      return IncidentDate(year: year, month: month).map(Outcome.date) ?? .unreadable
    default: return .unreadable
    }
  }

  /// `12-14 August 2017`.
  private func days(_ parts: [Part]) -> Outcome {
    guard case (.number(let first, 1...2), .number(let last, 1...2)) = (parts[0], parts[1]),
      case (.month(let month), .number(let year, 4)) = (parts[2], parts[3]),
      case .date(let start) = day(year, month, first), case .date(let end) = day(year, month, last)
    else { return .unreadable }
    return IncidentDate(from: start.start, through: end.end).map(Outcome.date) ?? .unreadable
  }

  private func three(_ parts: [Part], _ separator: UInt8) -> Outcome {
    switch (parts[0], parts[1], parts[2]) {
    case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)): return self.day(year, month, day)
    case (.number(let year, 4), .month(let month), .number(let day, 1...2)): return self.day(year, month, day)
    case (.number(let day, 1...2), .month(let month), .number(let year, let digits)):
      return self.day(Self.year(year, digits: digits), month, day)
    case (.month(let month), .number(let day, 1...2), .number(let year, let digits)):
      return self.day(Self.year(year, digits: digits), month, day)
    case (.number(let first, 1...2), .number(let second, 1...2), .number(let year, let digits)):
      return ordered(first, second, Self.year(year, digits: digits), separator)
    default: return .unreadable
    }
  }

  /// A day and a month in numbers. With points between them the day is first; else a number over 12 is the day.
  private func ordered(_ first: Int, _ second: Int, _ year: Int, _ separator: UInt8) -> Outcome {
    if separator == UInt8(ascii: ".") || (first > 12 && second <= 12) { return day(year, second, first) }
    if second > 12 { return day(year, first, second) }
    if first == second { return day(year, first, second) }
    switch order {
    case .dayFirst: return day(year, second, first)
    case .monthFirst: return day(year, first, second)
    case nil: return .undecided
    }
  }

  /// Two digits are a year from 1969 to 2068 (POSIX).
  private static func year(_ number: Int, digits: Int) -> Int {
    digits == 2 ? number + (number < 69 ? 2000 : 1900) : number
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> Outcome {
    guard (1900...2100).contains(year), let day = CalendarDate(year: year, month: month, day: day) else {
      return .unreadable
    }
    return .date(IncidentDate(day))
  }

  /// The order that a date shows by having a number over 12; nil for one that shows none.
  static func order(shownBy text: CellText) -> TableMapping.DateOrder? {
    guard let (parts, separator) = parts(string(text)[...]), parts.count == 3, separator != UInt8(ascii: "."),
      case .number(let first, 1...2) = parts[0], case .number(let second, 1...2) = parts[1]
    else { return nil }
    if first > 12, second <= 12 { return .dayFirst }
    return second > 12 && first <= 12 ? .monthFirst : nil
  }
}
