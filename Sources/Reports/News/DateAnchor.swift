import Incidents

/// What dates without a year, and days of the week, are completed from.
struct DateAnchor {
  /// The latest date that the page gives for itself: the month of its release or figures.
  var page: CalendarDate?
  /// The date that the text gives for itself, in a line of its own or before its first sentence.
  var text: CalendarDate?
  /// The last full date before, in the same document.
  var before: CalendarDate?

  /// The date in the year that the anchor makes likeliest; nil without an anchor. A text tells of what was before it;
  /// after a full date that is older than a year it goes on in that date's year. The page's own date is at most half a
  /// year away.
  func date(_ days: DaysWithoutYear) -> IncidentDate? {
    if let text, before.map({ abs($0.dayNumber - text.dayNumber) <= 366 }) ?? true {
      return candidates(days, around: text).last { $0.end <= text }
    }
    if let before {
      let nearest = nearest(days, to: before)
      let isNear = nearest.map { abs($0.start.dayNumber - before.dayNumber) <= Self.nearDays } ?? false
      return isNear ? nearest : days.ending(in: before.year)
    }
    return page.flatMap { nearest(days, to: $0) }
  }

  /// The last day of a name, 0 for Monday to 6 for Sunday, on or before the text's own date; nil without one.
  func last(weekday: Int) -> CalendarDate? {
    guard let text else { return nil }
    return CalendarDate(dayNumber: text.dayNumber - (text.weekday - weekday + 7) % 7)
  }

  /// Within so many days of a full date, a date without a year may lie beyond New Year.
  private static let nearDays = 62

  private func candidates(_ days: DaysWithoutYear, around date: CalendarDate) -> [IncidentDate] {
    (date.year - 1...date.year + 1).compactMap(days.ending)
  }

  private func nearest(_ days: DaysWithoutYear, to date: CalendarDate) -> IncidentDate? {
    candidates(days, around: date).min {
      abs($0.start.dayNumber - date.dayNumber) < abs($1.start.dayNumber - date.dayNumber)
    }
  }
}
