import CGEOS

/// Values to GEOS geometries.
extension GEOSContext {
  func sequence(_ vertices: [Vertex]) throws(EngineError) -> OpaquePointer {
    let sequence = vertices.withUnsafeBytes { bytes in
      GEOSCoordSeq_copyFromBuffer_r(
        handle, bytes.baseAddress?.assumingMemoryBound(to: Double.self), UInt32(vertices.count), 0, 0)
    }
    return try check("GEOSCoordSeq_copyFromBuffer_r", sequence)
  }

  func point(_ vertex: Vertex) throws(EngineError) -> GeometryHandle {
    let pointer = GEOSGeom_createPointFromXY_r(handle, vertex.x, vertex.y)
    return GeometryHandle(try check("GEOSGeom_createPointFromXY_r", pointer), self)
  }

  func line(_ vertices: [Vertex]) throws(EngineError) -> GeometryHandle {
    // The sequence is given up to the constructor, whether that succeeds or not.
    let pointer = GEOSGeom_createLineString_r(handle, try sequence(vertices))
    return GeometryHandle(try check("GEOSGeom_createLineString_r", pointer), self)
  }

  func ring(_ vertices: [Vertex]) throws(EngineError) -> GeometryHandle {
    guard vertices.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      throw .geos(function: "GEOSGeom_createLinearRing_r", message: "a position is not finite")
    }
    let pointer = GEOSGeom_createLinearRing_r(handle, try sequence(vertices))
    return GeometryHandle(try check("GEOSGeom_createLinearRing_r", pointer), self)
  }

  func polygon(_ raw: RawPolygon) throws(EngineError) -> GeometryHandle {
    guard let shellVertices = raw.rings.first else { throw .emptyGeometry }
    let shell = try ring(shellVertices)
    var holes = GeometryHandles(self)
    for hole in raw.rings.dropFirst() { holes.append(try ring(hole)) }
    var pointers = holes.relinquish()
    let pointer = GEOSGeom_createPolygon_r(handle, shell.relinquish(), &pointers, UInt32(pointers.count))
    return GeometryHandle(try check("GEOSGeom_createPolygon_r", pointer), self)
  }

  func multiPolygon(_ polygons: [RawPolygon]) throws(EngineError) -> GeometryHandle {
    var parts = GeometryHandles(self)
    for part in polygons { parts.append(try polygon(part)) }
    return try collection(GEOS_MULTIPOLYGON, &parts)
  }

  func multiLine(_ lines: [[Vertex]]) throws(EngineError) -> GeometryHandle {
    var parts = GeometryHandles(self)
    for part in lines { parts.append(try line(part)) }
    return try collection(GEOS_MULTILINESTRING, &parts)
  }

  func multiPoint(_ vertices: [Vertex]) throws(EngineError) -> GeometryHandle {
    var parts = GeometryHandles(self)
    for vertex in vertices { parts.append(try point(vertex)) }
    return try collection(GEOS_MULTIPOINT, &parts)
  }

  private func collection(
    _ type: GEOSGeomTypes, _ parts: inout GeometryHandles
  ) throws(EngineError) -> GeometryHandle {
    var pointers = parts.relinquish()
    let pointer = GEOSGeom_createCollection_r(handle, Int32(type.rawValue), &pointers, UInt32(pointers.count))
    return GeometryHandle(try check("GEOSGeom_createCollection_r", pointer), self)
  }
}
