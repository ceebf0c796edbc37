import Geo

/// How a written name came to its place.
public enum MatchKind: String, Hashable, Sendable, CaseIterable {
  /// The same letters as the entry's main name, but for case, articles and apostrophes.
  case exact
  /// The same letters as one of its other names.
  case alternateName = "alternate name"
  /// A different transliteration or a typing error of one of its names.
  case spelling
  /// The place itself is unknown; this is the larger place the text names.
  case parent
  /// The text gave coordinates.
  case coordinates
  /// The text says where it is from a known place: `10 km north of A`, `between A and B`.
  case relative = "relative position"
}

/// A warning about a resolution that a map reader must see.
public enum ResolutionFlag: String, Hashable, Sendable, CaseIterable {
  /// The name is known only in another country than the one the text states.
  case onlyInOtherCountry = "known only in another country"
  /// The text gives no country.
  case noCountry = "no country stated"
  /// The place is unknown; the larger place stands for it.
  case parentStandsIn = "parent place stands in"
  /// The position stands for an area or a line, not for a point.
  case notAPoint = "area or line, not a point"
  /// There are other places of that name that fit nearly as well.
  case rivals = "rival places"
  /// The text names several places; this is the first, or a circle around all.
  case severalPlaces = "several places named"
  /// The country of the place and the country the text states are not the same.
  case countryDisagrees = "country disagrees"
  /// The governorate of the place and the one the text states are not the same.
  case governorateDisagrees = "governorate disagrees"
  /// The governorate the text states is not known.
  case unknownGovernorate = "stated governorate not known"
  /// The text states a country that no gazetteer has.
  case unknownCountry = "stated country not known"
  /// The circle of uncertainty reaches into other governorates.
  case acrossGovernorates = "may lie in another governorate"
  /// The grid and the place the text names are farther apart than both uncertainties allow.
  case gridFarFromName = "grid is far from the named place"
  /// The grid is mistyped or lies where the text does not allow; the named place stands for it.
  case gridUnusable = "grid cannot be used"
}

/// A gazetteer entry that a name was matched to, and everything needed to defend the match.
public struct Match: Hashable, Sendable {
  /// The entry's identifier: `geonames:99532`; of a position that is no entry, its `geo` URI (RFC 5870), latitude first.
  public var placeID: String
  /// The identifiers of the same place in other gazetteers: a P-code, another publisher's number.
  public var otherIDs: [String]
  /// The entry's main name.
  public var placeName: String
  /// The one of the entry's names that matched.
  public var matchedName: String
  /// What the entry is.
  public var kind: PlaceKind
  /// ISO 3166-1 alpha-2.
  public var country: String
  /// The governorate the position lies in; nil for a whole country or where no boundary is known.
  public var governorate: Governorate?
  /// The middle of the place: for an area or a line, the center of a circle around it.
  public var coordinate: Coordinate
  /// The radius around `coordinate` within which the true position lies: the extent of the place and the imprecision of
  /// its coordinate (point-radius georeferencing, Darwin Core `coordinateUncertaintyInMeters`).
  public var uncertaintyMeters: Double
  /// The area or line itself, when the place is one.
  public var footprint: Geometry?
  /// How fine the position is.
  public var precision: Precision
  /// How the name was matched.
  public var how: MatchKind
  /// The probability, 0…1, that this is the place meant.
  public var confidence: Double
  /// The chain of reasons, in words a human can check.
  public var because: [String]
  /// Who published the entry, as its gazetteer says; empty where the position comes from the text itself.
  public var source: String

  /// A match with all its evidence.
  public init(
    placeID: String, otherIDs: [String] = [], placeName: String, matchedName: String, kind: PlaceKind, country: String,
    governorate: Governorate?, coordinate: Coordinate, uncertaintyMeters: Double, footprint: Geometry? = nil,
    precision: Precision, how: MatchKind, confidence: Double, because: [String], source: String = ""
  ) {
    self.placeID = placeID
    self.otherIDs = otherIDs
    self.placeName = placeName
    self.matchedName = matchedName
    self.kind = kind
    self.country = country
    self.governorate = governorate
    self.coordinate = coordinate
    self.uncertaintyMeters = uncertaintyMeters
    self.footprint = footprint
    self.precision = precision
    self.how = how
    self.confidence = confidence
    self.because = because
    self.source = source
  }
}

/// The answer to “where is that?”.
public struct Resolution: Hashable, Sendable {
  /// Whether the answer may go on a map.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// One place is clearly meant.
    case resolved
    /// Several places fit about as well; `best` leads them but must not be drawn.
    case ambiguous
    /// Nothing fits well enough.
    case unresolved
  }

  /// Whether the answer may go on a map.
  public var status: Status
  /// The leading candidate; nil when unresolved.
  public var best: Match?
  /// The rivals, best first: when unresolved, what came nearest or is known elsewhere.
  public var alternatives: [Match]
  /// Warnings, in the order of `ResolutionFlag.allCases`.
  public var flags: [ResolutionFlag]
  /// Why there is no answer, or what else to know about it.
  public var because: [String]

  /// An answer.
  public init(
    status: Status, best: Match?, alternatives: [Match] = [], flags: [ResolutionFlag] = [], because: [String] = []
  ) {
    precondition((best == nil) == (status == .unresolved), "an answer has a best match unless it is unresolved")
    self.status = status
    self.best = best
    self.alternatives = alternatives
    self.flags = flags
    self.because = because
  }
}
