import Geo
import GeoEngine
import Incidents
import Synchronization

/// The areas of one kind in a gazetteer and which of them a position is in. Their boundaries are prepared when first
/// needed: most runs never ask.
final class AreaMap: Sendable {
  private let index: PlaceIndex
  private let kind: PlaceKind
  private let prepared = Mutex<(places: [Int], locator: AreaLocator?)?>(nil)

  /// The areas of an index: the entries of that kind that have one.
  init(_ index: PlaceIndex, kind: PlaceKind) {
    self.index = index
    self.kind = kind
  }

  /// The areas a position lies in, as numbers of places.
  func areas(containing coordinate: Coordinate) -> [Int] {
    let (places, locator) = ready()
    return locator?.indices(containing: coordinate).map { places[$0] } ?? []
  }

  /// Whether a place is one of the areas.
  func isArea(_ place: Int) -> Bool { index.attributes[place].kind == kind && ready().places.contains(place) }

  /// Whether an area, given as the number of its place, contains a position.
  func contains(_ area: Int, _ coordinate: Coordinate) -> Bool {
    isArea(area) && areas(containing: coordinate).contains(area)
  }

  private func ready() -> (places: [Int], locator: AreaLocator?) {
    prepared.withLock { prepared in
      if let prepared { return prepared }
      let made = prepare()
      prepared = made
      return made
    }
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
}
