extension FeatureBatch {
  /// The value of the next field of the feature that was begun last, from JSON.
  public mutating func append(json: JSON, as kind: Field.Kind) {
    switch (json, kind) {
    case (.null, _): append(.missing)
    case (_, .json), (.array, _), (.object, _): append(store(json.bytes))
    case (.bool(let flag), _): append(.boolean(flag))
    case (.number(let number), .integer):
      append(Int(exactly: number).map { .integer($0) } ?? .number(number))
    case (.number(let number), _): append(.number(number))
    case (.string(let text), _): append(store(text.utf8))
    }
  }

  /// Adds a feature whose properties are those of the fields.
  public mutating func append(_ feature: Feature) {
    append(
      id: feature.id.map { store($0.utf8) } ?? .missing, geometry: feature.geometry, decimals: feature.decimals)
    for field in fields { append(json: feature.properties[field.name] ?? .null, as: field.kind) }
  }

  /// A feature as a value of its own.
  /// - Throws: `FormatError` when a list is not JSON.
  public func feature(_ number: Int, file: String) throws(FormatError) -> Feature {
    var properties: [String: JSON] = [:]
    for (index, field) in fields.enumerated() {
      properties[field.name] = try json(value(number, index), kind: field.kind, file: file)
    }
    let id: String? =
      switch ids[number] {
      case .missing: nil
      case .text(let range): String(decoding: bytes(range), as: UTF8.self)
      case let value: try json(value, kind: .text, file: file).text
      }
    return Feature(
      id: id, geometry: geometries[number], properties: properties, decimals: Int(decimals[number]))
  }

  private func json(_ value: Value, kind: Field.Kind, file: String) throws(FormatError) -> JSON {
    switch value {
    case .missing: return .null
    case .text(let range):
      if kind == .list || kind == .json { return try JSON(reading: Array(bytes(range)), file: file) }
      return .string(String(decoding: bytes(range), as: UTF8.self))
    case .integer(let number): return .number(Double(number))
    case .number(let number): return .number(number)
    case .boolean(let flag): return .bool(flag)
    }
  }
}

extension FeatureSource {
  /// All features as values, for files that fit into memory.
  /// - Throws: `FormatError` for what cannot be read.
  public mutating func features(file: String) throws -> [Feature] {
    var features: [Feature] = []
    try read { batch in
      for number in 0..<batch.count { features.append(try batch.feature(number, file: file)) }
    }
    return features
  }
}
