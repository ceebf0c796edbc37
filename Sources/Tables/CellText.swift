/// The bytes of a cell of a table.
typealias CellText = ArraySlice<UInt8>

extension CellText {
  /// Without the white space around it, no-break spaces included.
  var trimmed: CellText {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start] <= 0x20 { start += 1 }
    while start < end, self[end - 1] <= 0x20 { end -= 1 }
    let text = self[start..<end]
    guard start < end, self[start] == 0xC2 || self[end - 1] == 0xA0 else { return text }
    if text.starts(with: [0xC2, 0xA0]) { return text.dropFirst(2).trimmed }
    if text.suffix(2).elementsEqual([0xC2, 0xA0]) { return text.dropLast(2).trimmed }
    return text
  }

  /// The text itself.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// What a value is made of, for a message that must not quote it.
  var contentKind: String {
    let hasDigits = contains { (0x30...0x39).contains($0) }
    let hasLetters = contains { $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) }
    if isEmpty { return "empty" }
    if hasLetters { return hasDigits ? "words and digits" : "words" }
    return hasDigits ? "digits" : "signs only"
  }

  /// What stands in for nothing in many tables. Policy table.
  var meansNothing: Bool {
    if isEmpty { return true }
    guard count <= 12 else { return false }
    return ["-", "–", "n/a", "na", "nan", "null", "nil", "unknown", "unk", "not known", "?"].contains(
      string.lowercased())
  }
}

/// Remembers what was made of texts that come again and again. Holds so many texts at most.
struct Memo<Value> {
  private var entries: [UInt64: (text: [UInt8], value: Value)] = [:]
  private let most = 20_000

  /// What was made of a text; nil when it is not remembered.
  func known(_ text: [UInt8]) -> Value? {
    guard let known = entries[Self.hash(text)], known.text == text else { return nil }
    return known.value
  }

  /// Remembers what was made of a text.
  /// - Returns: what was made.
  mutating func remember(_ value: Value, of text: [UInt8]) -> Value {
    if entries.count < most { entries[Self.hash(text)] = (text, value) }
    return value
  }

  private static func hash(_ text: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
