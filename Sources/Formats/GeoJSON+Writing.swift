import Geo

/// Reading and writing GeoJSON (RFC 7946): WGS 84, longitude first.
public enum GeoJSON {
  /// A feature collection with its bounding box, one feature a line.
  public static func write(_ features: [Feature]) -> [UInt8] {
    var text = GeoJSONText()
    for feature in features {
      text.beginFeature(
        feature.geometry, id: feature.id, decimals: feature.decimals)
      text.bytes.append(contentsOf: JSON.object(feature.properties).bytes)
      text.endFeature()
    }
    text.end()
    return text.bytes
  }
}

/// The text of a feature collection in the making. What is in `bytes` may be taken away as it grows.
///
/// Between `beginFeature` and `endFeature` stands the object with the feature's properties. Members are in the order of
/// their names; the bounding box comes last, when it is known.
struct GeoJSONText {
  var bytes: [UInt8] = Array(#"{"type":"FeatureCollection","features":["#.utf8)
  private var box: BoundingBox?
  private var isFirst = true

  mutating func beginFeature(_ geometry: Geometry?, id: String?, decimals: Int) {
    beginFeature(geometry, decimals: decimals)
    if let id {
      bytes.append(contentsOf: #","id":"#.utf8)
      bytes.append(quoted: id.utf8)
    }
    bytes.append(contentsOf: #","properties":"#.utf8)
  }

  /// The feature up to its identifier and properties, which the caller writes.
  mutating func beginFeature(_ geometry: Geometry?, decimals: Int) {
    bytes.append(contentsOf: isFirst ? "\n".utf8 : ",\n".utf8)
    isFirst = false
    bytes.append(contentsOf: #"{"geometry":"#.utf8)
    if let geometry {
      let written = geometry.boundingBox.map { Self.rounded($0, decimals) }
      box = written.map { box?.union($0) ?? $0 } ?? box
      bytes.append(geoJSON: geometry, decimals: decimals)
    } else {
      bytes.append(contentsOf: "null".utf8)
    }
  }

  mutating func endFeature() { bytes.append(contentsOf: #","type":"Feature"}"#.utf8) }

  mutating func end() {
    bytes.append(contentsOf: "\n]".utf8)
    if let box {
      bytes.append(contentsOf: #","bbox":"#.utf8)
      bytes.append(contentsOf: box.json.bytes)
    }
    bytes.append(contentsOf: "}\n".utf8)
  }

  /// The box around the positions as they are written, so that no rounding puts one outside.
  private static func rounded(_ box: BoundingBox, _ decimals: Int) -> BoundingBox {
    let southwest = box.southwest.rounded(toDecimals: decimals)
    return BoundingBox([southwest, box.northeast.rounded(toDecimals: decimals)]) ?? box
  }
}

extension BoundingBox {
  /// West, south, east, north (RFC 7946 §5).
  var json: JSON { .array([.number(west), .number(south), .number(east), .number(north)]) }
}

extension [UInt8] {
  /// A geometry object.
  mutating func append(geoJSON geometry: Geometry, decimals: Int) {
    append(contentsOf: #"{"coordinates":"#.utf8)
    switch geometry {
    case .point(let coordinate): append(position: coordinate, decimals: decimals)
    case .lines(let lines) where lines.count == 1: append(positions: lines[0].coordinates, decimals: decimals)
    case .lines(let lines): appendList(lines) { $0.append(positions: $1.coordinates, decimals: decimals) }
    case .area(let area) where area.polygons.count == 1: append(rings: area.polygons[0], decimals: decimals)
    case .area(let area): appendList(area.polygons) { $0.append(rings: $1, decimals: decimals) }
    }
    append(contentsOf: #","type":""#.utf8)
    append(contentsOf: geometry.typeName.utf8)
    append(contentsOf: #""}"#.utf8)
  }

  /// `[39.01,35.95]`
  mutating func append(position coordinate: Coordinate, decimals: Int) {
    append(UInt8(ascii: "["))
    append(decimal: coordinate.longitude, decimals: decimals)
    append(UInt8(ascii: ","))
    append(decimal: coordinate.latitude, decimals: decimals)
    append(UInt8(ascii: "]"))
  }

  mutating func append(positions: [Coordinate], decimals: Int) {
    appendList(positions) { $0.append(position: $1, decimals: decimals) }
  }

  private mutating func append(rings polygon: Polygon, decimals: Int) {
    appendList(polygon.rings) { $0.append(positions: $1.coordinates, decimals: decimals) }
  }

  /// The elements in brackets, with commas between them.
  mutating func appendList<Item>(_ items: [Item], _ append: (inout [UInt8], Item) -> Void) {
    self.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { self.append(UInt8(ascii: ",")) }
      append(&self, item)
    }
    self.append(UInt8(ascii: "]"))
  }
}

extension Geometry {
  /// What GeoJSON and well-known text call it: `Point`, `MultiPolygon`.
  var typeName: String {
    switch self {
    case .point: "Point"
    case .lines(let lines): lines.count == 1 ? "LineString" : "MultiLineString"
    case .area(let area): area.polygons.count == 1 ? "Polygon" : "MultiPolygon"
    }
  }
}

extension Coordinate {
  /// The nearest position with so many decimals of a degree, 0…7.
  public func rounded(toDecimals decimals: Int) -> Coordinate {
    Coordinate(
      wrappingLongitude: longitude.rounded(toDecimals: decimals), latitude: latitude.rounded(toDecimals: decimals))
  }
}

extension Double {
  /// The nearest number with that many decimals (0…15); its shortest text has no more.
  public func rounded(toDecimals decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
