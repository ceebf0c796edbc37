/// The code `where_prec` of the UCDP Georeferenced Event Dataset: how exactly an event's place is known (S. Högbladh, UCDP
/// GED Codebook, Uppsala University, under `where_prec`; R. Sundberg and E. Melander, “Introducing the UCDP
/// Georeferenced Event Dataset”, Journal of Peace Research 50 (2013), 523–532). Compared with the wording that the
/// codebook's readers quote, such as the documentation of CRAN's mapme.biodiversity (`calc_fatalities_ucdp`).
public enum UCDPWherePrecision: Int, Hashable, Sendable, CaseIterable {
  /// The exact location is known and coded: a named place.
  case exactLocation = 1
  /// Within at most about 25 km of a known point, which is the one that is coded.
  case aroundKnownPoint = 2
  /// Only the second-level area is known; a point, usually the middle, stands for it.
  case district = 3
  /// Only the first-level area is known; a point, usually the middle, stands for it.
  case governorate = 4
  /// A line, such as a river, a border or the way between two places, or an area without defined borders, such as a part
  /// of a country wider than its first-level areas; a point represents it.
  case lineOrFuzzyArea = 5
  /// Only the country is known.
  case country = 6
  /// In international waters or airspace.
  case internationalWaters = 7

  /// How far from a known point the second code reaches.
  public static let aroundPointMeters = 25_000.0

  /// The code of a position. Nil where the country is not known: that a position is on the high seas is not for a
  /// gazetteer of countries to say.
  public init?(_ location: Location) {
    guard !location.country.isEmpty else { return nil }
    if case .lines? = location.footprint {
      self = .lineOrFuzzyArea
      return
    }
    switch location.match {
    case .relative: self = Self.around(location.uncertaintyMeters)
    case .coordinates where location.precision == .site: self = .exactLocation
    case .coordinates: self = Self.around(location.uncertaintyMeters)
    case .parent where location.isPointlike: self = Self.around(location.uncertaintyMeters)
    case _ where location.isPointlike && location.uncertaintyMeters > Self.aroundPointMeters:
      self = .lineOrFuzzyArea  // a town that is not told from a namesake farther away
    case .exact, .alternateName, .spelling, .parent: self = Self.code(location.precision)
    }
  }

  /// The radius that a code leaves open in a country, in meters. Nil for lines, fuzzy areas and the high seas: no radius
  /// follows from those codes, and Darwin Core's term is to be left empty.
  public func uncertaintyMeters(_ extents: CountryExtents) -> Double? {
    switch self {
    case .exactLocation: extents.townMeters
    case .aroundKnownPoint: max(Self.aroundPointMeters, extents.townMeters)
    case .district: extents.districtMeters
    case .governorate: extents.governorateMeters
    case .country: extents.countryMeters
    case .lineOrFuzzyArea, .internationalWaters: nil
    }
  }

  private static func around(_ meters: Double) -> UCDPWherePrecision {
    meters <= aroundPointMeters ? .aroundKnownPoint : .lineOrFuzzyArea
  }

  private static func code(_ precision: Precision) -> UCDPWherePrecision {
    switch precision {
    case .site, .neighborhood, .town: .exactLocation
    case .district: .district
    case .governorate: .governorate
    case .country: .country
    }
  }
}
