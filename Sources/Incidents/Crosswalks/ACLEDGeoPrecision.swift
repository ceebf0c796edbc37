/// The code `geo_precision` of the Armed Conflict Location & Event Data Project (ACLED Codebook, “Spatial precision codes”,
/// https://acleddata.com/knowledge-base/codebook/).
public enum ACLEDGeoPrecision: Int, Hashable, Sendable, CaseIterable {
  /// The source names a particular town, or a part of a large city, and its coordinates are known.
  case town = 1
  /// A small part of a region, of which only the general area is told, or near a town: a town represents it.
  case partOfRegion = 2
  /// A larger region: the closest natural feature that the source names represents it or, failing that, the provincial
  /// capital.
  case region = 3

  /// The code of a position. Nil for a whole country: ACLED records no event that is not known more closely, but for some
  /// strategic developments. A town that is not told from a namesake farther away is a general area.
  public init?(_ location: Location) {
    let isNamed = location.match != .relative && location.match != .parent
    let isTown = location.footprint == nil && location.uncertaintyMeters <= UCDPWherePrecision.aroundPointMeters
    switch location.precision {
    case .site, .neighborhood, .town: self = isNamed && isTown ? .town : .partOfRegion
    case .district: self = .partOfRegion
    case .governorate: self = .region
    case .country: return nil
    }
  }

  /// The radius that a code leaves open in a country, in meters: that of a town, of a district, of a governorate.
  public func uncertaintyMeters(_ extents: CountryExtents) -> Double {
    switch self {
    case .town: extents.townMeters
    case .partOfRegion: extents.districtMeters
    case .region: extents.governorateMeters
    }
  }
}
