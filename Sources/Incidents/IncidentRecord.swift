/// One incident as it is published: flat, complete, and the same whether it was just resolved or read back from a file.
/// Analysis, maps and queries all work on records.
public struct IncidentRecord: Hashable, Sendable {
  /// Unique within a run: the document's name, `#`, the ordinal.
  public var id: String
  /// When it happened; nil where the text is silent or has a date that does not exist.
  public var date: IncidentDate?
  /// What the reporting body concluded.
  public var assessment: Assessment
  /// Whether the report had been closed and was opened again.
  public var isReopened: Bool
  /// Whether an earlier release had it; nil where the text is silent.
  public var wasPreviouslyReported: Bool?
  /// How the text tells of it, and whom the figures count.
  public var account: Account
  /// People killed; nil where the text is silent.
  public var killed: CountRange?
  /// People injured; nil where the text is silent.
  public var injured: CountRange?
  /// Who reported it, as written.
  public var sources: [String]
  /// The place phrase as written, without the country; nil where the text has none.
  public var place: String?
  /// ISO 3166-1 alpha-2 of the country the text states; nil where it states none.
  public var statedCountry: String?
  /// Where the incident goes on a map; nil when its place is ambiguous or unresolved.
  public var location: Location?
  /// The answers for all places the phrase names, in order.
  public var places: [PlaceRecord]
  /// What a reader must be warned of, in words.
  public var flags: [String]
  /// The numbers the report is known by.
  public var identifiers: [String] = []
  /// The identifier that the publisher of a table has for its row; nil for an incident of a text.
  public var sourceID: String?
  /// The grid reference, and where it is; nil where the text gives none.
  public var grid: GridRecord?
  /// The report that the text says this one duplicates, in words: `2904, CS170`; nil where it says none.
  public var duplicateOf: String?
  /// The identifier of that report's record, when it is in the same document.
  public var duplicateOfID: String?
  /// The date that the text says an earlier release gave in error.
  public var formerDate: IncidentDate?
  /// What earlier releases of the run said of the same incident, oldest first.
  public var history: [HistoryEntry] = []
  /// The columns of the table it is from, in their order.
  public var columns: [SourceColumn] = []
  /// The document's name.
  public var document: String
  /// The line the entry starts on, from 1.
  public var line: Int
  /// The bytes of the entry in the document.
  public var span: ByteSpan

  /// A record of its fields.
  public init(
    id: String, date: IncidentDate?, assessment: Assessment, isReopened: Bool, wasPreviouslyReported: Bool?,
    killed: CountRange?, injured: CountRange?, sources: [String], place: String?, statedCountry: String?,
    location: Location?, places: [PlaceRecord], flags: [String], document: String, line: Int, span: ByteSpan,
    account: Account = .release
  ) {
    self.id = id
    self.date = date
    self.assessment = assessment
    self.isReopened = isReopened
    self.wasPreviouslyReported = wasPreviouslyReported
    self.account = account
    self.killed = killed
    self.injured = injured
    self.sources = sources
    self.place = place
    self.statedCountry = statedCountry
    self.location = location
    self.places = places
    self.flags = flags
    self.document = document
    self.line = line
    self.span = span
  }

  // Inlinable, as are others that look at many records: they are large, and a call into a module copies what it is given.

  /// Civilians killed, or people of whom the text does not say what they were; nil where it is silent.
  @inlinable public var civiliansKilled: CountRange? { account.victims.mayBeCivilians ? killed : nil }

  /// Civilians injured, or people of whom the text does not say what they were; nil where it is silent.
  @inlinable public var civiliansInjured: CountRange? { account.victims.mayBeCivilians ? injured : nil }

  /// ISO 3166-1 alpha-2: the country of the location, or where there is none the one the text states.
  @inlinable public var country: String? {
    guard let found = location?.country, !found.isEmpty else { return statedCountry }
    return found
  }
}

extension IncidentRecord {
  /// What is published of an incident.
  public init(_ located: LocatedIncident) {
    let incident = located.incident
    self.init(
      id: "\(incident.document)#\(incident.ordinal)", date: incident.date?.value, assessment: incident.assessment,
      isReopened: incident.reopened != nil, wasPreviouslyReported: incident.previouslyReported?.value,
      killed: incident.killed?.value, injured: incident.injured?.value, sources: incident.sources.map(\.value),
      place: incident.placePhrase?.value,
      statedCountry: incident.mentions.lazy.filter { $0.country != nil }.compactMap(\.countryCode).first,
      location: located.match.map(Location.init),
      places: zip(incident.mentions, located.resolutions).map(PlaceRecord.init(mention:resolution:)),
      flags: located.flags.map { Self.words($0, located) } + (incident.isApproximate ? [Self.approximate] : []),
      document: incident.document, line: incident.line, span: incident.span, account: incident.account)
    identifiers = incident.identifiers.map(\.value)
    grid = located.grid.flatMap { answer in incident.grid.map { GridRecord($0.value, answer) } }
    duplicateOf = incident.duplicateOf?.description
    duplicateOfID = incident.duplicateOf?.ordinal.map { "\(incident.document)#\($0)" }
    formerDate = incident.formerDate?.value
  }

  /// The warning about `about 20`: least and most are the number stated, for the text gives no bounds.
  private static let approximate = "number of people is approximate"

  /// `grid is 86 km from the named place`
  private static func words(_ flag: ResolutionFlag, _ located: LocatedIncident) -> String {
    guard flag == .gridFarFromName, let meters = located.grid?.distanceMeters else { return flag.rawValue }
    return "grid is \(Int((meters / 1000).rounded())) km from the named place"
  }
}

extension PlaceRecord {
  /// A place as mentioned, and the answer for it.
  public init(mention: PlaceMention, resolution: Resolution) {
    self.init(
      place: ([mention.name] + mention.parents).joined(separator: ", "), status: resolution.status,
      location: resolution.best.map(Location.init), because: resolution.because)
  }
}

/// A column of the table that an incident is from, as it is there.
public struct SourceColumn: Hashable, Sendable {
  /// A value of a column.
  public enum Value: Hashable, Sendable {
    /// Nothing is stated.
    case missing
    /// A text.
    case text(String)
    /// A number.
    case number(Double)
    /// True or false.
    case flag(Bool)
    /// Something nested, as JSON.
    case json(String)
  }

  /// The column's name; `source_` stands before one that a property of incidents has too.
  public var name: String
  /// What the row has in it.
  public var value: Value

  /// A column and its value.
  public init(name: String, value: Value) { (self.name, self.value) = (name, value) }
}
