public import Incidents

/// What changed from an older set of records to a newer one.
public struct ReleaseComparison: Hashable, Sendable {
  /// What may happen to an incident from one release to the next. Declared in the order in which they are listed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Only the newer release has it.
    case new
    /// It was open, or undecided, and has a conclusion now; or its conclusion changed.
    case decided
    /// It had a conclusion and is open again, or is said to have been reopened.
    case reopened
    /// A field was corrected.
    case corrected
    /// Only the older release has it.
    case gone
    /// It may be the same as one of several others, and it cannot be said which.
    case ambiguous
  }

  /// One change.
  public struct Change: Hashable, Sendable {
    /// What happened.
    public var kind: Kind
    /// The older records it is about: one, but for new ones, which have none, and ambiguous ones.
    public var old: [IncidentRecord]
    /// The newer records it is about.
    public var new: [IncidentRecord]
    /// The fields that changed with it.
    public var differences: [Difference]
    /// Why the records are held to be of one incident; why they may be, when that is not clear.
    public var basis: String
  }

  /// The changes: by kind, then by date and place.
  public var changes: [Change]
  /// The number of incidents in both that did not change.
  public var unchangedCount: Int

  /// Compares two sets of records. Their order does not matter.
  public init(old: [IncidentRecord], new: [IncidentRecord]) {
    let found = RecordLinks(old: old, new: new)
    let questioned = (old: Set(found.questions.flatMap(\.old)), new: Set(found.questions.flatMap(\.new)))
    let linked = (old: Set(found.links.map(\.old)), new: Set(found.links.map(\.new)))
    var changes = found.links.flatMap { Self.changes(old[$0.old], new[$0.new], $0.basis) }
    unchangedCount = found.links.count - Set(changes.compactMap(\.new.first?.id)).count
    for question in found.questions {
      changes.append(
        Change(
          kind: .ambiguous, old: question.old.map { old[$0] }, new: question.new.map { new[$0] }, differences: [],
          basis: question.basis))
    }
    for index in new.indices where !linked.new.contains(index) && !questioned.new.contains(index) {
      changes.append(Change(kind: .new, old: [], new: [new[index]], differences: [], basis: "no older record fits"))
    }
    for index in old.indices where !linked.old.contains(index) && !questioned.old.contains(index) {
      changes.append(Change(kind: .gone, old: [old[index]], new: [], differences: [], basis: "no newer record fits"))
    }
    self.changes = changes.sorted(by: Self.isListedBefore)
  }

  /// The number of changes of a kind.
  public func count(_ kind: Kind) -> Int { changes.count { $0.kind == kind } }

  private static func changes(_ old: IncidentRecord, _ new: IncidentRecord, _ basis: String) -> [Change] {
    let (before, after) = (ReportedIncident(old), ReportedIncident(new))
    let differences = Difference.all(before, after)
    func change(_ kind: Kind, _ fields: [Difference]) -> Change {
      Change(kind: kind, old: [old], new: [new], differences: fields, basis: basis)
    }
    var changes: [Change] = []
    let isClosed = !isUndecided(old.assessment)
    if isUndecided(new.assessment), isClosed || (new.isReopened && !old.isReopened) {
      changes.append(change(.reopened, differences.filter { $0.field == "assessment" }))
    } else if old.assessment != new.assessment {
      let added = differences.filter { !$0.isCorrection(before, after) && $0.field != "place" }
      changes.append(change(.decided, added))
    }
    let corrections = differences.filter { $0.isCorrection(before, after) }
    if !corrections.isEmpty { changes.append(change(.corrected, corrections)) }
    return changes
  }

  private static func isUndecided(_ assessment: Assessment) -> Bool { assessment == .open || assessment == .unstated }

  private static func isListedBefore(_ left: Change, _ right: Change) -> Bool {
    let kinds = Kind.allCases
    func place(_ change: Change) -> (Int, String, String) {
      let record = (change.new + change.old).first
      return (
        kinds.firstIndex(of: change.kind) ?? 0, record?.date?.description ?? "",
        record.map { ReportedIncident($0).content + $0.id } ?? ""
      )
    }
    return place(left) < place(right)
  }
}
