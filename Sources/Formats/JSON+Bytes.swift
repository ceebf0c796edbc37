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
    let start = count
    var rest = number
    while rest > 0 || count - start < width {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    if count - start > 1 { self[start...].reverse() }
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
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      append(copying: text.extracting(start..<index))
      appendEscaped(byte)
      start = index + 1
    }
    append(copying: text.extracting(start..<text.count))
    append(UInt8(ascii: "\""))
  }

  /// Copies bytes at once. The standard library has no such function for a span yet; a slice of an array is counted as
  /// one more owner of it, and of fifty million values that is a third of the time.
  mutating func append(copying bytes: Span<UInt8>) {
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
