import Incidents

/// Numbers as tables write them.
enum TableNumber {
  /// A number with its decimals: `36.34`, `36,34`, `-0.5`.
  struct Decimal: Hashable {
    var value: Double
    /// How many decimals it is written with.
    var decimals: Int
  }

  /// A number of degrees. A comma is a decimal comma: no angle has thousands.
  static func decimal(_ text: CellText) -> Decimal? {
    var mantissa = 0
    var (digits, decimals) = (0, 0)
    var isFraction = false
    var isNegative = false
    for (offset, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        mantissa = mantissa &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        digits += 1
        if isFraction { decimals += 1 }
      case UInt8(ascii: "."), UInt8(ascii: ","):
        if isFraction { return nil }
        isFraction = true
      case UInt8(ascii: "-") where offset == 0: isNegative = true
      case UInt8(ascii: "+") where offset == 0: break
      default: return other(text)
      }
    }
    guard digits > 0 else { return nil }
    // Up to 15 digits and a power of ten up to 22 are exact, and so is their quotient (Clinger 1990).
    guard digits <= 15 else { return other(text) }
    let magnitude = Double(mantissa) / powersOfTen[decimals]
    return Decimal(value: isNegative ? -magnitude : magnitude, decimals: decimals)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Numbers with an exponent, a degree sign or more digits than any measurement has.
  private static func other(_ text: CellText) -> Decimal? {
    let latin = text.withLatinDigits
    if latin != text { return decimal(latin) }
    var string = text.string.replacing(",", with: ".")
    if string.hasSuffix("°") { string.removeLast() }
    guard let value = Double(string), value.isFinite else { return nil }
    return Decimal(value: value, decimals: 7)
  }

  /// A number of people: `5`, `1,234`, `3-5`, `3 – 5`, `5+`, `3.0`, `five`, `at least 5`; nil for anything else.
  /// - Parameter hasDecimalCommas: whether points part thousands and commas decimals.
  static func count(_ text: CellText, hasDecimalCommas: Bool) -> CountRange? {
    if let plain = whole(text) { return CountRange(plain) }
    let string = text.withLatinDigits.string
    if let range = CountWords.range(string, number: { number($0, hasDecimalCommas) }) { return range }
    if string.hasSuffix("+"), let least = number(string.dropLast(), hasDecimalCommas) {
      return CountRange(min: least, max: nil)
    }
    for dash in ["–", "—", "-", " to "] {
      let ends = string.split(separator: dash, omittingEmptySubsequences: false)
      guard ends.count == 2, let least = number(ends[0], hasDecimalCommas),
        let most = number(ends[1], hasDecimalCommas),
        least <= most
      else { continue }
      return CountRange(min: least, max: most)
    }
    return number(string[...], hasDecimalCommas).map { CountRange($0) }
  }

  private static func whole(_ text: CellText) -> Int? {
    guard (1...9).contains(text.count) else { return nil }
    var number = 0
    for byte in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  private static func number(_ text: Substring, _ hasDecimalCommas: Bool) -> Int? {
    let (point, thousands): (Character, Set<Character>) =
      hasDecimalCommas
      ? (",", [".", " ", "'", "’", "\u{A0}", "\u{202F}"]) : (".", [",", " ", "'", "’", "\u{A0}", "\u{202F}"])
    let plain = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    if let value = EnglishNumbers.value(of: String(plain)) { return value }
    let parts = String(plain).split(separator: point, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    let groups = parts[0].split(whereSeparator: { thousands.contains($0) })
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }), let first = groups.first,
      groups.count == 1 || first.count <= 3
    else { return nil }
    let digits = groups.joined()
    guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }
}
