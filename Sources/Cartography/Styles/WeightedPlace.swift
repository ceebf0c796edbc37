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
    let generic = Set(spots.filter(\.isGeneric).map(\.coordinate))
    return records.compactMap { record in
      guard let location = record.location, location.isPointlike, let count = quantity.count(record), count > 0 else {
        return nil
      }
      let isCenter = location.precision == .town && generic.contains(location.coordinate)
      return WeightedPlace(
        name: location.placeName, coordinate: location.coordinate, uncertaintyMeters: location.uncertaintyMeters,
        count: count, isStandIn: location.match == .parent || isCenter)
    }
  }
}

extension [WeightedPlace] {
  /// One place for each position and uncertainty: most first, then by position.
  var grouped: [WeightedPlace] {
    let groups = Dictionary(grouping: self) { Key(coordinate: $0.coordinate, uncertaintyMeters: $0.uncertaintyMeters) }
    return groups.map { key, places in
      WeightedPlace(
        name: places.map(\.name).min() ?? "", coordinate: key.coordinate, uncertaintyMeters: key.uncertaintyMeters,
        count: places.reduce(0) { $0 + $1.count }, isStandIn: places.contains(where: \.isStandIn))
    }
    .sorted { $0.order < $1.order }
  }

  private struct Key: Hashable {
    let coordinate: Coordinate
    let uncertaintyMeters: Double
  }
}

extension WeightedPlace {
  fileprivate var order: (Int, Double, Double, Double) {
    (-count, coordinate.longitude, coordinate.latitude, uncertaintyMeters)
  }
}
