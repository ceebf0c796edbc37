import Geo
import GeoEngine
import Incidents
import Synchronization

/// The districts of a gazetteer and which of them a position is in. Their boundaries are prepared when first needed:
/// most runs never ask.
final class DistrictMap: Sendable {
  private let index: PlaceIndex
  private let prepared = Mutex<(places: [Int], locator: AreaLocator?)?>(nil)

  private let kind: PlaceKind

  /// The areas of an index: the entries of that kind that have one.
  init(_ index: PlaceIndex, kind: PlaceKind = .district) {
    self.index = index
    self.kind = kind
  }

  /// The districts a position lies in, as numbers of places.
  func districts(containing coordinate: Coordinate) -> [Int] {
    let (places, locator) = prepared.withLock { prepared in
      if let prepared { return prepared }
      let made = prepare()
      prepared = made
      return made
    }
    return locator?.indices(containing: coordinate).map { places[$0] } ?? []
  }

  private func prepare() -> (places: [Int], locator: AreaLocator?) {
    var places: [Int] = []
    var areas: [MultiPolygon] = []
    for number in index.places(of: kind) {
      guard case .area(let area)? = index.footprint(of: number) else { continue }
      places.append(number)
      areas.append(area)
    }
    return (places, try? AreaLocator(areas))
  }

  /// Whether a district, given as the number of its place, contains a position.
  func contains(_ district: Int, _ coordinate: Coordinate) -> Bool {
    districts(containing: coordinate).contains(district)
  }
}
