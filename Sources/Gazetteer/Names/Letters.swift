/// Tests on folded letters.
enum Letters {
  static let space = UInt8(ascii: " ")

  /// Whether a folded letter is a vowel.
  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
