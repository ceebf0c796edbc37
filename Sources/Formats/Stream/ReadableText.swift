extension FeatureBatch {
  /// Writes a value as a reader expects it in a table: a list of texts with “; ” between them, anything else as in JSON
  /// but a text without quotes. Nothing is written of a missing one.
  func appendReadable(_ value: Value, kind: Field.Kind, to bytes: inout [UInt8]) {
    switch (value, kind) {
    case (.missing, _): return
    case (.text(let range), .list), (.text(let range), .json): bytes.append(contentsOf: readable(range))
    case (.text(let range), _): bytes.append(contentsOf: self.bytes(range))
    default: bytes.append(json: value, kind: kind, of: self)
    }
  }

  private func readable(_ range: TextRange) -> [UInt8] {
    let json = try? JSON(reading: Array(bytes(range)), file: "")
    if let text = json?.string { return Array(text.utf8) }
    if let list = json?.array, list.allSatisfy({ $0.string != nil }) {
      return Array(list.compactMap(\.string).joined(separator: "; ").utf8)
    }
    return Array(bytes(range))
  }
}
