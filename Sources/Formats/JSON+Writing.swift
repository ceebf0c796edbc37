extension JSON {
  /// The value on one line, members sorted by name.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The UTF-8 of `text`.
  public var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }

  /// The value with one member or element a line down to `depth`, and what lies deeper on one line: short enough to
  /// read, and a change in one feature is a change in one line. Ends with a line feed.
  public func lines(depth: Int) -> [UInt8] {
    var writer = JSONWriter(linesDepth: depth)
    writer.write(self)
    return writer.bytes + [0x0A]
  }
}

/// Writes JSON as bytes: an order of magnitude faster than `JSONEncoder`, and with one way to write a number.
private struct JSONWriter {
  var bytes: [UInt8] = []
  var linesDepth = 0
  private var depth = 0

  init(linesDepth: Int = 0) { self.linesDepth = linesDepth }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let number): bytes.append(decimal: number)
    case .string(let text): bytes.append(quoted: text.utf8)
    case .array(let elements):
      writeList("[", elements, "]") { writer, element in writer.write(element) }
    case .object(let members):
      writeList("{", members.sorted { $0.key < $1.key }, "}") { writer, member in
        writer.bytes.append(quoted: member.key.utf8)
        writer.bytes.append(UInt8(ascii: ":"))
        writer.write(member.value)
      }
    }
  }

  private mutating func writeList<Element>(
    _ open: Unicode.Scalar, _ elements: [Element], _ close: Unicode.Scalar,
    writeElement: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    depth += 1
    let broken = depth <= linesDepth && !elements.isEmpty
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if broken { bytes.append(0x0A) }
      writeElement(&self, element)
    }
    depth -= 1
    if broken { bytes.append(0x0A) }
    bytes.append(UInt8(ascii: close))
  }
}
