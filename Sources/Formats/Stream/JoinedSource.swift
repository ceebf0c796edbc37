/// Several sources one after another as one, with the fields of all of them. Where two disagree on a field's kind it
/// holds numbers when both are numbers, else JSON.
public struct JoinedSource: FeatureSource {
  /// What its features have in common.
  public let layer: FeatureLayer
  private var sources: [any FeatureSource]
  private let names: [String]

  /// The sources, in their order; at least one.
  /// - Parameter names: their names, for remarks; empty when it does not matter where one is from.
  public init(_ sources: [any FeatureSource], names: [String] = []) {
    precondition(names.isEmpty || names.count == sources.count, "every source has a name")
    (self.sources, self.names) = (sources, names)
    var fields: [Field] = []
    var numbers: [String: Int] = [:]
    for field in sources.flatMap(\.fields) {
      if let known = numbers[field.name] {
        fields[known].kind = fields[known].kind.joined(with: field.kind)
      } else {
        numbers[field.name] = fields.count
        fields.append(field)
      }
    }
    var layer = sources.first?.layer ?? FeatureLayer(name: "features", fields: [])
    layer.fields = fields
    layer.hasIDs = sources.contains { $0.layer.hasIDs }
    layer.hasOnlyPoints = sources.allSatisfy { $0.layer.hasOnlyPoints }
    self.layer = layer
  }

  /// What was found imperfect so far, with the names of the sources before it.
  public var remarks: SourceRemarks {
    var all = SourceRemarks()
    for (number, source) in sources.enumerated() {
      all.add(source.remarks, prefix: names.isEmpty ? "" : names[number] + ": ")
    }
    return all
  }

  /// Reads all features, batch by batch.
  public mutating func read(into body: (FeatureBatch) throws -> Void) throws {
    for number in sources.indices {
      let own = sources[number].fields
      if own == layer.fields {
        try sources[number].read(into: body)
        continue
      }
      let places = layer.fields.map { field in own.firstIndex { $0.name == field.name } }
      var joined = FeatureBatch(fields: layer.fields)
      try sources[number].read { batch in
        for feature in 0..<batch.count { joined.append(feature, of: batch, places: places) }
        try body(joined)
        joined.removeAll()
      }
    }
  }
}

extension FeatureBatch {
  /// Adds a feature of another batch.
  /// - Parameter places: for each field its number in the other batch; nil where it has none.
  fileprivate mutating func append(_ feature: Int, of other: FeatureBatch, places: [Int?]) {
    append(
      id: store(other.ids[feature], of: other), geometry: other.geometries[feature],
      decimals: Int(other.decimals[feature]))
    for (field, place) in zip(fields, places) {
      guard let place else {
        append(.missing)
        continue
      }
      let value = other.value(feature, place)
      let kind = other.fields[place].kind
      if field.kind == .json, kind != .json, kind != .list, case .text(let range) = value {
        var json: [UInt8] = []
        json.append(quoted: other.bytes(range))
        append(store(json))
      } else {
        append(store(value, of: other))
      }
    }
  }
}
