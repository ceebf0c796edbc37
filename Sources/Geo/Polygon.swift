/// A closed sequence of at least four positions, the last equal to the first.
public struct Ring: Hashable, Sendable {
  /// The positions; first and last are equal.
  public let coordinates: [Coordinate]

  /// - Throws: `GeoError.notARing` when there are fewer than four positions or the ring is open.
  public init(_ coordinates: [Coordinate]) throws(GeoError) {
    let closed = coordinates.first == coordinates.last
    guard coordinates.count >= 4, closed else { throw .notARing(positions: coordinates.count, closed: closed) }
    self.coordinates = coordinates
  }

  private init(reversing ring: Ring) { coordinates = ring.coordinates.reversed() }

  /// Whether the ring runs counterclockwise seen from above: the sign of the shoelace sum over degrees.
  public var isCounterclockwise: Bool {
    var doubleArea = 0.0
    for (a, b) in zip(coordinates, coordinates.dropFirst()) {
      doubleArea += a.longitude * b.latitude - b.longitude * a.latitude
    }
    return doubleArea > 0
  }

  /// The same ring, running counterclockwise or clockwise as asked.
  public func oriented(counterclockwise: Bool) -> Ring {
    isCounterclockwise == counterclockwise ? self : Ring(reversing: self)
  }
}

/// A polygon with holes. Its exterior runs counterclockwise and its holes clockwise, as RFC 7946 §3.1.6 has it.
public struct Polygon: Hashable, Sendable {
  /// The outline, counterclockwise.
  public let exterior: Ring
  /// The holes, clockwise.
  public let holes: [Ring]

  /// A polygon of rings in any orientation.
  public init(exterior: Ring, holes: [Ring] = []) {
    self.exterior = exterior.oriented(counterclockwise: true)
    self.holes = holes.map { $0.oriented(counterclockwise: false) }
  }

  /// The outline, then the holes.
  public var rings: [Ring] { [exterior] + holes }
}

/// Some polygons that are one thing: a governorate with its islands.
public struct MultiPolygon: Hashable, Sendable {
  /// The parts; at least one.
  public let polygons: [Polygon]

  /// Passing no polygon is a programming error.
  public init(_ polygons: [Polygon]) {
    precondition(!polygons.isEmpty, "an area needs a polygon")
    self.polygons = polygons
  }

  /// The box around all parts.
  public var boundingBox: BoundingBox {
    guard let box = BoundingBox(polygons.flatMap(\.exterior.coordinates)) else {
      preconditionFailure("a ring has positions")
    }
    return box
  }
}
