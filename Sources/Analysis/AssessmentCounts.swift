import Incidents

/// A number of incidents for each assessment.
public struct AssessmentCounts: Hashable, Sendable {
  private var credible = 0
  private var nonCredible = 0
  private var open = 0
  private var duplicate = 0
  private var unstated = 0

  /// No incidents.
  public init() {}

  /// The incidents of each assessment among the records.
  public init(_ records: [IncidentRecord]) {
    let all = records.span
    for index in all.indices { self[all[index].assessment] += 1 }
  }

  /// The number with that assessment.
  public subscript(assessment: Assessment) -> Int {
    get {
      switch assessment {
      case .credible: credible
      case .nonCredible: nonCredible
      case .open: open
      case .duplicate: duplicate
      case .unstated: unstated
      }
    }
    set {
      switch assessment {
      case .credible: credible = newValue
      case .nonCredible: nonCredible = newValue
      case .open: open = newValue
      case .duplicate: duplicate = newValue
      case .unstated: unstated = newValue
      }
    }
  }

  /// The number of all.
  public var total: Int { credible + nonCredible + open + duplicate + unstated }

  /// The assessments that occur, in the order of `Assessment.allCases`.
  public var present: [Assessment] { Assessment.allCases.filter { self[$0] > 0 } }

  /// The numbers added up.
  public static func + (left: AssessmentCounts, right: AssessmentCounts) -> AssessmentCounts {
    var sum = left
    sum += right
    return sum
  }

  /// Adds the numbers of the other.
  public static func += (left: inout AssessmentCounts, right: AssessmentCounts) {
    for assessment in Assessment.allCases { left[assessment] += right[assessment] }
  }
}
