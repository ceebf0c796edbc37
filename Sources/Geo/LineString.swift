/// A line through at least two positions.
public struct LineString: Hashable, Sendable {
  /// The positions, in order.
  public let coordinates: [Coordinate]

  /// - Throws: `GeoError.notALine` when there are fewer than two positions.
  public init(_ coordinates: [Coordinate]) throws(GeoError) {
    guard coordinates.count >= 2 else { throw .notALine(positions: coordinates.count) }
    self.coordinates = coordinates
  }
}
