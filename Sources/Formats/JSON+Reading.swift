extension JSON {
  /// Reads one JSON text (RFC 8259) of UTF-8 bytes.
  ///
  /// A reader of our own because boundary files decide how fast every command starts: `JSONDecoder` takes three times
  /// as long for them and cannot say on which line a file is broken.
  /// - Parameter file: the name for error messages.
  /// - Throws: `FormatError` with the line, for text that is not JSON or is nested deeper than 256 levels.
  public init(reading bytes: [UInt8], file: String) throws(FormatError) {
    var parser = JSONParser(bytes: bytes, file: file)
    self = try parser.parseDocument()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  let file: String
  private var position = 0
  private var depth = 0
  private static let maximumDepth = 256

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func parseDocument() throws(FormatError) -> JSON {
    let value = try parseValue()
    skipSpace()
    guard position == bytes.count else { throw broken("something follows the end of the JSON text") }
    return value
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func parseValue() throws(FormatError) -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try parseObject()
    case UInt8(ascii: "["): return try parseArray()
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parse(word: "true", as: .bool(true))
    case UInt8(ascii: "f"): return try parse(word: "false", as: .bool(false))
    case UInt8(ascii: "n"): return try parse(word: "null", as: .null)
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return .number(try parseNumber())
    case nil: throw broken("the file ends in the middle of the JSON text; it may have been cut off")
    default: throw broken("this is not JSON: a value was expected")
    }
  }

  private mutating func parseObject() throws(FormatError) -> JSON {
    var members: [(name: String, value: JSON)] = []
    try parseList(until: UInt8(ascii: "}")) { parser throws(FormatError) in
      parser.skipSpace()
      guard parser.next == UInt8(ascii: "\"") else { throw parser.broken("a member's name in quotes was expected") }
      let name = try parser.parseString()
      parser.skipSpace()
      guard parser.next == UInt8(ascii: ":") else { throw parser.broken("a colon was expected") }
      parser.position += 1
      members.append((name, try parser.parseValue()))
    }
    // Their number is known by now, so no name is hashed twice; of a name given twice the last counts.
    return .object(Dictionary(members) { $1 })
  }

  private mutating func parseArray() throws(FormatError) -> JSON {
    var elements: [JSON] = []
    try parseList(until: UInt8(ascii: "]")) { parser throws(FormatError) in elements.append(try parser.parseValue()) }
    return .array(elements)
  }

  private mutating func parseList(
    until close: UInt8, parseElement: (inout JSONParser) throws(FormatError) -> Void
  ) throws(FormatError) {
    depth += 1
    guard depth <= Self.maximumDepth else { throw broken("it is nested deeper than \(Self.maximumDepth) levels") }
    defer { depth -= 1 }
    position += 1
    skipSpace()
    if next == close {
      position += 1
      return
    }
    while true {
      try parseElement(&self)
      skipSpace()
      let separator = next
      position += 1
      if separator == close { return }
      guard separator == UInt8(ascii: ",") else {
        position -= 1
        throw broken("a comma or the end of the list was expected")
      }
    }
  }

  private mutating func parse(word: StaticString, as value: JSON) throws(FormatError) -> JSON {
    let expected = Array(word.description.utf8)
    guard bytes[position...].starts(with: expected) else { throw broken("this is not JSON: a value was expected") }
    position += expected.count
    return value
  }

  /// Up to 15 digits and a power of ten up to 22 are exact in a `Double`, and so is their quotient (Clinger 1990):
  /// nearly all coordinates. The rest goes through the standard library.
  private mutating func parseNumber() throws(FormatError) -> Double {
    let start = position
    var mantissa = 0
    var digits = 0
    var decimals = 0
    var isPlain = true
    if next == UInt8(ascii: "-") { position += 1 }
    var inFraction = false
    scan: while let byte = next {
      switch byte {
      case _ where isDigit(byte):
        if digits < 16 { mantissa = mantissa * 10 + Int(byte - UInt8(ascii: "0")) }
        digits += 1
        if inFraction { decimals += 1 }
      case UInt8(ascii: ".") where !inFraction: inFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"): isPlain = false
      default: break scan
      }
      position += 1
    }
    if isPlain, (1...15).contains(digits) {
      let magnitude = Double(mantissa) / Self.powersOfTen[decimals]
      return bytes[start] == UInt8(ascii: "-") ? -magnitude : magnitude
    }
    guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)), value.isFinite else {
      throw broken("this is not a number")
    }
    return value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private mutating func parseString() throws(FormatError) -> String {
    position += 1
    let start = position
    position =
      bytes[start...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") } ?? bytes.count
    guard next == UInt8(ascii: "\\") else { return try closeString(Self.text(bytes.span.extracting(start..<position))) }
    var unescaped = Array(bytes[start..<position])
    while let byte = next, byte != UInt8(ascii: "\"") {
      position += 1
      if byte == UInt8(ascii: "\\") {
        unescaped.append(contentsOf: String(try parseEscape()).utf8)
      } else {
        unescaped.append(byte)
      }
    }
    return try closeString(Self.text(unescaped.span))
  }

  private static func text(_ utf8: Span<UInt8>) -> String? {
    guard let valid = try? UTF8Span(validating: utf8) else { return nil }
    return String(copying: valid)
  }

  /// - Parameter text: what stands before the closing quote; nil for what is no text.
  private mutating func closeString(_ text: String?) throws(FormatError) -> String {
    guard next == UInt8(ascii: "\"") else { throw broken("the file ends in the middle of a text") }
    guard let text else { throw broken("this text is not valid UTF-8") }
    position += 1
    return text
  }

  private mutating func parseEscape() throws(FormatError) -> Unicode.Scalar {
    guard let byte = next else { throw broken("the file ends in the middle of a text") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return try parseUnicodeEscape()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    default: throw broken("there is no such escape in JSON")
    }
  }

  /// `\u` and four hexadecimal digits; a high surrogate must be followed by its low one (RFC 8259 §7).
  private mutating func parseUnicodeEscape() throws(FormatError) -> Unicode.Scalar {
    let unit = try parseHexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, bytes[position...].starts(with: #"\u"#.utf8) else {
      throw broken("half of a surrogate pair")
    }
    position += 2
    let low = try parseHexadecimal()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw broken("half of a surrogate pair") }
    return scalar
  }

  private mutating func parseHexadecimal() throws(FormatError) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw broken("four hexadecimal digits were expected")
    }
    position += 4
    return unit
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private func broken(_ problem: String) -> FormatError {
    let line = 1 + bytes[..<min(position, bytes.count)].count { $0 == 0x0A }
    return FormatError(file: file, line: line, problem: problem)
  }
}
