import CGEOS

/// The operations on projected geometry, in meters.
extension Overlay {
  /// The smallest convex polygon around the points; nil when they lie on one line.
  /// - Throws: `EngineError.geos` when GEOS refuses.
  public static func convexHull(of points: [PlanarPoint]) throws(EngineError) -> PlanarPolygon? {
    try GEOSContext.run { (context) throws(EngineError) in
      let geometry = try context.multiPoint(points.map(\.vertex))
      return try context.planarParts("GEOSConvexHull_r", GEOSConvexHull_r(context.handle, geometry.pointer)).first
    }
  }

  /// The polygons grown by a number of meters (shrunk by a negative one), merged where they then meet; corners become
  /// arcs of 16 segments a quadrant.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func buffer(_ polygons: [PlanarPolygon], meters: Double) throws(EngineError) -> [PlanarPolygon] {
    try transform(polygons, "GEOSBuffer_r") { GEOSBuffer_r($0, $1, meters, 16) }
  }

  /// The area within a number of meters of a line.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func buffer(lines: [[PlanarPoint]], meters: Double) throws(EngineError) -> [PlanarPolygon] {
    try GEOSContext.run { (context) throws(EngineError) in
      let geometry = try context.multiLine(lines.map { $0.map(\.vertex) })
      return try context.planarParts("GEOSBuffer_r", GEOSBuffer_r(context.handle, geometry.pointer, meters, 16))
    }
  }

  /// All polygons merged where they overlap or share an edge.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func union(_ polygons: [PlanarPolygon]) throws(EngineError) -> [PlanarPolygon] {
    try unaryUnion(polygons.map(\.raw)).map(PlanarPolygon.init(oriented:))
  }

  /// The polygons with fewer vertices, none moved farther than the tolerance; still valid (GEOS “topology preserve
  /// simplify”). Neighbors are simplified each by itself and may come apart by twice the tolerance.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func simplify(
    _ polygons: [PlanarPolygon], toleranceMeters: Double
  ) throws(EngineError) -> [PlanarPolygon] {
    try transform(polygons, "GEOSTopologyPreserveSimplify_r") {
      GEOSTopologyPreserveSimplify_r($0, $1, toleranceMeters)
    }
  }

  /// The lines with fewer vertices (Douglas–Peucker), none moved farther than the tolerance.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func simplify(
    lines: [[PlanarPoint]], toleranceMeters: Double
  ) throws(EngineError) -> [[PlanarPoint]] {
    try transform(lines: lines, "GEOSSimplify_r") { GEOSSimplify_r($0, $1, toleranceMeters) }
  }

  /// The parts of the polygons inside the rectangle.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func clip(
    _ polygons: [PlanarPolygon], to rectangle: PlanarRectangle
  ) throws(EngineError) -> [PlanarPolygon] {
    try transform(polygons, "GEOSClipByRect_r") {
      GEOSClipByRect_r($0, $1, rectangle.minX, rectangle.minY, rectangle.maxX, rectangle.maxY)
    }
  }

  /// The parts of the lines inside the rectangle.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public static func clip(
    lines: [[PlanarPoint]], to rectangle: PlanarRectangle
  ) throws(EngineError) -> [[PlanarPoint]] {
    try transform(lines: lines, "GEOSClipByRect_r") {
      GEOSClipByRect_r($0, $1, rectangle.minX, rectangle.minY, rectangle.maxX, rectangle.maxY)
    }
  }

  private static func transform(
    _ polygons: [PlanarPolygon], _ function: String, _ operation: (GEOSContextHandle_t, OpaquePointer) -> OpaquePointer?
  ) throws(EngineError) -> [PlanarPolygon] {
    try GEOSContext.run { (context) throws(EngineError) in
      let geometry = try context.multiPolygon(polygons.map(\.raw))
      return try context.planarParts(function, operation(context.handle, geometry.pointer))
    }
  }

  private static func transform(
    lines: [[PlanarPoint]], _ function: String,
    _ operation: (GEOSContextHandle_t, OpaquePointer) -> OpaquePointer?
  ) throws(EngineError) -> [[PlanarPoint]] {
    try GEOSContext.run { (context) throws(EngineError) in
      let geometry = try context.multiLine(lines.map { $0.map(\.vertex) })
      let result = GeometryHandle(try context.check(function, operation(context.handle, geometry.pointer)), context)
      return try context.parts(of: result).lines.map { $0.map(PlanarPoint.init) }
    }
  }
}

extension GEOSContext {
  fileprivate func planarParts(_ function: String, _ result: OpaquePointer?) throws(EngineError) -> [PlanarPolygon] {
    try parts(of: GeometryHandle(try check(function, result), self)).polygons.map(PlanarPolygon.init(oriented:))
  }
}
