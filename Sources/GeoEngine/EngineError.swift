import Geo

/// What can go wrong inside GEOS, PROJ or GeographicLib.
public enum EngineError: Error, Hashable, Sendable {
  /// GEOS refused: the function and GEOS's own message.
  case geos(function: String, message: String)
  /// PROJ refused: the function and PROJ's own message.
  case proj(function: String, message: String)
  /// GeographicLib refused a grid reference: its own message.
  case mgrs(String)
  /// A position that the projection cannot show, such as the antipode of its center.
  case outsideProjection(Coordinate, definition: String)
  /// A planar position that no coordinate projects to.
  case notOnTheGlobe(x: Double, y: Double, definition: String)
  /// A geometry without any position, where one is needed.
  case emptyGeometry
}

extension EngineError: CustomStringConvertible {
  /// The problem and the way out, in one sentence.
  public var description: String {
    switch self {
    case .geos(let function, let message):
      "the geometry cannot be used: \(message) (GEOS, \(function)); repair it in a GIS, for instance with “make valid”"
    case .proj(let function, let message):
      "PROJ failed: \(message) (\(function)); check that the PROJ library is installed completely"
    case .mgrs(let message): "this is no MGRS grid reference: \(message)"
    case .outsideProjection(let coordinate, let definition):
      "\(coordinate) cannot be drawn in the projection \(definition): it is too far from the projection's center"
    case .notOnTheGlobe(let x, let y, let definition):
      "x \(x), y \(y) is outside the map of the globe in the projection \(definition)"
    case .emptyGeometry:
      "the geometry has no positions; leave it out or give it some"
    }
  }
}
