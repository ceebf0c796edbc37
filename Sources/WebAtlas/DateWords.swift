import Incidents

extension CalendarDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
  ]

  /// `Nov 2014`.
  var monthInWords: String { "\(Self.months[month - 1]) \(year)" }

  /// `Nov 7, 2014`, as the maps have it.
  var words: String { "\(Self.months[month - 1]) \(day), \(year)" }
}

extension IncidentDate {
  /// `Nov 7, 2014`, `Nov 2014`, or `Nov 7, 2014 – Nov 9, 2014`.
  var words: String {
    switch precision {
    case .day: start.words
    case .month: start.monthInWords
    case .range: "\(start.words) – \(end.words)"
    }
  }
}

extension ClosedRange<CalendarDate> {
  /// `Nov 7, 2014 – Apr 15, 2019`.
  var words: String { lowerBound == upperBound ? lowerBound.words : "\(lowerBound.words) – \(upperBound.words)" }
}

extension DocumentKind {
  /// `1 news text`, `6 news texts`.
  func counted(_ number: Int) -> String {
    switch self {
    case .release, .news, .statement, .table: Incidents.counted(number, rawValue)
    case .figures: Incidents.counted(number, "month of UN figures", "months of UN figures")
    case .skipped: Incidents.counted(number, "other text, not read", "other texts, not read")
    }
  }
}
