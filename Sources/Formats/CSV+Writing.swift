/// Writing comma-separated values (RFC 4180, with `\n` line ends).
public enum CSV {
  /// A table with its header, as UTF-8.
  public static func write(header: [String], rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in [header] + rows {
      for (index, text) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(cell: text.utf8)
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// A table of features: their identifiers, then the fields. Their positions are left out, unless fields state them.
  public static func write(_ features: [Feature], fields: [Field]) -> [UInt8] {
    var batch = FeatureBatch(fields: fields)
    for feature in features {
      batch.append(
        Feature(id: feature.id, geometry: nil, properties: feature.properties, decimals: feature.decimals))
    }
    var table = CSVTable(FeatureLayer(name: "features", fields: fields, hasIDs: true, hasOnlyPoints: true))
    var bytes = table.header
    for number in 0..<batch.count { table.append(number, of: batch, to: &bytes) }
    return bytes
  }
}

extension [UInt8] {
  /// A cell of a table, quoted where needed. A text that a spreadsheet would run as a formula gets an apostrophe before
  /// it (OWASP, “CSV Injection”); numbers keep their sign.
  mutating func append(cell text: some Collection<UInt8>) {
    let isFormula = text.first.map(Self.formulaSigns.contains) ?? false
    let defused = isFormula && Double(String(decoding: text, as: UTF8.self)) == nil
    let needsQuotes = text.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if needsQuotes { append(0x22) }
    if defused { append(UInt8(ascii: "'")) }
    if needsQuotes || text.contains(0) {
      for byte in text {
        if byte == 0x22 { append(0x22) }
        // Readers end a text, or the whole table, at a NUL: it becomes ASCII's sign for what cannot be represented.
        append(byte == 0 ? 0x1A : byte)
      }
    } else {
      append(contentsOf: text)
    }
    if needsQuotes { append(0x22) }
  }

  private static let formulaSigns = Array("=+-@\t\r".utf8)
}
