import CGEOS
import Geo

/// The smallest circle around a geometry: how a place with an extent becomes a position with an uncertainty
/// (point-radius georeferencing: A. D. Chapman and J. R. Wieczorek, Georeferencing Best Practices, 2020, §3.4).
public enum BoundingCircle {
  /// The circle's center, and the geodesic distance from there to the farthest position; 0 for a point.
  /// - Throws: `EngineError.emptyGeometry` for an empty list of lines; otherwise when GEOS or PROJ refuses.
  public static func of(_ geometry: Geometry) throws(EngineError) -> (center: Coordinate, radiusMeters: Double) {
    let coordinates =
      switch geometry {
      case .point(let coordinate): [coordinate]
      case .lines(let lines): lines.flatMap(\.coordinates)
      case .area(let area): area.polygons.flatMap(\.exterior.coordinates)
      }
    guard let box = BoundingBox(coordinates) else { throw .emptyGeometry }
    let projection = try Projection(equalAreaFor: box)
    let center = try center(of: try projection.project(coordinates))
    let coordinate = try projection.unproject([center])[0]
    // The projection stretches a little; measured on the ellipsoid the circle is sure to hold every position.
    let radius = coordinates.map { Geodesic.distanceMeters(from: coordinate, to: $0) }.max() ?? 0
    return (coordinate, radius)
  }

  private static func center(of points: [PlanarPoint]) throws(EngineError) -> PlanarPoint {
    let vertices = try GEOSContext.run { (context) throws(EngineError) in
      let geometry = try context.multiPoint(points.map(\.vertex))
      var radius = 0.0
      var center: OpaquePointer?
      let circle = GEOSMinimumBoundingCircle_r(context.handle, geometry.pointer, &radius, &center)
      _ = GeometryHandle(try context.check("GEOSMinimumBoundingCircle_r", circle), context)
      let point = GeometryHandle(try context.check("GEOSMinimumBoundingCircle_r", center), context)
      return try context.vertices(of: point.pointer)
    }
    guard let vertex = vertices.first else { throw .emptyGeometry }
    return PlanarPoint(vertex)
  }
}
