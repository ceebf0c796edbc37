/// The one way to write the parts of a JSON text; numbers are written the same way in tables and XML.
extension [UInt8] {
  /// A number: the shortest text that reads back the same.
  package mutating func append(decimal number: Double) {
    precondition(number.isFinite, "JSON has no number that is not finite")
    if number == number.rounded(), abs(number) < 1e15 {
      append(decimal: Int(number))
    } else {
      append(contentsOf: number.description.utf8)
    }
  }

  /// A whole number.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude)
  }

  /// A number that was rounded to so many decimals, at most 7, without zeros at its end and without an exponent.
  package mutating func append(decimal number: Double, decimals: Int) {
    let scale = Self.powersOfTen[decimals]
    let scaled = (number * Double(scale)).rounded()
    guard abs(scaled) < 1e15 else { return append(decimal: number) }
    let magnitude = UInt(abs(scaled))
    if scaled < 0 { append(UInt8(ascii: "-")) }
    appendDigits(magnitude / scale)
    var (rest, width) = (magnitude % scale, decimals)
    if rest == 0 { return }
    while rest % 10 == 0 { (rest, width) = (rest / 10, width - 1) }
    append(UInt8(ascii: "."))
    appendDigits(rest, width: width)
  }

  private static let powersOfTen: [UInt] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000]

  /// The digits of a number, with zeros before it up to a width.
  private mutating func appendDigits(_ number: UInt, width: Int = 1) {
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    var (rest, start) = (number, digits.count)
    while rest > 0 || digits.count - start < width {
      start -= 1
      digits[start] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    append(copying: digits.span.extracting(start..<digits.count))
  }

  /// A text in quotes.
  package mutating func append(quoted text: some Collection<UInt8>) {
    let bytes = Array(text)
    append(quoted: bytes.span)
  }

  /// A text in quotes.
  package mutating func append(quoted text: ArraySlice<UInt8>) { append(quoted: text.span) }

  /// A text in quotes: what needs no escape is copied in runs.
  mutating func append(quoted text: Span<UInt8>) {
    append(UInt8(ascii: "\""))
    var start = 0
    while let index = Self.firstToEscape(text, from: start) {
      append(copying: text.extracting(start..<index))
      appendEscaped(text[index])
      start = index + 1
    }
    append(copying: text.extracting(start..<text.count))
    append(UInt8(ascii: "\""))
  }

  /// The first byte that cannot stand in quotes as it is, eight bytes looked at together.
  private static func firstToEscape(_ text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.count {
      if index + 8 <= text.count,
        unsafe !mayNeedEscape(text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      let byte = text[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
      index += 1
    }
    return nil
  }

  /// Whether one of eight bytes is a control character, a quote or a backslash. A byte x is zero where
  /// (x - 1) & ~x has its highest bit (Mycroft 1987); a false alarm costs a second look.
  private static func mayNeedEscape(_ word: UInt64) -> Bool {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let controls = (word &- ones &* 0x20) & ~word
    return (controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes) & highs != 0
  }

  /// Copies bytes at once. The standard library has no such function for a span yet; a slice of an array is counted as
  /// one more owner of it, and of fifty million values that is a third of the time.
  package mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      append(UInt8(ascii: "\\"))
      append(byte)
    case 0x0A: append(contentsOf: #"\n"#.utf8)
    case 0x09: append(contentsOf: #"\t"#.utf8)
    case 0..<0x20:
      let hex = String(byte, radix: 16)
      append(contentsOf: (#"\u00"# + (hex.utf8.count < 2 ? "0" : "") + hex).utf8)
    default: append(byte)
    }
  }
}
