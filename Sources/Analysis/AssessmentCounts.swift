import Incidents

/// A number of incidents for each assessment.
public struct AssessmentCounts: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: Assessment.allCases.count)

  /// No incidents.
  public init() {}

  /// The incidents of each assessment among the records.
  public init(_ records: some Sequence<IncidentRecord>) {
    for record in records { self[record.assessment] += 1 }
  }

  /// The number with that assessment.
  public subscript(assessment: Assessment) -> Int {
    get { counts[Self.index(of: assessment)] }
    set { counts[Self.index(of: assessment)] = newValue }
  }

  /// The number of all.
  public var total: Int { counts.reduce(0, +) }

  /// The assessments that occur, in the order of `Assessment.allCases`.
  public var present: [Assessment] { Assessment.allCases.filter { self[$0] > 0 } }

  /// The numbers added up.
  public static func + (left: AssessmentCounts, right: AssessmentCounts) -> AssessmentCounts {
    var sum = left
    for assessment in Assessment.allCases { sum[assessment] += right[assessment] }
    return sum
  }

  private static func index(of assessment: Assessment) -> Int {
    switch assessment {
    case .credible: 0
    case .nonCredible: 1
    case .open: 2
    case .duplicate: 3
    case .unstated: 4
    }
  }
}
