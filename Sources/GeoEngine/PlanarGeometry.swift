/// A position on a map, in meters from the projection's center. It exists only after projection.
public struct PlanarPoint: Hashable, Sendable {
  /// Meters toward the right (east at the center).
  public var x: Double
  /// Meters upward (north at the center).
  public var y: Double

  /// A position in meters.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A polygon on a map. Rings are closed: the last position equals the first. What the engine returns has its exterior
/// counterclockwise and its holes clockwise.
public struct PlanarPolygon: Hashable, Sendable {
  /// The outline.
  public var exterior: [PlanarPoint]
  /// The holes.
  public var holes: [[PlanarPoint]]

  /// A polygon of closed rings.
  public init(exterior: [PlanarPoint], holes: [[PlanarPoint]] = []) {
    self.exterior = exterior
    self.holes = holes
  }
}

/// A rectangle on a map, in meters.
public struct PlanarRectangle: Hashable, Sendable {
  /// The left edge.
  public var minX: Double
  /// The lower edge.
  public var minY: Double
  /// The right edge.
  public var maxX: Double
  /// The upper edge.
  public var maxY: Double

  /// A rectangle; a reversed one is a programming error.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    precondition(minX <= maxX && minY <= maxY, "a rectangle must not be reversed")
    (self.minX, self.minY, self.maxX, self.maxY) = (minX, minY, maxX, maxY)
  }

  /// The smallest rectangle around the points; nil when there are none.
  public init?(_ points: some Sequence<PlanarPoint>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    (minX, minY, maxX, maxY) = (first.x, first.y, first.x, first.y)
    while let next = iterator.next() {
      (minX, maxX) = (min(minX, next.x), max(maxX, next.x))
      (minY, maxY) = (min(minY, next.y), max(maxY, next.y))
    }
  }

  /// Meters from left to right.
  public var width: Double { maxX - minX }
  /// Meters from bottom to top.
  public var height: Double { maxY - minY }

  /// Whether the point is inside or on the edge.
  public func contains(_ point: PlanarPoint) -> Bool {
    minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
  }

  /// The rectangle shrunk (or, by a negative number, grown) by so many meters on each side.
  public func insetBy(meters: Double) -> PlanarRectangle {
    PlanarRectangle(minX: minX + meters, minY: minY + meters, maxX: maxX - meters, maxY: maxY - meters)
  }
}
