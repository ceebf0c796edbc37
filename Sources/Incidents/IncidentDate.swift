/// When an incident happened, as precisely as the text says.
public struct IncidentDate: Hashable, Sendable {
  /// How precisely the text gives the date.
  public enum Precision: String, Sendable, CaseIterable {
    /// One day.
    case day
    /// A range of days, the last included.
    case range
    /// A whole month.
    case month
  }

  /// The first day.
  public let start: CalendarDate
  /// The last day; the first one's equal for a single day.
  public let end: CalendarDate
  /// How the text gives it.
  public let precision: Precision

  /// A single day.
  public init(_ day: CalendarDate) {
    (start, end, precision) = (day, day, .day)
  }

  /// A range of days. Nil when it ends before it starts.
  public init?(from start: CalendarDate, through end: CalendarDate) {
    guard start <= end else { return nil }
    (self.start, self.end, precision) = (start, end, start == end ? .day : .range)
  }

  /// A whole month. Nil when there is no such month.
  public init?(year: Int, month: Int) {
    guard let start = CalendarDate(year: year, month: month, day: 1),
      let end = CalendarDate(year: year, month: month, day: CalendarDate.daysIn(month: month, year: year))
    else { return nil }
    (self.start, self.end, precision) = (start, end, .month)
  }
}

extension IncidentDate: CustomStringConvertible {
  /// `2017-11-29` for a day, `2017-11` for a month, `2017-11-20/2017-11-26` for a range (ISO 8601 §5.5).
  public var description: String {
    switch precision {
    case .day: start.description
    case .month: String(start.description.dropLast(3))
    case .range: "\(start)/\(end)"
    }
  }
}
