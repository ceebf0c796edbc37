import Geo

/// A coordinate in a test: longitude, latitude.
public func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
  Coordinate(wrappingLongitude: longitude, latitude: latitude)
}

/// A polygon in a test: the corners in any direction, closed here.
public func polygon(_ corners: [(Double, Double)], holes: [[(Double, Double)]] = []) throws -> Polygon {
  func ring(_ corners: [(Double, Double)]) throws -> Ring {
    try Ring((corners + corners.prefix(1)).map { at($0.0, $0.1) })
  }
  return Polygon(exterior: try ring(corners), holes: try holes.map(ring))
}

/// An axis-parallel rectangle in degrees.
public func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> MultiPolygon {
  MultiPolygon([try polygon([(west, south), (east, south), (east, north), (west, north)])])
}
