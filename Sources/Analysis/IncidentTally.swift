import Incidents

/// What a group of incidents adds up to. Silence is never counted as zero: each sum says how many incidents state it.
public struct IncidentTally: Hashable, Sendable {
  /// The number of incidents.
  public let incidents: Int
  /// The number of incidents of each assessment.
  public let assessments: AssessmentCounts
  /// Civilians killed.
  public let killed: CasualtySum
  /// Civilians injured.
  public let injured: CasualtySum
  /// The first and last day on which any of them may have happened; nil when none has a date.
  public let dates: ClosedRange<CalendarDate>?
  /// The number of incidents without a date.
  public let undated: Int

  /// Adds the incidents up.
  public init(_ records: some Collection<IncidentRecord>) {
    incidents = records.count
    assessments = AssessmentCounts(records)
    killed = CasualtySum(of: records.map { ($0.killed, $0.account.victims) })
    injured = CasualtySum(of: records.map { ($0.injured, $0.account.victims) })
    let dated = records.compactMap(\.date)
    undated = records.count - dated.count
    if let first = dated.map(\.start).min(), let last = dated.map(\.end).max() {
      dates = first...last
    } else {
      dates = nil
    }
  }
}

/// A sum of stated casualties.
public struct CasualtySum: Hashable, Sendable {
  /// The sum of the stated ranges; nil when no incident states any.
  public let range: CountRange?
  /// How many incidents state a number; the others are silent, which does not mean zero.
  public let statedBy: Int
  /// How many state a number of people who are not known to be civilians, and are left out for it.
  public let ofOthers: Int

  /// Adds up what was stated of civilians, and of people whom the text does not describe.
  init(of figures: [(stated: CountRange?, victims: Victims)]) {
    let stated = figures.filter(\.victims.mayBeCivilians).compactMap(\.stated)
    range = stated.isEmpty ? nil : stated.reduce(CountRange(0), +)
    statedBy = stated.count
    ofOthers = figures.count { $0.stated != nil && !$0.victims.mayBeCivilians }
  }
}
