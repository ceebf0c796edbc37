import Foundation

/// Writes KML 2.2 (OGC 07-147r2): a placemark for each feature, with its name, a description to read, its date and all
/// its fields as typed data.
public struct KMLSink: FeatureSink {
  private var file: BufferedFile
  private let columns: [Column]
  private let named: [Int]
  private let dated: Int?
  private let summary: [Int]
  private let idOpening: [UInt8]
  private var text: [UInt8] = []
  /// Where the types of the fields with whole numbers stand, and which of them have numbers beyond 32 bits.
  private var typeOffsets: [Int: Int] = [:]
  private var wideFields: Set<Int> = []

  /// A field, and what stands around its values.
  private struct Column {
    let kind: Field.Kind
    /// `<SimpleData name="killed_min">`
    let opening: [UInt8]
    /// `killed min: `
    let label: [UInt8]
    /// ` people`
    let unit: [UInt8]

    init(_ field: Field) {
      func escaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(xml: Array(text.utf8))
        return bytes
      }
      kind = field.kind
      opening = Array("<SimpleData name=\"".utf8) + escaped(field.name) + Array("\">".utf8)
      label = escaped("\(field.label): ")
      unit = escaped(field.unit.map { " \($0)" } ?? "")
    }
  }

  /// A file in the making.
  /// - Throws: `WriteError` when it cannot be made.
  public init(_ layer: FeatureLayer, target: URL) throws(WriteError) {
    file = try BufferedFile(target: target)
    columns = layer.fields.map(Column.init)
    idOpening = Array("<Data name=\"\(layer.idColumn.name)\"><value>".utf8)
    named = layer.nameFields.compactMap { name in layer.fields.firstIndex { $0.name == name } }
    dated = layer.dateField.flatMap { name in layer.fields.firstIndex { $0.name == name } }
    summary = layer.fields.indices.filter { number in
      let field = layer.fields[number]
      return layer.summaryFields.isEmpty ? field.kind != .json : layer.summaryFields.contains(field.name)
    }
    writeHead(layer)
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

  private mutating func writeHead(_ layer: FeatureLayer) {
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
    if batch.ids[feature] != .missing {
      file.bytes.append(contentsOf: idOpening)
      addValue(batch.ids[feature], .text, of: batch)
      add("</value></Data>")
    }
    add("<SchemaData schemaUrl=\"#fields\">")
    for (number, column) in columns.enumerated() {
      let value = batch.value(feature, number)
      if value == .missing { continue }
      if case .integer(let whole) = value, Int32(exactly: whole) == nil { wideFields.insert(number) }
      file.bytes.append(contentsOf: column.opening)
      if case .boolean(let flag) = value {
        // Readers of KML know these forms of a truth value only (XML Schema, §3.2.2.1).
        add(flag ? "1" : "0")
      } else {
        addValue(value, column.kind, of: batch)
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
      addValue(batch.value(feature, number), columns[number].kind, of: batch)
    }
    add("</name>")
  }

  /// A line for each field that is stated: of the layer's summary, or of all that are not nested.
  private mutating func writeDescription(_ feature: Int, of batch: FeatureBatch) {
    add("<description>")
    var isFirst = true
    for number in summary {
      let column = columns[number]
      text.removeAll(keepingCapacity: true)
      batch.appendReadable(batch.value(feature, number), kind: column.kind, to: &text)
      if text.isEmpty { continue }
      if !isFirst { add("\n") }
      isFirst = false
      file.bytes.append(contentsOf: column.label)
      file.bytes.append(xml: text)
      file.bytes.append(contentsOf: column.unit)
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

  private mutating func add(escaped text: String) { file.bytes.append(xml: Array(text.utf8)) }

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
    case .text, .date, .list, .json: "string"
    case .integer: "int"
    case .number: "double"
    case .boolean: "bool"
    }
  }
}
