import Geo

extension GeometryBlob {
  /// What is the matter with a geometry.
  enum Problem: Error, CustomStringConvertible {
    /// The bytes end too early, or are none of a geometry.
    case damaged
    /// It has another reference system than its table says.
    case referenceSystem(Int)
    /// A type that the project has no use for.
    case unsupported(String)
    /// A position that is not on the globe, or too few of them.
    case invalid(GeoError)

    var description: String {
      switch self {
      case .damaged: "its geometry is damaged"
      case .referenceSystem(let id): "its geometry is in the reference system \(id), unlike its table"
      case .unsupported(let name):
        "its geometry is a \(name); split it into points, lines or polygons (in QGIS: Multipart to Singleparts)"
      case .invalid(let error): "\(error)"
      }
    }
  }

  /// Reads a geometry; nil for an empty one. Heights and measures are left out.
  /// - Parameter referenceSystem: the one of the table.
  static func read(_ bytes: UnsafeRawBufferPointer, referenceSystem: Int) throws(Problem) -> Geometry? {
    guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { throw .damaged }
    let flags = bytes[3]
    guard flags & 0b0010_0000 == 0 else { throw .unsupported("geometry of an extension") }
    var reader = Reader(bytes: bytes, position: 4, isLittleEndian: flags & 1 == 1)
    let id = Int(Int32(bitPattern: try reader.word()))
    guard id == referenceSystem else { throw .referenceSystem(id) }
    let boxNumbers = [0, 4, 6, 6, 8]
    guard Int(flags >> 1 & 7) < boxNumbers.count else { throw .damaged }
    reader.position += 8 * boxNumbers[Int(flags >> 1 & 7)]
    if flags & 0b0001_0000 != 0 { return nil }
    return try reader.geometry()
  }
}

/// Reads well-known binary from a position on.
private struct Reader {
  typealias Problem = GeometryBlob.Problem

  let bytes: UnsafeRawBufferPointer
  var position: Int
  var isLittleEndian: Bool
  /// How many numbers a position has.
  private var dimensions = 2

  init(bytes: UnsafeRawBufferPointer, position: Int, isLittleEndian: Bool) {
    self.bytes = bytes
    self.position = position
    self.isLittleEndian = isLittleEndian
  }

  mutating func geometry() throws(Problem) -> Geometry? {
    switch try header() {
    case .point: return try point().map { .point($0) }
    case .multiPoint:
      let points = try parts(.point) { reader throws(Problem) in try reader.point() }
      guard points.count < 2 else { throw .unsupported("multipoint") }
      return points.first.map { .point($0) }
    case .lineString: return try line().map { .lines([$0]) }
    case .multiLineString:
      let lines = try parts(.lineString) { reader throws(Problem) in try reader.line() }
      return lines.isEmpty ? nil : .lines(lines)
    case .polygon: return try polygon().map { .area(MultiPolygon([$0])) }
    case .multiPolygon:
      let polygons = try parts(.polygon) { reader throws(Problem) in try reader.polygon() }
      return polygons.isEmpty ? nil : .area(MultiPolygon(polygons))
    case .collection: throw .unsupported("collection of geometries")
    }
  }

  /// Byte order and type. Types of more dimensions have 1000, 2000 or 3000 added (ISO), or the upper bits set.
  private mutating func header() throws(Problem) -> GeometryBlob.Kind {
    guard position < bytes.count, bytes[position] <= 1 else { throw .damaged }
    isLittleEndian = bytes[position] == 1
    position += 1
    let type = try word()
    let hasHeight = type & 0x8000_0000 != 0 || [1, 3].contains(type % 0x1000_0000 / 1000)
    let hasMeasure = type & 0x4000_0000 != 0 || [2, 3].contains(type % 0x1000_0000 / 1000)
    dimensions = 2 + (hasHeight ? 1 : 0) + (hasMeasure ? 1 : 0)
    guard let kind = GeometryBlob.Kind(rawValue: type % 0x1000_0000 % 1000) else {
      throw .unsupported("geometry of type \(type)")
    }
    return kind
  }

  /// The parts of a geometry of several, without the empty ones.
  private mutating func parts<Part>(
    _ kind: GeometryBlob.Kind, _ part: (inout Reader) throws(Problem) -> Part?
  ) throws(Problem) -> [Part] {
    var parts: [Part] = []
    for _ in 0..<(try count(ofBytes: 9)) {
      guard try header() == kind else { throw .damaged }
      if let part = try part(&self) { parts.append(part) }
    }
    return parts
  }

  /// An empty point has no numbers.
  private mutating func point() throws(Problem) -> Coordinate? {
    let start = position
    guard !(try number()).isNaN else {
      position = start + 8 * dimensions
      return nil
    }
    position = start
    return try coordinate()
  }

  private mutating func line() throws(Problem) -> LineString? {
    let positions = try positions()
    if positions.isEmpty { return nil }
    do { return try LineString(positions) } catch { throw .invalid(error) }
  }

  private mutating func polygon() throws(Problem) -> Polygon? {
    var rings: [Ring] = []
    for _ in 0..<(try count(ofBytes: 4)) {
      let positions = try positions()
      do { rings.append(try Ring(positions)) } catch { throw .invalid(error) }
    }
    return rings.first.map { Polygon(exterior: $0, holes: Array(rings.dropFirst())) }
  }

  private mutating func positions() throws(Problem) -> [Coordinate] {
    let count = try count(ofBytes: 8 * dimensions)
    var positions: [Coordinate] = []
    positions.reserveCapacity(count)
    for _ in 0..<count { positions.append(try coordinate()) }
    return positions
  }

  private mutating func coordinate() throws(Problem) -> Coordinate {
    let (longitude, latitude) = (try number(), try number())
    position += 8 * (dimensions - 2)
    do { return try Coordinate(longitude: longitude, latitude: latitude) } catch { throw .invalid(error) }
  }

  /// How many things follow, each of at least so many bytes: more than there is room for is damage.
  private mutating func count(ofBytes size: Int) throws(Problem) -> Int {
    let count = Int(try word())
    guard count * size <= bytes.count - position else { throw .damaged }
    return count
  }

  mutating func word() throws(Problem) -> UInt32 {
    guard position >= 0, position + 4 <= bytes.count else { throw .damaged }
    defer { position += 4 }
    let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
    return isLittleEndian ? UInt32(littleEndian: word) : UInt32(bigEndian: word)
  }

  private mutating func number() throws(Problem) -> Double {
    guard position + 8 <= bytes.count else { throw .damaged }
    defer { position += 8 }
    let bits = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: bits) : UInt64(bigEndian: bits))
  }
}
