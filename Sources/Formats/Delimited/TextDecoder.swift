/// Turns the bytes of a file into UTF-8, piece by piece. Text that is UTF-8 stays as it is, broken bytes included.
struct TextDecoder {
  let encoding: TextEncoding
  /// The UTF-8 of the bytes 0x80…0xFF, two or three bytes each; empty where the encoding has no table.
  private let upperHalf: [[UInt8]]
  private var rest: [UInt8] = []
  private var leadingSurrogate: UInt16?

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    upperHalf = encoding.upperHalf?.map { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) } ?? []
  }

  /// Appends the UTF-8 of the next bytes.
  mutating func decode(_ bytes: [UInt8], onto text: inout [UInt8]) {
    switch encoding {
    case .utf8: text.append(contentsOf: bytes)
    case .utf16LittleEndian: decodeUnits(bytes, low: 0, high: 1, onto: &text)
    case .utf16BigEndian: decodeUnits(bytes, low: 1, high: 0, onto: &text)
    case .windows1252, .latin1, .windows1256:
      text.reserveCapacity(text.count + bytes.count + bytes.count / 2)
      for byte in bytes {
        if byte < 0x80 { text.append(byte) } else { text.append(contentsOf: upperHalf[Int(byte) - 0x80]) }
      }
    }
  }

  /// Appends what is left when no more bytes follow: a unit that is cut off, or half of a surrogate pair.
  mutating func finish(onto text: inout [UInt8]) {
    if leadingSurrogate != nil || !rest.isEmpty { text.append(contentsOf: UTF8.encodedReplacementCharacter) }
    (leadingSurrogate, rest) = (nil, [])
  }

  private mutating func decodeUnits(_ piece: [UInt8], low: Int, high: Int, onto text: inout [UInt8]) {
    let bytes = rest.isEmpty ? piece : rest + piece
    var position = 0
    while position + 2 <= bytes.count {
      append(UInt16(bytes[position + low]) | UInt16(bytes[position + high]) << 8, onto: &text)
      position += 2
    }
    rest = Array(bytes[position...])
  }

  private mutating func append(_ unit: UInt16, onto text: inout [UInt8]) {
    if let leading = leadingSurrogate {
      leadingSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(leading) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        if let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) { text.append(contentsOf: encoded) }
        return
      }
      text.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
    if UTF16.isLeadSurrogate(unit) {
      leadingSurrogate = unit
    } else if unit < 0x80 {
      text.append(UInt8(unit))
    } else {
      let encoded = Unicode.Scalar(unit).flatMap { UTF8.encode($0) } ?? UTF8.encodedReplacementCharacter
      text.append(contentsOf: encoded)
    }
  }

  /// How many bytes of the file a letter of ASCII takes.
  var bytesOfASCII: Int { encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1 }

  /// How many bytes of the file a piece of its UTF-8 was.
  func originalCount(_ text: borrowing Span<UInt8>) -> Int {
    guard encoding != .utf8 else { return text.count }
    var letters = 0
    var pairs = 0
    for index in text.indices {
      if text[index] & 0xC0 != 0x80 { letters += 1 }
      if text[index] >= 0xF0 { pairs += 1 }
    }
    return upperHalf.isEmpty ? 2 * (letters + pairs) : letters
  }
}
