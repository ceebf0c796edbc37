import Foundation
import Geo

/// Writes KML 2.2 (OGC 07-147r2): a placemark for each feature, with its name, a description to read, its date and all
/// its fields as typed data.
public struct KMLSink: FeatureSink {
  private var file: BufferedFile
  private let layer: FeatureLayer
  private let named: [Int]
  private let dated: Int?
  private var text: [UInt8] = []
  /// Where the types of the fields with whole numbers stand, and which of them have numbers beyond 32 bits.
  private var typeOffsets: [Int: Int] = [:]
  private var wideFields: Set<Int> = []

  /// A file in the making.
  /// - Throws: `WriteError` when it cannot be made.
  public init(_ layer: FeatureLayer, target: URL) throws(WriteError) {
    file = try BufferedFile(target: target)
    self.layer = layer
    named = layer.nameFields.compactMap { name in layer.fields.firstIndex { $0.name == name } }
    dated = layer.dateField.flatMap { name in layer.fields.firstIndex { $0.name == name } }
    writeHead()
  }

  /// Writes the features of a batch after those before it.
  public mutating func write(_ batch: FeatureBatch) throws(WriteError) {
    for feature in 0..<batch.count {
      writePlacemark(feature, of: batch)
      try file.flushWhenFull()
    }
  }

  /// Completes the file and puts it in its place.
  public mutating func finish() throws(WriteError) {
    file.bytes.append(contentsOf: "</Document>\n</kml>\n".utf8)
    for field in wideFields.sorted() {
      // KML's whole numbers have 32 bits.
      if let offset = typeOffsets[field] { try file.overwrite(at: offset, with: Array(#""double""#.utf8)) }
    }
    try file.complete()
  }

  /// Removes what was written so far.
  public mutating func cancel() { file.cancel() }

  private mutating func writeHead() {
    add(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n<name>")
    add(escaped: layer.title)
    add("</name>\n")
    if !layer.note.isEmpty {
      add("<description>")
      add(escaped: layer.note)
      add("</description>\n")
    }
    add("<Schema id=\"fields\" name=\"")
    add(escaped: layer.name)
    add("\">\n")
    for (number, field) in layer.fields.enumerated() {
      add("<SimpleField type=")
      typeOffsets[number] = field.kind == .integer ? file.count : nil
      // As long as “double”, which may have to take its place.
      add(field.kind == .integer ? #""int"   "# : "\"\(field.kind.kmlType)\"")
      add(" name=\"")
      add(escaped: field.name)
      add("\"><displayName>")
      add(escaped: field.label)
      add("</displayName></SimpleField>\n")
    }
    add("</Schema>\n")
  }

  private mutating func writePlacemark(_ feature: Int, of batch: FeatureBatch) {
    add("<Placemark>")
    writeName(feature, of: batch)
    writeDescription(feature, of: batch)
    if let dated, case .text(let range) = batch.value(feature, dated) { writeDate(batch.bytes(range)) }
    add("<ExtendedData>")
    if layer.hasIDs, batch.ids[feature] != .missing {
      add("<Data name=\"\(layer.idColumn.name)\"><value>")
      addValue(batch.ids[feature], .text, of: batch)
      add("</value></Data>")
    }
    add("<SchemaData schemaUrl=\"#fields\">")
    for (number, field) in layer.fields.enumerated() {
      let value = batch.value(feature, number)
      if value == .missing { continue }
      if case .integer(let whole) = value, Int32(exactly: whole) == nil { wideFields.insert(number) }
      add("<SimpleData name=\"")
      add(escaped: field.name)
      add("\">")
      if case .boolean(let flag) = value {
        // Readers of KML know these forms of a truth value only (XML Schema, §3.2.2.1).
        add(flag ? "1" : "0")
      } else {
        addValue(value, field.kind, of: batch)
      }
      add("</SimpleData>")
    }
    add("</SchemaData></ExtendedData>")
    if let geometry = batch.geometries[feature] {
      file.bytes.append(kml: geometry, decimals: Int(batch.decimals[feature]))
    }
    add("</Placemark>\n")
  }

  private mutating func writeName(_ feature: Int, of batch: FeatureBatch) {
    let values = named.filter { batch.value(feature, $0) != .missing }
    if values.isEmpty, batch.ids[feature] == .missing { return }
    add("<name>")
    if values.isEmpty { addValue(batch.ids[feature], .text, of: batch) }
    for (position, number) in values.enumerated() {
      if position > 0 { add(", ") }
      addValue(batch.value(feature, number), layer.fields[number].kind, of: batch)
    }
    add("</name>")
  }

  /// A line for each field that is stated, nested data left out.
  private mutating func writeDescription(_ feature: Int, of batch: FeatureBatch) {
    add("<description>")
    var isFirst = true
    for (number, field) in layer.fields.enumerated() where field.kind != .json {
      text.removeAll(keepingCapacity: true)
      batch.appendReadable(batch.value(feature, number), kind: field.kind, to: &text)
      if text.isEmpty { continue }
      if !isFirst { add("\n") }
      isFirst = false
      add(escaped: field.label)
      add(": ")
      file.bytes.append(xml: text)
      if let unit = field.unit { add(escaped: " \(unit)") }
    }
    add("</description>")
  }

  /// A day or a month is a time, a range is a span of it.
  private mutating func writeDate(_ date: ArraySlice<UInt8>) {
    let parts = date.split(separator: UInt8(ascii: "/"))
    guard (1...2).contains(parts.count), parts.allSatisfy({ Self.isDate($0) }) else { return }
    if parts.count == 1 {
      add("<TimeStamp><when>")
      file.bytes.append(contentsOf: parts[0])
      add("</when></TimeStamp>")
    } else {
      add("<TimeSpan><begin>")
      file.bytes.append(contentsOf: parts[0])
      add("</begin><end>")
      file.bytes.append(contentsOf: parts[1])
      add("</end></TimeSpan>")
    }
  }

  /// Whether it has the form `2019`, `2019-04` or `2019-04-03`.
  private static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
    let lengths = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(\.count)
    return [[4], [4, 2], [4, 2, 2]].contains(lengths)
      && text.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private mutating func add(_ markup: String) { file.bytes.append(contentsOf: markup.utf8) }

  private mutating func add(escaped text: String) { file.bytes.append(xml: text.utf8) }

  private mutating func addValue(_ value: FeatureBatch.Value, _ kind: Field.Kind, of batch: FeatureBatch) {
    text.removeAll(keepingCapacity: true)
    batch.appendReadable(value, kind: kind, to: &text)
    file.bytes.append(xml: text)
  }
}

extension Field {
  /// Its name in words.
  var label: String { name.split(separator: "_").joined(separator: " ") }
}

extension Field.Kind {
  fileprivate var kmlType: String {
    switch self {
    case .text, .date, .day, .list, .json: "string"
    case .integer: "int"
    case .number: "double"
    case .boolean: "bool"
    }
  }
}

extension [UInt8] {
  /// Characters of an element or an attribute. XML has no control characters but tab and line ends (XML 1.0, §2.2):
  /// others become the sign for a character that cannot be shown.
  mutating func append(xml text: some Collection<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
      case 0x0D: append(contentsOf: "&#13;".utf8)
      case 0x09, 0x0A: append(byte)
      case 0..<0x20: append(contentsOf: "\u{FFFD}".utf8)
      default: append(byte)
      }
    }
  }

  /// A geometry of KML; several parts are a `MultiGeometry`.
  fileprivate mutating func append(kml geometry: Geometry, decimals: Int) {
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
