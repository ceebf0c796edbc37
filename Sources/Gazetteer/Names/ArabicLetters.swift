/// Arabic letters to Latin, with the extra letters of Persian and Kurdish. Policy table after the BGN/PCGN systems: long
/// vowels and semivowels become `a`, `w`, `y`; ayn, hamza, tatweel and vowel signs vanish, as nobody writes them reliably.
enum ArabicLetters {
  private static let rows: [(letter: Unicode.Scalar, latin: String)] = [
    ("ا", "a"), ("أ", "a"), ("إ", "i"), ("آ", "a"), ("ٱ", "a"), ("ى", "a"), ("ة", "a"),
    ("ب", "b"), ("ت", "t"), ("ث", "th"), ("ج", "j"), ("ح", "h"), ("خ", "kh"), ("د", "d"), ("ذ", "dh"), ("ر", "r"),
    ("ز", "z"), ("س", "s"), ("ش", "sh"), ("ص", "s"), ("ض", "d"), ("ط", "t"), ("ظ", "z"), ("غ", "gh"), ("ف", "f"),
    ("ق", "q"), ("ك", "k"), ("ل", "l"), ("م", "m"), ("ن", "n"), ("ه", "h"), ("و", "w"), ("ؤ", "w"), ("ي", "y"),
    ("ئ", "y"), ("پ", "p"), ("چ", "ch"), ("ژ", "zh"), ("گ", "g"), ("ڤ", "v"), ("ک", "k"), ("ی", "y"), ("ہ", "h"),
    ("ە", "a"), ("ۀ", "a"), ("ێ", "e"), ("ۆ", "o"), ("ۇ", "u"), ("ۋ", "w"), ("ڕ", "r"), ("ڵ", "l"), ("ھ", "h"),
  ]

  private static let latin: [[UInt8]] = {
    var table = [[UInt8]](repeating: [], count: 0x100)
    for row in rows { table[Int(row.letter.value - 0x600)] = Array(row.latin.utf8) }
    return table
  }()

  /// The Latin letters; empty for signs that vanish; nil for what is not of the Arabic script.
  static func latin(_ scalar: UInt32) -> [UInt8]? {
    (0x600...0x6FF).contains(scalar) ? latin[Int(scalar - 0x600)] : nil
  }

  /// The letters of the article, which is written together with its noun.
  static let article: [UInt32] = [0x627, 0x644]
}
