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
  public init(_ records: [IncidentRecord]) {
    incidents = records.count
    assessments = AssessmentCounts(records)
    var (killed, injured) = (CasualtySum(), CasualtySum())
    var dates: ClosedRange<CalendarDate>?
    var undated = 0
    let all = records.span
    for index in all.indices {
      killed.add(all[index].killed, of: all[index].account.victims)
      injured.add(all[index].injured, of: all[index].account.victims)
      guard let date = all[index].date else {
        undated += 1
        continue
      }
      dates = dates.map { min($0.lowerBound, date.start)...max($0.upperBound, date.end) } ?? date.start...date.end
    }
    (self.killed, self.injured, self.dates, self.undated) = (killed, injured, dates, undated)
  }
}

/// A sum of stated casualties.
public struct CasualtySum: Hashable, Sendable {
  /// The sum of the stated ranges; nil when no incident states any.
  public private(set) var range: CountRange?
  /// How many incidents state a number; the others are silent, which does not mean zero.
  public private(set) var statedBy = 0
  /// How many state a number of people who are not known to be civilians, and are left out for it.
  public private(set) var ofOthers = 0

  /// Adds what one incident states, of civilians and of people whom the text does not describe.
  fileprivate mutating func add(_ stated: CountRange?, of victims: Victims) {
    guard let stated else { return }
    guard victims.mayBeCivilians else {
      ofOthers += 1
      return
    }
    range = (range ?? CountRange(0)) + stated
    statedBy += 1
  }
}
