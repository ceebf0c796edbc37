import CGEOS

/// GEOS geometries to values.
extension GEOSContext {
  /// The polygons and lines of a geometry, collections opened.
  func parts(of geometry: borrowing GeometryHandle) throws(EngineError) -> RawParts {
    var parts = RawParts()
    try collect(geometry.pointer, into: &parts)
    return parts
  }

  /// The positions of a point or line.
  func vertices(of geometry: OpaquePointer) throws(EngineError) -> [Vertex] {
    let sequence = try check("GEOSGeom_getCoordSeq_r", GEOSGeom_getCoordSeq_r(handle, geometry))
    var count: UInt32 = 0
    try check("GEOSCoordSeq_getSize_r", count: GEOSCoordSeq_getSize_r(handle, sequence, &count), failed: 0)
    var vertices = [Vertex](repeating: .zero, count: Int(count))
    let copied = vertices.withUnsafeMutableBytes { bytes in
      // An empty sequence has no buffer, and nothing to copy.
      guard let doubles = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return Int32(1) }
      return GEOSCoordSeq_copyToBuffer_r(handle, sequence, doubles, 0, 0)
    }
    try check("GEOSCoordSeq_copyToBuffer_r", count: copied, failed: 0)
    return vertices
  }

  private func collect(_ geometry: OpaquePointer, into parts: inout RawParts) throws(EngineError) {
    let type = try check("GEOSGeomTypeId_r", count: GEOSGeomTypeId_r(handle, geometry))
    guard try !check("GEOSisEmpty_r", predicate: GEOSisEmpty_r(handle, geometry)) else { return }
    switch GEOSGeomTypes(UInt32(type)) {
    case GEOS_POLYGON: parts.polygons.append(try polygon(of: geometry))
    case GEOS_LINESTRING, GEOS_LINEARRING: parts.lines.append(try vertices(of: geometry))
    case GEOS_MULTIPOLYGON, GEOS_MULTILINESTRING, GEOS_GEOMETRYCOLLECTION:
      let count = try check("GEOSGetNumGeometries_r", count: GEOSGetNumGeometries_r(handle, geometry))
      for index in 0..<count {
        let part = try check("GEOSGetGeometryN_r", GEOSGetGeometryN_r(handle, geometry, Int32(index)))
        try collect(part, into: &parts)
      }
    default: break
    }
  }

  private func polygon(of geometry: OpaquePointer) throws(EngineError) -> RawPolygon {
    let exterior = try check("GEOSGetExteriorRing_r", GEOSGetExteriorRing_r(handle, geometry))
    var rings = [try vertices(of: exterior)]
    let count = try check("GEOSGetNumInteriorRings_r", count: GEOSGetNumInteriorRings_r(handle, geometry))
    for index in 0..<count {
      let hole = try check("GEOSGetInteriorRingN_r", GEOSGetInteriorRingN_r(handle, geometry, Int32(index)))
      rings.append(try vertices(of: hole))
    }
    return RawPolygon(rings: rings)
  }
}
