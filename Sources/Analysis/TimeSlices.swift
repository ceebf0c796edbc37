import Incidents

/// A step of the calendar that a time series is divided by.
public enum TimeStep: String, Hashable, Sendable, CaseIterable {
  case month, quarter, year

  /// How many months it has.
  public var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// The steps that the days lie in, each whole but for the first and the last, which end where the days do.
  public func slices(_ days: ClosedRange<CalendarDate>) -> [TimeSlice] {
    let (first, last) = (number(of: days.lowerBound), number(of: days.upperBound))
    return (first...last).compactMap { number in
      guard let whole = whole(number) else { return nil }
      let from = max(whole.lowerBound, days.lowerBound)
      let through = min(whole.upperBound, days.upperBound)
      return TimeSlice(step: self, days: from...through, isWhole: from...through == whole)
    }
  }

  /// The days of all the steps that the days lie in.
  public func whole(around days: ClosedRange<CalendarDate>) -> ClosedRange<CalendarDate> {
    let (first, last) = (whole(number(of: days.lowerBound)), whole(number(of: days.upperBound)))
    return (first?.lowerBound ?? days.lowerBound)...(last?.upperBound ?? days.upperBound)
  }

  /// The steps are numbered from the year 0 on.
  private func number(of day: CalendarDate) -> Int { (day.year * 12 + day.month - 1) / months }

  private func whole(_ number: Int) -> ClosedRange<CalendarDate>? {
    let (first, last) = (number * months, number * months + months - 1)
    let (year, month) = (last / 12, last % 12 + 1)
    guard let from = CalendarDate(year: first / 12, month: first % 12 + 1, day: 1),
      let through = CalendarDate(year: year, month: month, day: CalendarDate.daysIn(month: month, year: year))
    else { return nil }
    return from...through
  }
}

/// One step of a time series.
public struct TimeSlice: Hashable, Sendable {
  /// What it is a step of.
  public let step: TimeStep
  /// Its days.
  public let days: ClosedRange<CalendarDate>
  /// Whether these are all the days of the step.
  public let isWhole: Bool

  /// Whether all the days that the date allows are in it. A date of several steps is in none.
  public func contains(_ date: IncidentDate) -> Bool {
    days.lowerBound <= date.start && date.end <= days.upperBound
  }
}

extension ClosedRange<CalendarDate> {
  /// How many months they are: of a month that is not there as a whole, the part of its days that is.
  public var months: Double {
    let (first, last) = (lowerBound, upperBound)
    let between = (last.year - first.year) * 12 + last.month - first.month
    func part(_ days: Int, of date: CalendarDate) -> Double {
      Double(days) / Double(CalendarDate.daysIn(month: date.month, year: date.year))
    }
    return Double(between) - part(first.day - 1, of: first) + part(last.day, of: last)
  }
}
