/// Numbers as the map files write them: at most two decimals, no exponent, no trailing zeros, never `-0`.
enum SVGNumber {
  /// Appends the number's digits. A number that is not finite is a programming error: it would draw nothing.
  static func append(_ number: Double, to bytes: inout [UInt8]) {
    precondition(number.isFinite && abs(number) < 1e12, "a drawing needs finite numbers")
    var hundredths = Int((number * 100).rounded())
    if hundredths < 0 {
      bytes.append(UInt8(ascii: "-"))
      hundredths = -hundredths
    }
    bytes.append(contentsOf: String(hundredths / 100).utf8)
    let decimals = hundredths % 100
    guard decimals > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(decimals / 10))
    if decimals % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(decimals % 10)) }
  }

  /// The number's digits.
  static func text(_ number: Double) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
