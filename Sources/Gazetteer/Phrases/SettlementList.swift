import Geo
import Incidents

/// Cities, towns and villages from south to north, to find those near a place without asking all.
struct SettlementList: Sendable {
  struct Settlement: Sendable {
    let coordinate: Coordinate
    let isTown: Bool
  }

  private let settlements: [Settlement]

  init(_ index: PlaceIndex) {
    let kinds: [PlaceKind] = [.city, .town, .village]
    settlements = kinds.flatMap { kind in
      index.places(of: kind).map { Settlement(coordinate: index.attributes[$0].coordinate, isTown: kind != .village) }
    }.sorted { $0.coordinate.latitude < $1.coordinate.latitude }
  }

  /// Those whose latitude is at most a distance from that of a position.
  func within(_ meters: Double, northOrSouthOf position: Coordinate) -> ArraySlice<Settlement> {
    let degrees = meters / 110_000  // a degree of latitude is at least that long
    return settlements[first(from: position.latitude - degrees)..<first(from: (position.latitude + degrees).nextUp)]
  }

  private func first(from latitude: Double) -> Int {
    var (low, high) = (0, settlements.count)
    while low < high {
      let middle = (low + high) / 2
      if settlements[middle].coordinate.latitude < latitude { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
