import Geo

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
  /// How many decimals of a degree the position is written with in a table that gives it; nil for a position that was
  /// found, which is as fine as it is known.
  public var statedDecimals: Int?

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
  @inlinable public var isPointlike: Bool {
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
