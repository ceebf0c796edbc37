import Geo

/// A position on its way into or out of GEOS, which knows neither degrees nor meters.
typealias Vertex = SIMD2<Double>

/// The rings of one polygon, the exterior first.
struct RawPolygon {
  var rings: [[Vertex]]
}

/// The parts of a GEOS geometry that have an extent, in their order. Points are left out: an overlay that only touches
/// has no area.
struct RawParts {
  var polygons: [RawPolygon] = []
  var lines: [[Vertex]] = []
}

extension Coordinate {
  var vertex: Vertex { Vertex(longitude, latitude) }

  init(_ vertex: Vertex) { self.init(wrappingLongitude: vertex.x, latitude: vertex.y) }
}

extension Ring {
  var vertices: [Vertex] { coordinates.map(\.vertex) }
}

extension MultiPolygon {
  var raw: [RawPolygon] { polygons.map { RawPolygon(rings: $0.rings.map(\.vertices)) } }

  /// The polygons of an overlay; nil when there are none.
  init?(_ raw: [RawPolygon]) {
    let polygons = raw.compactMap { polygon -> Polygon? in
      // GEOS closes its rings; one that has collapsed to fewer than four positions has no area.
      let rings = polygon.rings.compactMap { try? Ring($0.map(Coordinate.init)) }
      guard rings.count == polygon.rings.count, let exterior = rings.first else { return nil }
      return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
    }
    guard !polygons.isEmpty else { return nil }
    self.init(polygons)
  }
}

extension PlanarPoint {
  var vertex: Vertex { Vertex(x, y) }

  init(_ vertex: Vertex) { self.init(x: vertex.x, y: vertex.y) }
}

extension PlanarPolygon {
  var raw: RawPolygon {
    RawPolygon(rings: ([exterior] + holes).map { ring in ring.map(\.vertex) })
  }

  /// The exterior counterclockwise, the holes clockwise; GEOS returns them in either direction.
  init(oriented raw: RawPolygon) {
    let rings = raw.rings.enumerated().map { index, ring in
      (doubleSignedArea(ring) > 0) == (index == 0) ? ring : ring.reversed()
    }
    self.init(
      exterior: (rings.first ?? []).map(PlanarPoint.init), holes: rings.dropFirst().map { $0.map(PlanarPoint.init) })
  }
}

/// The shoelace sum, positive for a counterclockwise ring. It is taken relative to the first vertex, which keeps digits.
private func doubleSignedArea(_ ring: [Vertex]) -> Double {
  guard let origin = ring.first else { return 0 }
  return zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
    let (a, b) = (edge.0 - origin, edge.1 - origin)
    return sum + a.x * b.y - b.x * a.y
  }
}
