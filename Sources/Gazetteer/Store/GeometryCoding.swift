import Geo

/// The form of a geometry in a gazetteer file: its type, then counts and positions as they are nested.
enum GeometryCoding {
  private enum Form: UInt8 { case point, lines, area }

  /// Appends a geometry.
  static func append(_ geometry: Geometry, to bytes: inout [UInt8]) {
    switch geometry {
    case .point(let coordinate):
      bytes.append(Form.point.rawValue)
      append(coordinate, to: &bytes)
    case .lines(let lines):
      bytes.append(Form.lines.rawValue)
      bytes.append(littleEndian: UInt32(lines.count))
      for line in lines { append(line.coordinates, to: &bytes) }
    case .area(let area):
      bytes.append(Form.area.rawValue)
      bytes.append(littleEndian: UInt32(area.polygons.count))
      for polygon in area.polygons {
        bytes.append(littleEndian: UInt32(polygon.rings.count))
        for ring in polygon.rings { append(ring.coordinates, to: &bytes) }
      }
    }
  }

  private static func append(_ coordinates: [Coordinate], to bytes: inout [UInt8]) {
    bytes.append(littleEndian: UInt32(coordinates.count))
    for coordinate in coordinates { append(coordinate, to: &bytes) }
  }

  private static func append(_ coordinate: Coordinate, to bytes: inout [UInt8]) {
    bytes.append(double: coordinate.longitude)
    bytes.append(double: coordinate.latitude)
  }

  /// Reads a geometry and moves the offset behind it; nil for bytes that are none.
  static func geometry(_ bytes: Span<UInt8>, at offset: inout Int) -> Geometry? {
    let form = Form(rawValue: bytes[offset])
    offset += 1
    switch form {
    case .point: return .point(coordinate(bytes, at: &offset))
    case .lines:
      let lines = (0..<count(bytes, at: &offset)).map { _ in try? LineString(coordinates(bytes, at: &offset)) }
      return .lines(lines.compactMap { $0 })
    case .area:
      let polygons = (0..<count(bytes, at: &offset)).map { _ in polygon(bytes, at: &offset) }.compactMap { $0 }
      return polygons.isEmpty ? nil : .area(MultiPolygon(polygons))
    case nil: return nil
    }
  }

  private static func polygon(_ bytes: Span<UInt8>, at offset: inout Int) -> Polygon? {
    let rings = (0..<count(bytes, at: &offset)).map { _ in try? Ring(coordinates(bytes, at: &offset)) }
    let read = rings.compactMap { $0 }
    guard let exterior = read.first, read.count == rings.count else { return nil }
    return Polygon(exterior: exterior, holes: Array(read.dropFirst()))
  }

  private static func coordinates(_ bytes: Span<UInt8>, at offset: inout Int) -> [Coordinate] {
    (0..<count(bytes, at: &offset)).map { _ in coordinate(bytes, at: &offset) }
  }

  private static func coordinate(_ bytes: Span<UInt8>, at offset: inout Int) -> Coordinate {
    defer { offset += 16 }
    return Coordinate(wrappingLongitude: bytes.double(at: offset), latitude: bytes.double(at: offset + 8))
  }

  private static func count(_ bytes: Span<UInt8>, at offset: inout Int) -> Int {
    defer { offset += 4 }
    return Int(bytes.number(UInt32.self, at: offset))
  }
}
