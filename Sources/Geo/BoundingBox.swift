/// A box of longitudes and latitudes that does not cross the antimeridian.
public struct BoundingBox: Hashable, Sendable {
  /// The western edge, in degrees.
  public private(set) var west: Double
  /// The southern edge, in degrees.
  public private(set) var south: Double
  /// The eastern edge, in degrees.
  public private(set) var east: Double
  /// The northern edge, in degrees.
  public private(set) var north: Double

  /// The smallest box around the coordinates; nil when there are none.
  public init?(_ coordinates: some Sequence<Coordinate>) {
    var iterator = coordinates.makeIterator()
    guard let first = iterator.next() else { return nil }
    (west, south, east, north) = (first.longitude, first.latitude, first.longitude, first.latitude)
    while let next = iterator.next() { expand(toInclude: next) }
  }

  /// Whether the coordinate is inside or on the edge.
  public func contains(_ coordinate: Coordinate) -> Bool {
    (west...east).contains(coordinate.longitude) && (south...north).contains(coordinate.latitude)
  }

  /// Whether the boxes share a point.
  public func intersects(_ other: BoundingBox) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }

  /// The box around both.
  public func union(_ other: BoundingBox) -> BoundingBox {
    var box = self
    box.expand(toInclude: other.southwest)
    box.expand(toInclude: other.northeast)
    return box
  }

  /// The middle of the box.
  public var center: Coordinate { Coordinate(wrappingLongitude: (west + east) / 2, latitude: (south + north) / 2) }
  /// The corner with the lowest longitude and latitude.
  public var southwest: Coordinate { Coordinate(wrappingLongitude: west, latitude: south) }
  /// The corner with the highest longitude and latitude.
  public var northeast: Coordinate { Coordinate(wrappingLongitude: east, latitude: north) }

  private mutating func expand(toInclude coordinate: Coordinate) {
    west = min(west, coordinate.longitude)
    east = max(east, coordinate.longitude)
    south = min(south, coordinate.latitude)
    north = max(north, coordinate.latitude)
  }
}
