import Analysis
import Incidents

/// The part of the world that a map is about.
public enum MapRegion: Hashable, Sendable {
  /// A country: ISO 3166-1 alpha-2.
  case country(String)
  /// A governorate: ISO 3166-2.
  case governorate(String)

  /// The code.
  public var code: String {
    switch self {
    case .country(let code), .governorate(let code): code
    }
  }
}

/// Everything a map is drawn from.
public struct MapRequest: Sendable {
  /// What the map is about.
  public var region: MapRegion
  /// The incidents, of this region and others: the map takes those whose place lies in it.
  public var records: [IncidentRecord]
  /// What is drawn under them.
  public var basemap: Basemap
  /// The density surface, made from the region's pointlike incidents; nil when there are too few for one.
  public var density: DensityGrid?
  /// The bandwidth of that surface, for the legend to say where it comes from.
  public var bandwidth: Bandwidth?
  /// Where the incidents come from, one line each: `Release of May 31, 2019`.
  public var sources: [String]
  /// Who published the places that the region's incidents were matched to, one line each.
  public var placeCredits: [String]

  /// A request for a map.
  public init(
    region: MapRegion, records: [IncidentRecord], basemap: Basemap, density: DensityGrid? = nil,
    bandwidth: Bandwidth? = nil, sources: [String] = [], placeCredits: [String] = []
  ) {
    self.region = region
    self.records = records
    self.basemap = basemap
    self.density = density
    self.bandwidth = bandwidth
    self.sources = sources
    self.placeCredits = placeCredits
  }
}
