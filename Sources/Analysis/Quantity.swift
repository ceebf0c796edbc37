import Incidents

/// What a map counts of each incident.
public enum Quantity: String, Hashable, Sendable, CaseIterable {
  /// The incident itself: one.
  case incidents
  /// The civilians killed, as few as its report states.
  case killed

  /// The number that the incident adds; nil where its report is silent, which does not mean zero.
  @inlinable public func count(_ record: IncidentRecord) -> Int? {
    switch self {
    case .incidents: 1
    case .killed: record.civiliansKilled?.min
    }
  }
}

extension AssessmentCounts {
  /// What the records of each assessment add up to; the silent ones add nothing.
  public init(_ records: [IncidentRecord], counting quantity: Quantity) {
    self.init()
    for record in records { self[record.assessment] += quantity.count(record) ?? 0 }
  }
}
