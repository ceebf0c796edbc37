/// What one release said of an incident that a later one has too.
public struct HistoryEntry: Hashable, Sendable {
  /// The identifier of the record it comes from.
  public var id: String
  /// When the incident happened, by that release.
  public var date: IncidentDate?
  /// What it concluded.
  public var assessment: Assessment
  /// The place as written there.
  public var place: String?
  /// Civilians killed, by that release.
  public var killed: CountRange?
  /// Civilians injured, by that release.
  public var injured: CountRange?
  /// Why it is held to be the same incident: `identifier 2904`.
  public var basis: String

  /// What a record said.
  public init(_ record: IncidentRecord, basis: String) {
    (id, date, assessment, place) = (record.id, record.date, record.assessment, record.place)
    (killed, injured, self.basis) = (record.killed, record.injured, basis)
  }

  /// What a release said.
  public init(
    id: String, date: IncidentDate?, assessment: Assessment, place: String?, killed: CountRange?, injured: CountRange?,
    basis: String
  ) {
    (self.id, self.date, self.assessment, self.place) = (id, date, assessment, place)
    (self.killed, self.injured, self.basis) = (killed, injured, basis)
  }
}
