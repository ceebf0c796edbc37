import Geo
import GeoEngine

/// An outline as an area. One that crosses the antimeridian becomes two parts that meet there (RFC 7946 §3.1.9).
/// - Parameters:
///   - outline: closed; convex or nearly so, and not around a pole.
///   - longitude: of a position inside.
func cutAtAntimeridian(_ outline: [Coordinate], around longitude: Double) throws(EngineError) -> MultiPolygon {
  // Longitudes next to that of the middle, even when that leaves −180…180.
  let unwrapped = outline.map { coordinate in
    let turns = ((coordinate.longitude - longitude) / 360).rounded()
    return SIMD2(coordinate.longitude - 360 * turns, coordinate.latitude)
  }
  let parts = [
    (west: -180.0, shift: 0.0), (west: 180, shift: -360), (west: -540, shift: 360),
  ].compactMap { window -> Polygon? in
    let east = clip(unwrapped) { $0.x - window.west }
    let both = clip(east) { window.west + 360 - $0.x }
    let corners = both.map { Coordinate(wrappingLongitude: $0.x + window.shift, latitude: $0.y) }
    return (try? Ring(corners)).map { Polygon(exterior: $0) }
  }
  guard !parts.isEmpty else { throw .emptyGeometry }
  return MultiPolygon(parts)
}

/// The part of a closed ring on one side of a line, closed (I. E. Sutherland and G. W. Hodgman, “Reentrant polygon
/// clipping”, 1974).
/// - Parameter side: linear in the position, not negative on the side to keep.
private func clip(_ ring: [SIMD2<Double>], side: (SIMD2<Double>) -> Double) -> [SIMD2<Double>] {
  if ring.allSatisfy({ side($0) >= 0 }) { return ring }
  var kept: [SIMD2<Double>] = []
  for (a, b) in zip(ring, ring.dropFirst()) {
    let (sideA, sideB) = (side(a), side(b))
    if sideA >= 0 { kept.append(a) }
    if (sideA >= 0) != (sideB >= 0) { kept.append(a + (b - a) * (sideA / (sideA - sideB))) }
  }
  return kept + kept.prefix(1)
}
