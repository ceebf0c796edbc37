import Incidents

/// How alike two records are, and why.
struct Likeness {
  /// 0…1.
  let score: Double
  /// Whether it is enough for a link. Two reports of one day and place by different sources may be two reports.
  let isFirm: Bool
  /// In words: `same day; same place; same source`.
  let reason: String

  /// Scores that differ by less are equal.
  static let margin = 0.03

  /// Nil for two that cannot be the same incident.
  init?(_ left: ReportedIncident, _ right: ReportedIncident) {
    guard !left.isDistinguished(from: right), let day = Self.day(left.record, right.record) else { return nil }
    let place = PlaceLikeness(left.place, right.place)
    guard place.share >= PlaceLikeness.least else { return nil }
    let source = Self.source(left.sources, right.sources)
    score = 0.2 * day.share + 0.6 * place.share + 0.2 * source.share
    isFirm = source.share > 0 && place.share >= PlaceLikeness.firm
    reason = [day.reason, place.reason, source.reason].joined(separator: "; ")
  }

  private typealias Part = (share: Double, reason: String)

  private static func day(_ left: IncidentRecord, _ right: IncidentRecord) -> Part? {
    guard let first = left.date, let second = right.date else {
      return left.date == right.date ? (0.5, "neither has a date") : nil
    }
    if first == second { return (1, "same date") }
    if left.formerDate == second || right.formerDate == first { return (1, "the date was corrected, as the text says") }
    let overlap = max(first.start, second.start) <= min(first.end, second.end)
    return overlap ? (0.8, "the dates overlap") : nil
  }

  private static func source(_ left: Set<String>, _ right: Set<String>) -> Part {
    if left == right { return (1, left.isEmpty ? "no source named" : "same source") }
    if left.isEmpty || right.isEmpty { return (0.6, "one names no source") }
    return left.isDisjoint(with: right) ? (0, "different sources") : (0.8, "a source in common")
  }
}
