import Analysis
import Geo
import GeoEngine
import Incidents

/// The parts of a region that incidents are counted in: governorates of a country, districts of a governorate.
struct StatisticalAreas {
  struct Area {
    let code: String
    /// The code that others know it by; nil where there is none.
    var publishedCode: String? { code.contains("/district:") ? nil : code }
    let name: String
    /// The name on the map.
    let label: String
    let outline: MultiPolygon
    let squareKilometers: Double
  }

  /// By code.
  let areas: [Area]
  /// `governorate`, `district` or `subdistrict`.
  let kind: MapMark.Kind
  private let numbers: [String: Int]
  private let locator: AreaLocator

  init(_ context: StyleContext) throws(CartographyError) {
    let (region, basemap) = (context.request.map.region, context.request.map.basemap)
    let parts =
      region.isGovernorate
      ? basemap.districts.filter { $0.code.hasPrefix(region.code + "/") } : basemap.governorates.filter(region.includes)
    guard !parts.isEmpty else { throw .noAreas(region: context.area.name) }
    kind = !region.isGovernorate ? .governorate : parts.allSatisfy(\.isSubdistrict) ? .subdistrict : .district
    areas = parts.sorted { $0.code < $1.code }.map {
      Area(
        code: $0.code, name: $0.name, label: $0.label, outline: $0.outline,
        squareKilometers: Geodesic.areaSquareMeters($0.outline) / 1e6)
    }
    numbers = Dictionary(areas.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    do { locator = try AreaLocator(areas.map(\.outline)) } catch { throw .engine(error) }
  }

  /// The number of the area that an incident lies in; nil where only something larger is known.
  func number(of location: Location) -> Int? {
    guard kind != .governorate else { return location.governorate.flatMap { numbers[$0.code] } }
    guard location.precision < .governorate else { return nil }
    if case .lines = location.footprint { return nil }
    return locator.firstIndex(containing: location.coordinate)
  }

  /// Whether the place may as well be in a neighboring area: its circle of uncertainty crosses the border.
  func isAmbiguous(_ location: Location) -> Bool {
    guard kind != .governorate, location.isPointlike, location.uncertaintyMeters > 0,
      let own = locator.firstIndex(containing: location.coordinate)
    else { return false }
    let circle = Geodesic.circle(
      around: location.coordinate, radiusMeters: location.uncertaintyMeters, vertices: 16)
    return circle.exterior.coordinates.contains { locator.firstIndex(containing: $0) != own }
  }
}

extension Precision {
  fileprivate static func < (left: Precision, right: Precision) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
