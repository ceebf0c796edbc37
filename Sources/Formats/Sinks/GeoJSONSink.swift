import Foundation

/// Writes GeoJSON (RFC 7946), one feature a line, members in the order of their names.
public struct GeoJSONSink: FeatureSink {
  private var file: BufferedFile
  private var text = GeoJSONText()
  private var properties: PropertyText

  /// A file in the making.
  /// - Throws: `WriteError` when it cannot be made.
  public init(_ layer: FeatureLayer, target: URL) throws(WriteError) {
    file = try BufferedFile(target: target)
    properties = PropertyText(layer.fields)
  }

  /// Writes the features of a batch after those before it.
  public mutating func write(_ batch: FeatureBatch) throws(WriteError) {
    for feature in 0..<batch.count {
      text.beginFeature(batch.geometries[feature], decimals: Int(batch.decimals[feature]))
      if batch.ids[feature] != .missing {
        text.bytes.append(contentsOf: #","id":"#.utf8)
        text.bytes.append(json: batch.ids[feature], kind: .text, of: batch)
      }
      text.bytes.append(contentsOf: #","properties":"#.utf8)
      properties.append(feature, of: batch, to: &text.bytes)
      text.endFeature()
      if text.bytes.count >= 1 << 20 { try pass() }
    }
  }

  /// Completes the file and puts it in its place.
  public mutating func finish() throws(WriteError) {
    text.end()
    try pass()
    try file.complete()
  }

  /// Removes what was written so far.
  public mutating func cancel() { file.cancel() }

  /// Passes on what there is; the two buffers change places.
  private mutating func pass() throws(WriteError) {
    swap(&file.bytes, &text.bytes)
    try file.flush()
  }
}

/// The properties of features as JSON objects.
struct PropertyText {
  /// A field, and where in `openings` stands what comes before its value.
  private struct Member {
    let field: Int
    let kind: Field.Kind
    let opening: Range<Int>
  }

  /// The fields by name.
  private var members: [Member] = []
  /// What comes before each value, and the value where there is none: `,"place":null`.
  private var openings: [UInt8] = []

  init(_ fields: [Field]) {
    for field in fields.indices.sorted(by: { fields[$0].name < fields[$1].name }) {
      let start = openings.count
      openings.append(UInt8(ascii: members.isEmpty ? "{" : ","))
      openings.append(quoted: fields[field].name.utf8)
      openings.append(UInt8(ascii: ":"))
      members.append(Member(field: field, kind: fields[field].kind, opening: start..<openings.count))
      openings.append(contentsOf: Self.null)
    }
  }

  private static let null = Array("null".utf8)

  func append(_ feature: Int, of batch: FeatureBatch, to bytes: inout [UInt8]) {
    let nullCount = Self.null.count
    for member in members {
      let value = batch.value(feature, member.field)
      let opening = member.opening
      if case .missing = value {
        bytes.append(copying: openings.span.extracting(opening.lowerBound..<opening.upperBound + nullCount))
        continue
      }
      bytes.append(copying: openings.span.extracting(opening))
      bytes.append(json: value, kind: member.kind, of: batch)
    }
    bytes.append(contentsOf: members.isEmpty ? "{}".utf8 : "}".utf8)
  }
}

extension [UInt8] {
  /// A value as JSON.
  mutating func append(json value: FeatureBatch.Value, kind: Field.Kind, of batch: FeatureBatch) {
    switch value {
    case .missing: append(contentsOf: "null".utf8)
    case .text(let range):
      switch kind {
      case .list, .json: append(copying: batch.text.span.extracting(range.bytes))
      default: append(quoted: batch.text.span.extracting(range.bytes))
      }
    case .integer(let number): append(decimal: number)
    case .number(let number): append(decimal: number)
    case .boolean(let flag): append(contentsOf: flag ? "true".utf8 : "false".utf8)
    }
  }
}
