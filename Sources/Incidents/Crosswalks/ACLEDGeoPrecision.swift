/// The code `geo_precision` of the Armed Conflict Location & Event Data Project (ACLED Codebook, 2023, “Spatial precision
/// codes”).
public enum ACLEDGeoPrecision: Int, Hashable, Sendable, CaseIterable {
  /// A particular town is named, and its coordinates are known.
  case town = 1
  /// A small part of a region, or near a town: a town represents it.
  case partOfRegion = 2
  /// A larger region: a natural feature or the provincial capital represents it.
  case region = 3

  /// The code of a position.
  public init(_ location: Location) {
    let isNamed = location.match != .relative && location.match != .parent
    switch location.precision {
    case .site, .neighborhood, .town: self = isNamed && location.footprint == nil ? .town : .partOfRegion
    case .district: self = .partOfRegion
    case .governorate, .country: self = .region
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
