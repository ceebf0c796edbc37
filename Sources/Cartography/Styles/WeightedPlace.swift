import Analysis
import Geo
import Incidents

/// Incidents, or people killed, at one position of one uncertainty.
struct WeightedPlace {
  let name: String
  let coordinate: Coordinate
  let uncertaintyMeters: Double
  /// How many.
  let count: Int
  /// Whether the position is a larger place that stands for an unknown one, or a town's center that several incidents
  /// share.
  let isStandIn: Bool

  var weighted: WeightedCoordinate { WeightedCoordinate(coordinate, uncertaintyMeters: uncertaintyMeters) }

  /// Whether the position says no more than “somewhere around there”: at the scale of the bandwidth.
  func isGeneric(_ bandwidth: Bandwidth) -> Bool { isStandIn || uncertaintyMeters > bandwidth.meters }
}

extension IncidentSelection {
  /// A place for each incident that is at a point and adds something.
  func pointlike(counting quantity: Quantity) -> [WeightedPlace] {
    let generic = Set(spots.lazy.filter(\.isGeneric).map(\.coordinate))
    var places: [WeightedPlace] = []
    let all = records.span
    for index in all.indices {
      guard let count = quantity.count(all[index]), count > 0, let location = all[index].location,
        location.isPointlike
      else { continue }
      let isCenter = location.precision == .town && generic.contains(location.coordinate)
      places.append(
        WeightedPlace(
          name: location.placeName, coordinate: location.coordinate, uncertaintyMeters: location.uncertaintyMeters,
          count: count, isStandIn: location.match == .parent || isCenter))
    }
    return places
  }
}

extension [WeightedPlace] {
  /// One place for each position and uncertainty: most first, then by position.
  var grouped: [WeightedPlace] {
    // The sort is stable: those of as many stay in the order of their positions.
    sortedRuns { $0.position < $1.position }.map(WeightedPlace.init(adding:)).sorted { $0.count > $1.count }
  }
}

extension WeightedPlace {
  /// - Parameter places: one or more of one position and uncertainty.
  fileprivate init(adding places: ArraySlice<WeightedPlace>) {
    let first = places[places.startIndex]
    name = places.dropFirst().reduce(first.name) { min($0, $1.name) }
    (coordinate, uncertaintyMeters) = (first.coordinate, first.uncertaintyMeters)
    count = places.reduce(0) { $0 + $1.count }
    isStandIn = places.contains(where: \.isStandIn)
  }

  fileprivate var position: (Double, Double, Double) {
    (coordinate.longitude, coordinate.latitude, uncertaintyMeters)
  }
}
