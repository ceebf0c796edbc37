import Formats
import Geo

/// Geometries as GeoPackage has them: a header, the box of what is no point, and well-known binary (OGC 12-128r17,
/// §2.1.3; OGC 06-103r4, §8.2).
enum GeometryBlob {
  /// EPSG's number of WGS 84 with longitude before latitude, as GeoPackage takes it.
  static let wgs84: Int32 = 4326

  /// Types of well-known binary.
  enum Kind: UInt32 {
    case point = 1, lineString, polygon, multiPoint, multiLineString, multiPolygon, collection

    /// Its name in `gpkg_geometry_columns`.
    var name: String {
      switch self {
      case .point: "POINT"
      case .lineString: "LINESTRING"
      case .polygon: "POLYGON"
      case .multiPoint: "MULTIPOINT"
      case .multiLineString: "MULTILINESTRING"
      case .multiPolygon: "MULTIPOLYGON"
      case .collection: "GEOMETRYCOLLECTION"
      }
    }

    init(_ geometry: Geometry) {
      self =
        switch geometry {
        case .point: .point
        case .lines(let lines): lines.count == 1 ? .lineString : .multiLineString
        case .area(let area): area.polygons.count == 1 ? .polygon : .multiPolygon
        }
    }
  }

  /// Writes a geometry in the place of what `bytes` holds, with so many decimals of a degree.
  static func write(_ geometry: Geometry, decimals: Int, into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    let isPoint = if case .point = geometry { true } else { false }
    // “GP”, version 1, little endian, without a box or with one of four numbers.
    bytes.append(contentsOf: [0x47, 0x50, 0, isPoint ? 0b0000_0001 : 0b0000_0011])
    bytes.append(word: UInt32(bitPattern: wgs84))
    let scale = powersOfTen[decimals]
    if !isPoint {
      let box = geometry.box(decimals: decimals)
      for number in [box.x, box.z, box.y, box.w] { bytes.append(number: number) }
    }
    switch geometry {
    case .point(let coordinate):
      bytes.append(kind: .point)
      bytes.append(coordinate, scale: scale)
    case .lines(let lines):
      bytes.append(many: lines, .multiLineString) {
        $0.append(kind: .lineString)
        $0.append(positions: $1.coordinates, scale: scale)
      }
    case .area(let area):
      bytes.append(many: area.polygons, .multiPolygon) {
        $0.append(kind: .polygon)
        $0.append(word: UInt32($1.rings.count))
        for ring in $1.rings { $0.append(positions: ring.coordinates, scale: scale) }
      }
    }
  }

  private static let powersOfTen: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000]
}

extension [UInt8] {
  fileprivate mutating func append(word: UInt32) {
    Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(number: Double) {
    Swift.withUnsafeBytes(of: number.bitPattern.littleEndian) { append(contentsOf: $0) }
  }

  /// Little endian, then the type.
  fileprivate mutating func append(kind: GeometryBlob.Kind) {
    append(1)
    append(word: kind.rawValue)
  }

  fileprivate mutating func append(_ coordinate: Coordinate, scale: Double) {
    append(number: (coordinate.longitude * scale).rounded() / scale)
    append(number: (coordinate.latitude * scale).rounded() / scale)
  }

  fileprivate mutating func append(positions: [Coordinate], scale: Double) {
    append(word: UInt32(positions.count))
    for position in positions { append(position, scale: scale) }
  }

  /// One part as it is; several in the type that has several.
  fileprivate mutating func append<Part>(
    many parts: [Part], _ kind: GeometryBlob.Kind, _ append: (inout [UInt8], Part) -> Void
  ) {
    if parts.count != 1 {
      self.append(kind: kind)
      self.append(word: UInt32(parts.count))
    }
    for part in parts { append(&self, part) }
  }
}
