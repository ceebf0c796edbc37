import Geo

extension [UInt8] {
  /// Characters of an element or an attribute. XML has no control characters but tab and line ends (XML 1.0, §2.2):
  /// others become the sign for a character that cannot be shown.
  mutating func append(xml text: [UInt8]) {
    let bytes = text.span
    var start = 0
    for index in bytes.indices {
      guard let escape = Self.xmlEscape(bytes[index]) else { continue }
      append(copying: bytes.extracting(start..<index))
      append(contentsOf: escape.utf8)
      start = index + 1
    }
    append(copying: bytes.extracting(start..<bytes.count))
  }

  private static func xmlEscape(_ byte: UInt8) -> String? {
    switch byte {
    case 0x40...0xFF: nil
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0x0D: "&#13;"
    case 0x09, 0x0A: nil
    case 0..<0x20: "\u{FFFD}"
    default: nil
    }
  }

  /// A geometry of KML; several parts are a `MultiGeometry`.
  mutating func append(kml geometry: Geometry, decimals: Int) {
    func positions(_ coordinates: [Coordinate], _ bytes: inout [UInt8]) {
      bytes.append(contentsOf: "<coordinates>".utf8)
      for (index, coordinate) in coordinates.enumerated() {
        if index > 0 { bytes.append(0x20) }
        bytes.append(decimal: coordinate.longitude, decimals: decimals)
        bytes.append(UInt8(ascii: ","))
        bytes.append(decimal: coordinate.latitude, decimals: decimals)
      }
      bytes.append(contentsOf: "</coordinates>".utf8)
    }
    func element(_ name: String, _ bytes: inout [UInt8], _ content: (inout [UInt8]) -> Void) {
      bytes.append(contentsOf: "<\(name)>".utf8)
      content(&bytes)
      bytes.append(contentsOf: "</\(name)>".utf8)
    }
    func polygon(_ polygon: Polygon, _ bytes: inout [UInt8]) {
      element("Polygon", &bytes) { bytes in
        for (index, ring) in polygon.rings.enumerated() {
          element(index == 0 ? "outerBoundaryIs" : "innerBoundaryIs", &bytes) { bytes in
            element("LinearRing", &bytes) { positions(ring.coordinates, &$0) }
          }
        }
      }
    }
    func several<Part>(_ parts: [Part], _ bytes: inout [UInt8], _ append: (Part, inout [UInt8]) -> Void) {
      if parts.count == 1 { return append(parts[0], &bytes) }
      element("MultiGeometry", &bytes) { bytes in for part in parts { append(part, &bytes) } }
    }
    switch geometry {
    case .point(let coordinate): element("Point", &self) { positions([coordinate], &$0) }
    case .lines(let lines):
      several(lines, &self) { line, bytes in element("LineString", &bytes) { positions(line.coordinates, &$0) } }
    case .area(let area): several(area.polygons, &self, polygon)
    }
  }
}
