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
      if let heading,
        !heading.covers(Geodesic.inverse(from: place.coordinate, to: other.coordinate).initialBearingDegrees)
      {
        continue
      }
      nearest = meters
    }
    return max(nearest, min(least, weights.mostReachMeters))
  }
}
