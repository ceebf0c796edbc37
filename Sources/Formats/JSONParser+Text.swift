/// Texts in quotes, and the escapes in them.
extension JSONParser {
  mutating func parseString() throws(FormatError) -> String {
    position += 1
    let start = position
    _ = passPlainText()
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

  /// Goes past a text, checked as if it were read.
  mutating func skipText() throws(FormatError) {
    let start = position
    position += 1
    let isASCII = passPlainText()
    if isASCII, next == UInt8(ascii: "\"") {
      position += 1
    } else {
      position = start
      _ = try parseString()
    }
  }

  /// Goes on to the next quote or backslash, or to the end.
  /// - Returns: whether all that was passed is ASCII.
  private mutating func passPlainText() -> Bool {
    let (end, isASCII) = bytes.span.plainText(from: position, orTo: UInt8(ascii: "\""))
    position = end
    return isASCII
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
}
