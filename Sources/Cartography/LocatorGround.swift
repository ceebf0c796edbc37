import Geo
import GeoEngine

/// What a locator shows: the country that a governorate lies in, or a country among its neighbors.
struct LocatorGround {
  let region: MapRegion
  let country: Basemap.Area
  let projection: Projection
  let rectangle: PlanarRectangle
  /// Around the rectangle, in sheet units.
  let margin: Double

  /// Nil without an outline of the country; of a country, also where too little around it is known.
  init?(_ region: MapRegion, basemap: Basemap) throws(EngineError) {
    guard
      let country = basemap.countries.first(where: { $0.code == region.code.prefix { $0 != "-" } })
    else { return nil }
    let projection = try Projection(equalAreaFor: country.box)
    let outline = try projection.project(country.outline.polygons.flatMap(\.exterior.coordinates))
    guard let own = PlanarRectangle(outline),
      let shown = region.isGovernorate ? own : try Self.surroundings(of: country, own, basemap, projection)
    else { return nil }
    (self.region, self.country, self.projection, rectangle) = (region, country, projection, shown)
    margin = region.isGovernorate ? 4 : 0
  }

  /// How much of what is around a country is looked for, on each side, as a part of its own extent.
  private static let surroundingPart = 0.75
  /// Less than this, as a multiple of the country's own rectangle, shows little more than the map does.
  private static let leastArea = 2.0

  /// The ground around a country, as far as the outlines of its neighbors are known: beyond the box around them there may
  /// be land that a locator would show as sea.
  private static func surroundings(
    of country: Basemap.Area, _ own: PlanarRectangle, _ basemap: Basemap, _ projection: Projection
  ) throws(EngineError) -> PlanarRectangle? {
    let neighbors = basemap.countries.filter { $0.code != country.code && $0.box.intersects(country.box) }
    guard !neighbors.isEmpty,
      let known = try PlanarRectangle(inside: neighbors.reduce(country.box) { $0.union($1.box) }, projection)
    else { return nil }
    let wanted = own.insetBy(meters: -surroundingPart * max(own.width, own.height))
    let (left, right) = (max(wanted.minX, known.minX), min(wanted.maxX, known.maxX))
    let (bottom, top) = (max(wanted.minY, known.minY), min(wanted.maxY, known.maxY))
    guard left <= own.minX, own.maxX <= right, bottom <= own.minY, own.maxY <= top,
      (right - left) * (top - bottom) >= leastArea * own.width * own.height
    else { return nil }
    return PlanarRectangle(minX: left, minY: bottom, maxX: right, maxY: top)
  }
}

extension PlanarRectangle {
  /// The largest upright rectangle that lies within the projected edges of a box; nil when there is none.
  fileprivate init?(inside box: BoundingBox, _ projection: Projection) throws(EngineError) {
    let parts = (0...16).map { Double($0) / 16 }
    let longitudes = parts.map { box.west + (box.east - box.west) * $0 }
    let latitudes = parts.map { box.south + (box.north - box.south) * $0 }
    func edge(_ longitudes: [Double], _ latitudes: [Double]) throws(EngineError) -> [PlanarPoint] {
      try projection.project(
        zip(longitudes, latitudes).map { Coordinate(wrappingLongitude: $0, latitude: $1) })
    }
    func along(_ value: Double) -> [Double] { parts.map { _ in value } }
    let left = try edge(along(box.west), latitudes).map(\.x).max() ?? 0
    let right = try edge(along(box.east), latitudes).map(\.x).min() ?? 0
    let bottom = try edge(longitudes, along(box.south)).map(\.y).max() ?? 0
    let top = try edge(longitudes, along(box.north)).map(\.y).min() ?? 0
    guard left < right, bottom < top else { return nil }
    self.init(minX: left, minY: bottom, maxX: right, maxY: top)
  }
}
