extension FeatureBatch {
  /// Writes a value as a reader expects it in a table: a list with “; ” between its parts, anything else as in JSON but
  /// without quotes. Nothing is written of a missing one.
  func appendReadable(_ value: Value, kind: Field.Kind, to bytes: inout [UInt8]) {
    switch (value, kind) {
    case (.missing, _): return
    case (.text(let range), .list): bytes.append(contentsOf: joined(range))
    case (.text(let range), .json): bytes.append(contentsOf: unquoted(range))
    case (.text(let range), _): bytes.append(contentsOf: self.bytes(range))
    default: bytes.append(json: value, kind: kind, of: self)
    }
  }

  /// The texts of a JSON list.
  private func joined(_ range: TextRange) -> [UInt8] {
    guard let list = (try? JSON(reading: Array(bytes(range)), file: ""))?.array else { return Array(bytes(range)) }
    return Array(list.map { $0.string ?? $0.text }.joined(separator: "; ").utf8)
  }

  /// A JSON value; a text without its quotes.
  private func unquoted(_ range: TextRange) -> [UInt8] {
    guard bytes(range).first == UInt8(ascii: "\""), let json = try? JSON(reading: Array(bytes(range)), file: ""),
      let text = json.string
    else { return Array(bytes(range)) }
    return Array(text.utf8)
  }
}
