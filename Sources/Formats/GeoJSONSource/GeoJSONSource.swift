import Geo

/// The features of a GeoJSON file of any length (RFC 7946). It is read twice: to find out which properties there are,
/// and to hand them over.
public struct GeoJSONSource: FeatureSource {
  /// What its features have in common.
  public let layer: FeatureLayer
  /// What was found imperfect so far.
  public private(set) var remarks = SourceRemarks()
  private let input: ByteInput
  private let file: String

  /// How many features a batch has at most.
  private static let batchCount = 2_000

  /// A file, of which the properties are found out.
  /// - Parameters:
  ///   - file: its name, for messages.
  ///   - name: what its features are called.
  ///   - known: what is known of properties, when the file has all of these.
  /// - Throws: `FormatError` for a file that is not GeoJSON.
  public init(_ input: ByteInput, file: String, name: String, known: [Field] = []) throws {
    (self.input, self.file) = (input, file)
    var kinds = PropertyKinds()
    var hasIDs = false
    var hasOnlyPoints = true
    try Self.forEach(input, file: file) { members, bytes, _ in
      kinds.add(members.properties, bytes: bytes)
      if members.id != .null { hasIDs = true }
      let type = members.geometry["type"].string
      if type != nil, type != "Point" { hasOnlyPoints = false }
    }
    let isKnown = Set(kinds.names).isSuperset(of: known.map(\.name))
    var fields = kinds.fields(known: isKnown ? known : [])
    if isKnown {
      let order = Dictionary(known.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
      fields = fields.enumerated().sorted {
        (order[$0.element.name] ?? order.count, $0.offset) < (order[$1.element.name] ?? order.count, $1.offset)
      }.map(\.element)
    }
    layer = FeatureLayer(name: name, fields: fields, hasIDs: hasIDs, hasOnlyPoints: hasOnlyPoints)
  }

  /// Reads all features, batch by batch.
  public mutating func read(into body: (FeatureBatch) throws -> Void) throws {
    var batch = FeatureBatch(fields: layer.fields)
    var number = 0
    var remarks = SourceRemarks()
    defer { self.remarks = remarks }
    try Self.forEach(input, file: file) { members, _, origin in
      number += 1
      do throws(FormatError) {
        let geometry = try GeoJSON.geometry(of: members, file: file, number: number)
        let id: FeatureBatch.Value =
          switch members.id {
          case .null: .missing
          case .number(let number): Int(exactly: number).map { .integer($0) } ?? .number(number)
          case let id: batch.store((id.string ?? id.text).utf8)
          }
        batch.append(id: id, geometry: geometry)
        batch.append(origin: origin)
      } catch {
        remarks.add(.lost, "a feature is left out because of its geometry", at: origin, detail: error.problem)
        return
      }
      for field in layer.fields { batch.append(json: members.properties[field.name] ?? .null, as: field.kind) }
      if batch.count == Self.batchCount || batch.textByteCount > 4 << 20 {
        try body(batch)
        batch.removeAll()
      }
    }
    if batch.count > 0 { try body(batch) }
  }

  /// Hands over what is read of the features, with their text.
  private static func forEach(
    _ input: ByteInput, file: String, _ body: (FeatureMembers, [UInt8], FeatureOrigin) throws -> Void
  ) throws {
    var parts = try FeatureParts(input, file: file)
    var names = PropertyNames()
    while let part = try parts.next() {
      try body(part.members(&names, file: file), part.bytes, part.origin)
    }
    let origin = FeatureOrigin(line: 1, start: 0, end: parts.frame.count)
    for feature in try parts.loneFeatures() { try body(feature, parts.frame, origin) }
  }
}
