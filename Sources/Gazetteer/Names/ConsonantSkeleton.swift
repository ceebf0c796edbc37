/// The key that finds candidates: the consonants of a name in few classes, without vowels, semivowels, spaces and a final
/// h. Spellings of one name nearly always share it or differ by one class (Zobel & Dart 1996: phonetic keys find
/// candidates, they do not rank them).
enum ConsonantSkeleton {
  /// Class of each symbol; 0 is left out. Policy table.
  private static let lines: [(UInt8, String)] = [
    (1, "b p"), (2, "t th"), (3, "d dh z"), (4, "s sh ch"), (5, "j zh c"), (6, "k q g gh kh"), (7, "h"), (8, "l"),
    (9, "m"), (10, "n"), (11, "r"), (12, "f v"),
  ]

  private static let classes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: LetterSymbol.count)
    for (number, names) in lines {
      for name in names.split(separator: " ") {
        table[Int(LetterSymbol.symbols(of: [Array(name.utf8)])[0])] = number
      }
    }
    for digit in 34..<44 { table[digit] = UInt8(digit) }
    return table
  }()

  /// The classes of the symbols, neighbors of one class only once. An h counts only at the start of a word.
  static func of(_ symbols: some Sequence<UInt8>) -> [UInt8] {
    var skeleton: [UInt8] = []
    var atStart = true
    for symbol in symbols {
      let consonant = classes[Int(symbol)]
      if consonant != 0, consonant != 7 || atStart, skeleton.last != consonant { skeleton.append(consonant) }
      atStart = symbol == LetterSymbol.space
    }
    return skeleton
  }

  /// A number for a skeleton or a part of one (FNV-1a, 32 bits).
  static func key(_ skeleton: some Sequence<UInt8>, salt: UInt32) -> UInt32 {
    var hash: UInt32 = 2_166_136_261 ^ salt
    for byte in skeleton { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
