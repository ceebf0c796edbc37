import CGEOS
import Geo

/// Set operations on areas and lines. On coordinates they treat longitude and latitude as plane coordinates, as
/// RFC 7946 §3.1.1 defines an edge; areas must not cross the antimeridian.
public enum Overlay {
  /// What both areas share; nil when they share no area.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func intersection(_ a: MultiPolygon, _ b: MultiPolygon) throws(EngineError) -> MultiPolygon? {
    try combine(a, b, "GEOSIntersection_r", GEOSIntersection_r)
  }

  /// The first area without the second; nil when nothing is left.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func difference(_ a: MultiPolygon, _ b: MultiPolygon) throws(EngineError) -> MultiPolygon? {
    try combine(a, b, "GEOSDifference_r", GEOSDifference_r)
  }

  /// Both areas as one.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func union(_ a: MultiPolygon, _ b: MultiPolygon) throws(EngineError) -> MultiPolygon? {
    try union([a, b])
  }

  /// All areas as one; nil when there are none. Edges that areas share disappear.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func union(_ areas: [MultiPolygon]) throws(EngineError) -> MultiPolygon? {
    MultiPolygon(try unaryUnion(areas.flatMap(\.raw)))
  }

  /// The parts of the lines that lie in the area.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func clip(_ lines: [LineString], to area: MultiPolygon) throws(EngineError) -> [LineString] {
    let parts = try GEOSContext.run { (context) throws(EngineError) in
      let left = try context.multiLine(lines.map { $0.coordinates.map(\.vertex) })
      let right = try context.multiPolygon(area.raw)
      let result = GEOSIntersection_r(context.handle, left.pointer, right.pointer)
      return try context.parts(of: GeometryHandle(try context.check("GEOSIntersection_r", result), context))
    }
    return parts.lines.compactMap { try? LineString($0.map(Coordinate.init)) }
  }

  /// Whether the area is valid by OGC 06-103r4 §6.1.11: rings do not cross themselves or one another.
  /// - Throws: `EngineError.geos` when GEOS cannot tell.
  public static func isValid(_ area: MultiPolygon) throws(EngineError) -> Bool {
    try GEOSContext.run { (context) throws(EngineError) in
      let geometry = try context.multiPolygon(area.raw)
      return try context.check("GEOSisValid_r", predicate: GEOSisValid_r(context.handle, geometry.pointer))
    }
  }

  /// The area made valid (GEOS “make valid”, linework method); nil when it has no area.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func repaired(_ area: MultiPolygon) throws(EngineError) -> MultiPolygon? {
    let parts = try GEOSContext.run { (context) throws(EngineError) in
      let geometry = try context.multiPolygon(area.raw)
      let result = GEOSMakeValid_r(context.handle, geometry.pointer)
      return try context.parts(of: GeometryHandle(try context.check("GEOSMakeValid_r", result), context))
    }
    return MultiPolygon(parts.polygons)
  }

  private typealias Operation = (GEOSContextHandle_t?, OpaquePointer?, OpaquePointer?) -> OpaquePointer?

  private static func combine(
    _ a: MultiPolygon, _ b: MultiPolygon, _ function: String, _ operation: Operation
  ) throws(EngineError) -> MultiPolygon? {
    let parts = try GEOSContext.run { (context) throws(EngineError) in
      let left = try context.multiPolygon(a.raw)
      let right = try context.multiPolygon(b.raw)
      let result = operation(context.handle, left.pointer, right.pointer)
      return try context.parts(of: GeometryHandle(try context.check(function, result), context))
    }
    return MultiPolygon(parts.polygons)
  }

  static func unaryUnion(_ polygons: [RawPolygon]) throws(EngineError) -> [RawPolygon] {
    try GEOSContext.run { (context) throws(EngineError) in
      let geometry = try context.multiPolygon(polygons)
      let result = GEOSUnaryUnion_r(context.handle, geometry.pointer)
      return try context.parts(of: GeometryHandle(try context.check("GEOSUnaryUnion_r", result), context)).polygons
    }
  }
}
