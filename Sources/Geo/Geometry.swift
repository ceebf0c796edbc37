/// The geometries this project reads and writes; those of RFC 7946 §3.1 but MultiPoint and GeometryCollection.
public enum Geometry: Hashable, Sendable {
  /// One position.
  case point(Coordinate)
  /// Lines: a river with its branches. One line is a list of one.
  case lines([LineString])
  /// An area. One polygon is a list of one.
  case area(MultiPolygon)

  /// The box around it; nil for an empty list of lines.
  public var boundingBox: BoundingBox? {
    switch self {
    case .point(let coordinate): BoundingBox([coordinate])
    case .lines(let lines): BoundingBox(lines.flatMap(\.coordinates))
    case .area(let area): area.boundingBox
    }
  }
}
