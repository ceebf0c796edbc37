/// Numbers in the bytes of a gazetteer file, least significant byte first. Every read is checked against the end.
extension Span<UInt8> {
  /// The number of that width at a byte offset. Reading beyond the end is a programming error.
  @inline(__always)
  func number<Number: FixedWidthInteger & UnsignedInteger>(_: Number.Type, at offset: Int) -> Number {
    let width = Number.bitWidth / 8
    let field = extracting(offset..<(offset &+ width))
    var value: Number = 0
    for index in 0..<width {
      value |= Number(truncatingIfNeeded: field[index]) << Number(truncatingIfNeeded: index &* 8)
    }
    return value
  }

  /// The floating-point number at a byte offset (IEEE 754, 64 bits).
  @inline(__always)
  func double(at offset: Int) -> Double { Double(bitPattern: number(UInt64.self, at: offset)) }
}

extension [UInt8] {
  /// Appends a number, least significant byte first.
  mutating func append<Number: FixedWidthInteger & UnsignedInteger>(littleEndian number: Number) {
    var rest = number
    for _ in 0..<Number.bitWidth / 8 {
      append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Appends the 64 bits of a floating-point number.
  mutating func append(double: Double) { append(littleEndian: double.bitPattern) }
}

extension [UInt8] {
  /// Appends a number seven bits a byte, the highest bit set in all bytes but the last (LEB128).
  mutating func append(variableLength number: Int) {
    var rest = UInt64(number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Appends a text: the length in bytes, then its UTF-8.
  mutating func append(text: String) {
    append(variableLength: text.utf8.count)
    append(contentsOf: text.utf8)
  }
}
