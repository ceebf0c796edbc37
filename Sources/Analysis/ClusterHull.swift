import Geo
import GeoEngine
import Incidents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The mean position, and the convex hull of the circles of uncertainty, both on an equal-area map centered there.
func hullAndCenter(of locations: [Location]) throws(EngineError) -> (center: Coordinate, hull: MultiPolygon) {
  let projection = try Projection(equalAreaCenteredOn: middle(of: locations.map(\.coordinate)))
  let points = try projection.project(locations.map(\.coordinate))
  let count = Double(points.count)
  let mean = PlanarPoint(x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
  let circles = try projection.project(locations.flatMap(circleVertices))
  guard let hull = try Overlay.convexHull(of: circles) else { throw .emptyGeometry }
  let outline = try projection.unproject(withShortEdges(hull.exterior))
  let center = try projection.unproject([mean])[0]
  return (center, try cutAtAntimeridian(outline, around: center.longitude))
}

/// A polygon around the circle of uncertainty. Its corners are so far out that its edges touch the circle, and a little
/// farther: the projection bends lengths by less than a thousandth at a hundred kilometers from its center, and a
/// meter makes a circle of a position that is exact.
private func circleVertices(_ location: Location) -> [Coordinate] {
  let corners = 32
  let radius = (location.uncertaintyMeters * 1.001 + 1) / cos(.pi / Double(corners))
  return Array(
    Geodesic.circle(around: location.coordinate, radiusMeters: radius, vertices: corners).exterior.coordinates
      .dropLast())
}

/// A direction from the earth's center, as a coordinate: the mean works at the antimeridian and the poles too.
private func middle(of coordinates: [Coordinate]) -> Coordinate {
  let sum = coordinates.reduce(SIMD3<Double>()) { $0 + $1.geocentric }
  let axis = (sum.x * sum.x + sum.y * sum.y).squareRoot()
  return Coordinate(
    wrappingLongitude: atan2(sum.y, sum.x) * 180 / .pi, latitude: atan2(sum.z, axis) * 180 / .pi)
}

/// An edge straight on the map is not quite straight in degrees: cut into pieces of at most 4 km, it is off by no more
/// than a third of a meter below 50° of latitude.
private func withShortEdges(_ ring: [PlanarPoint]) -> [PlanarPoint] {
  zip(ring, ring.dropFirst()).flatMap { a, b in
    let pieces = max(1, (hypot(b.x - a.x, b.y - a.y) / 4000).rounded(.up))
    return (0..<Int(pieces)).map { step in
      let share = Double(step) / pieces
      return PlanarPoint(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y))
    }
  } + ring.suffix(1)
}
