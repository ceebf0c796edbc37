import Geo

/// The nearest position on a line, such as the stretch of a river next to a town.
public enum Nearest {
  /// The position on the lines that is nearest to the target, and its geodesic distance. Edges are straight in degrees
  /// (RFC 7946 §3.1.1); lines must not cross the antimeridian. Passing no lines is a programming error.
  public static func on(
    _ lines: [LineString], to target: Coordinate
  ) -> (coordinate: Coordinate, distanceMeters: Double) {
    precondition(!lines.isEmpty, "nothing is near an empty list of lines")
    let edges = lines.flatMap { line in
      zip(line.coordinates, line.coordinates.dropFirst()).map { Edge(from: $0, to: $1, target: target) }
    }
    let bound = edges.map(\.atMostMeters).min() ?? .infinity
    let candidates = edges.filter { $0.atLeastMeters <= bound }.map { $0.nearest(to: target) }
    guard let best = candidates.min(by: { $0.distanceMeters < $1.distanceMeters }) else {
      preconditionFailure("a line has an edge")
    }
    return best
  }
}

/// One edge, with bounds of its distance to the target that cost no geodesic.
private struct Edge {
  let from: Coordinate
  let to: Coordinate
  let atLeastMeters: Double
  let atMostMeters: Double

  /// The chord through the ellipsoid stands for the edge. An edge of length l is within l² / 4R of it: l² / 8R for its
  /// height over the chord, and less than twice that for the bend of a line straight in degrees, up to 60° of latitude.
  /// The geodesic grows with the chord to within the flattening, 0.34 %: an edge 1 % farther away is not the nearest.
  init(from: Coordinate, to: Coordinate, target: Coordinate) {
    (self.from, self.to) = (from, to)
    let (a, b, t) = (from.geocentric, to.geocentric, target.geocentric)
    let (chord, offset) = (b - a, t - a)
    let lengthSquared = (chord * chord).sum()
    let share = lengthSquared > 0 ? min(1, max(0, (chord * offset).sum() / lengthSquared)) : 0
    let gap = offset - chord * share
    let meters = (gap * gap).sum().squareRoot()
    let slack = lengthSquared / (4 * 6_356_752) + 1e-6
    atLeastMeters = meters - slack
    atMostMeters = meters * 1.01 + slack
  }

  /// Golden-section search over the edge (J. Kiefer, “Sequential minimax search for a maximum”, 1953); the distance to
  /// a fixed position has a single minimum along an edge.
  func nearest(to target: Coordinate) -> (coordinate: Coordinate, distanceMeters: Double) {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (0.0, 1.0)
    var (left, right) = (high - ratio, low + ratio)
    var (leftMeters, rightMeters) = (distance(at: left, target), distance(at: right, target))
    for _ in 0..<48 {
      if leftMeters <= rightMeters {
        (high, right, rightMeters) = (right, left, leftMeters)
        left = high - ratio * (high - low)
        leftMeters = distance(at: left, target)
      } else {
        (low, left, leftMeters) = (left, right, rightMeters)
        right = low + ratio * (high - low)
        rightMeters = distance(at: right, target)
      }
    }
    return [0, (low + high) / 2, 1].map { (position(at: $0), distance(at: $0, target)) }
      .min { $0.1 < $1.1 } ?? (from, distance(at: 0, target))
  }

  private func position(at share: Double) -> Coordinate {
    if share == 0 { return from }
    if share == 1 { return to }
    return Coordinate(
      wrappingLongitude: from.longitude + share * (to.longitude - from.longitude),
      latitude: from.latitude + share * (to.latitude - from.latitude))
  }

  private func distance(at share: Double, _ target: Coordinate) -> Double {
    Geodesic.distanceMeters(from: position(at: share), to: target)
  }
}
