/// Cyrillic letters to Latin: of Ukrainian, Russian, Belarusian, Bulgarian, Serbian, Macedonian and the languages of
/// Central Asia. Policy table after the BGN/PCGN systems; the soft and the hard sign vanish. One letter has one spelling,
/// though languages differ: г is `g`, also where Ukrainian says `h`.
enum CyrillicLetters {
  private static let rows: [(letter: Character, latin: String)] = [
    ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("е", "e"), ("ё", "yo"), ("ж", "zh"), ("з", "z"),
    ("и", "i"), ("й", "y"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"),
    ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "kh"), ("ц", "ts"), ("ч", "ch"), ("ш", "sh"), ("щ", "shch"),
    ("ы", "y"), ("э", "e"), ("ю", "yu"), ("я", "ya"), ("і", "i"), ("ї", "yi"), ("є", "ye"), ("ґ", "g"), ("ў", "w"),
    ("ѐ", "e"), ("ѝ", "i"), ("ј", "j"), ("љ", "lj"), ("њ", "nj"), ("ћ", "c"), ("ђ", "dj"), ("џ", "dz"), ("ѓ", "g"),
    ("ќ", "k"), ("ѕ", "dz"), ("ә", "a"), ("ғ", "gh"), ("қ", "q"), ("ң", "ng"), ("ө", "o"), ("ұ", "u"), ("ү", "u"),
    ("һ", "h"), ("ҳ", "h"), ("ҷ", "j"), ("ӣ", "i"), ("ӯ", "u"), ("ҝ", "g"), ("ҹ", "j"), ("ҙ", "z"), ("ҡ", "q"),
    ("ҫ", "s"), ("ӑ", "a"), ("ӗ", "e"), ("ӱ", "u"), ("ӧ", "o"),
  ]

  private static let latin: [[UInt8]] = {
    var table = [[UInt8]](repeating: [], count: 0x100)
    for (letter, latin) in rows {
      for scalar in (letter.uppercased() + letter.lowercased()).unicodeScalars where (0x400...0x4FF) ~= scalar.value {
        table[Int(scalar.value - 0x400)] = Array(latin.utf8)
      }
    }
    return table
  }()

  /// The Latin letters of U+0400 to U+04FF; empty for signs that vanish.
  static func latin(_ scalar: UInt32) -> [UInt8] { latin[Int(scalar - 0x400)] }
}
