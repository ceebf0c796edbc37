import Geo
import GeoEngine
import Incidents

extension Resolver {
  /// How far it is from a place to the next one of its size, in a direction or in any: what a text means by “north of A”
  /// or “near A” is not nearer to another such place. Never less than `leastReachMeters` beyond the place's own circle,
  /// and never more than `mostReachMeters`.
  func reachMeters(from place: Match, toward heading: Heading?) -> Double {
    let isTown = place.kind == .city || place.kind == .town
    let least = place.uncertaintyMeters + weights.leastReachMeters
    var nearest = weights.mostReachMeters
    for other in onDemand.settlements(index).within(nearest, northOrSouthOf: place.coordinate) {
      guard !isTown || other.isTown else { continue }
      let meters = Nearness.meters(place.coordinate, other.coordinate)
      guard meters < nearest, meters > least else { continue }
      if let heading, !heading.covers(Geodesic.inverse(from: place.coordinate, to: other.coordinate)) { continue }
      nearest = meters
    }
    return max(nearest, min(least, weights.mostReachMeters))
  }
}

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

extension Heading {
  fileprivate func covers(_ way: (distanceMeters: Double, initialBearingDegrees: Double)) -> Bool {
    let difference = abs(way.initialBearingDegrees - bearingDegrees)
    return min(difference, 360 - difference) <= imprecisionDegrees
  }
}
