import Geo

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

  /// Civilians killed, or people of whom the text does not say what they were; nil where it is silent.
  public var civiliansKilled: CountRange? { account.victims.mayBeCivilians ? killed : nil }

  /// Civilians injured, or people of whom the text does not say what they were; nil where it is silent.
  public var civiliansInjured: CountRange? { account.victims.mayBeCivilians ? injured : nil }

  /// ISO 3166-1 alpha-2: the country of the location, or where there is none the one the text states.
  public var country: String? { location?.country ?? statedCountry }
}

/// A position that may be drawn, and what it rests on.
public struct Location: Hashable, Sendable {
  /// The center of the circle of uncertainty.
  public var coordinate: Coordinate
  /// Its radius in meters.
  public var uncertaintyMeters: Double
  /// What kind of thing the position stands for.
  public var precision: Precision
  /// The area or line, when the place is one; nil for a point.
  public var footprint: Geometry?
  /// The gazetteer entry's identifier.
  public var placeID: String
  /// The identifiers of the same place in other gazetteers.
  public var otherIDs: [String]
  /// The entry's main name: what a map calls it.
  public var placeName: String
  /// The one of its names that matched.
  public var matchedName: String
  /// How it matched.
  public var match: MatchKind
  /// The probability, 0…1, that this is the place meant.
  public var confidence: Double
  /// ISO 3166-1 alpha-2.
  public var country: String
  /// The governorate; nil for a whole country.
  public var governorate: Governorate?
  /// The reasons, in words.
  public var because: [String]
  /// Who published the gazetteer entry; empty where the position comes from the text itself.
  public var source: String

  /// A position and what it rests on.
  public init(
    coordinate: Coordinate, uncertaintyMeters: Double, precision: Precision, footprint: Geometry?, placeID: String,
    otherIDs: [String] = [], placeName: String, matchedName: String, match: MatchKind, confidence: Double,
    country: String,
    governorate: Governorate?,
    because: [String], source: String = ""
  ) {
    self.coordinate = coordinate
    self.uncertaintyMeters = uncertaintyMeters
    self.precision = precision
    self.footprint = footprint
    self.placeID = placeID
    self.otherIDs = otherIDs
    self.placeName = placeName
    self.matchedName = matchedName
    self.match = match
    self.confidence = confidence
    self.country = country
    self.governorate = governorate
    self.because = because
    self.source = source
  }

  /// Whether the position is a place of its own and not an area or line that only says “somewhere in here”.
  public var isPointlike: Bool {
    footprint == nil && [.site, .neighborhood, .town].contains(precision)
  }
}

/// One of the places an incident names, with the answer for it.
public struct PlaceRecord: Hashable, Sendable {
  /// The words of the document, parents included.
  public var place: String
  /// Whether an answer was found.
  public var status: Resolution.Status
  /// The leading candidate; nil when unresolved.
  public var location: Location?
  /// Why there is none, or what else to know.
  public var because: [String]

  /// A place and the answer for it.
  public init(place: String, status: Resolution.Status, location: Location?, because: [String]) {
    self.place = place
    self.status = status
    self.location = location
    self.because = because
  }
}

extension Location {
  /// The part of a match that is published.
  public init(_ match: Match) {
    self.init(
      coordinate: match.coordinate, uncertaintyMeters: match.uncertaintyMeters, precision: match.precision,
      footprint: match.footprint, placeID: match.placeID, otherIDs: match.otherIDs, placeName: match.placeName,
      matchedName: match.matchedName,
      match: match.how,
      confidence: match.confidence, country: match.country, governorate: match.governorate, because: match.because,
      source: match.source)
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
      statedCountry: incident.mentions.lazy.compactMap(\.countryCode).first, location: located.match.map(Location.init),
      places: zip(incident.mentions, located.resolutions).map(PlaceRecord.init(mention:resolution:)),
      flags: located.flags.map(\.rawValue), document: incident.document, line: incident.line, span: incident.span,
      account: incident.account)
  }
}

extension PlaceRecord {
  init(mention: PlaceMention, resolution: Resolution) {
    self.init(
      place: ([mention.name] + mention.parents).joined(separator: ", "), status: resolution.status,
      location: resolution.best.map(Location.init), because: resolution.because)
  }
}
