import Incidents

/// A field in which two records of one incident differ.
public struct Difference: Hashable, Sendable {
  /// The field: `date`, `place`, `killed`, …
  public var field: String
  /// What the older record has; nil where it is silent.
  public var from: String?
  /// What the newer record has; nil where it is silent.
  public var to: String?
}

extension Difference {
  /// The fields that are compared, in order, and how a record gives them. Policy table.
  private static let fields: [(name: String, value: @Sendable (IncidentRecord) -> String?)] = [
    ("assessment", { $0.assessment.rawValue }),
    ("date", { $0.date?.description }),
    ("country", { $0.statedCountry }),
    ("place", { $0.place }),
    ("killed", { $0.killed?.description }),
    ("injured", { $0.injured?.description }),
    ("sources", { $0.sources.isEmpty ? nil : $0.sources.joined(separator: "; ") }),
    ("grid", { $0.grid?.reference }),
    ("identifiers", { $0.identifiers.isEmpty ? nil : $0.identifiers.sorted().joined(separator: "; ") }),
  ]
  /// Fields of which a newer release may say more than an older one without correcting it.
  private static let mayBeAdded: Set<String> = ["killed", "injured", "sources", "grid", "identifiers"]

  /// All fields in which two records differ in words. Sources that differ only in the word *report* do not.
  static func all(_ old: ReportedIncident, _ new: ReportedIncident) -> [Difference] {
    fields.compactMap { field in
      let (from, to) = (field.value(old.record), field.value(new.record))
      if from == to || (field.name == "sources" && old.sources == new.sources) { return nil }
      return Difference(field: field.name, from: from, to: to)
    }
  }

  /// Whether the newer record contradicts the older one, and does not only say more, or the same in another spelling.
  func isCorrection(_ old: ReportedIncident, _ new: ReportedIncident) -> Bool {
    if field == "assessment" { return false }
    if Self.mayBeAdded.contains(field), from == nil { return false }
    if field == "identifiers" { return !Set(old.record.identifiers).isSubset(of: new.record.identifiers) }
    if field == "sources" { return !old.sources.isSubset(of: new.sources) }
    if field == "place" { return PlaceLikeness.isMoved(old.place, new.place) }
    return true
  }
}
