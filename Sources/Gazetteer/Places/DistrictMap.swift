import Geo
import GeoEngine
import Incidents
import Synchronization

/// The districts of a gazetteer and which of them a position is in. Their boundaries are prepared when first needed:
/// most runs never ask.
final class DistrictMap: Sendable {
  private let places: [Int]
  private let areas: [MultiPolygon]
  private let locator = Mutex<AreaLocator??>(nil)

  /// The districts among the places: the entries of that kind that have an area.
  init(_ index: PlaceIndex, kind: PlaceKind = .district) {
    var found: [(Int, MultiPolygon)] = []
    for (number, place) in index.places.enumerated() where place.kind == kind {
      if case .area(let area)? = place.footprint { found.append((number, area)) }
    }
    places = found.map(\.0)
    areas = found.map(\.1)
  }

  /// The districts a position lies in, as numbers of places.
  func districts(containing coordinate: Coordinate) -> [Int] {
    let locator = locator.withLock { locator in
      if let ready = locator { return ready }
      let made = try? AreaLocator(areas)
      locator = .some(made)
      return made
    }
    return locator?.indices(containing: coordinate).map { places[$0] } ?? []
  }

  /// Whether a district, given as the number of its place, contains a position.
  func contains(_ district: Int, _ coordinate: Coordinate) -> Bool {
    districts(containing: coordinate).contains(district)
  }
}
