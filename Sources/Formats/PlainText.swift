extension Span<UInt8> {
  /// Where the next quote, backslash or other mark is, or the end, and whether all before it is ASCII; eight bytes are
  /// looked at together.
  /// - Parameters:
  ///   - start: where to begin, 0…count.
  ///   - mark: the other mark.
  @inline(__always) func plainText(from start: Int, orTo mark: UInt8) -> (end: Int, isASCII: Bool) {
    precondition(start >= 0, "a text begins in its bytes")
    let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    var (position, passed) = (start, UInt64(0))
    while position + 8 <= count {
      // Within bounds: the eight bytes begin at 0 or later and end at position + 8.
      let word = UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
      let marks = word.bytes(equalTo: quote) | word.bytes(equalTo: backslash) | word.bytes(equalTo: mark)
      if marks != 0 {
        let bits = marks.trailingZeroBitCount & ~7
        return (position + bits / 8, (passed | word & (1 << UInt64(bits) - 1)).isASCII)
      }
      passed |= word
      position += 8
    }
    while position < count, case let byte = self[position], byte != quote, byte != backslash, byte != mark {
      passed |= UInt64(byte)
      position += 1
    }
    return (position, passed.isASCII)
  }
}

extension UInt64 {
  /// The highest bit of each of the eight bytes that equals `byte`, the first byte being the lowest. A byte x is zero where
  /// (x - 1) & ~x has its highest bit (Mycroft 1987); the lowest bit found is always right, those above it may be false.
  fileprivate func bytes(equalTo byte: UInt8) -> UInt64 {
    let difference = self ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// Whether no byte has its highest bit.
  fileprivate var isASCII: Bool { self & 0x8080_8080_8080_8080 == 0 }
}
