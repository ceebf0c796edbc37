/// A word of a place phrase, and where it stands.
struct PhraseWord {
  /// In small letters, every dash a hyphen, without commas and brackets at its ends.
  let lower: String
  /// Where it stands in the text, as written.
  let range: Range<String.Index>

  /// The words of a text, parted by white space.
  static func words(of text: String) -> [PhraseWord] {
    text.split(whereSeparator: \.isWhitespace).map { part in
      let plain = part.lowercased().map { dashes.contains($0) ? "-" : $0 }
      return PhraseWord(
        lower: String(plain.drop(while: isEdge).reversed().drop(while: isEdge).reversed()),
        range: part.startIndex..<part.endIndex)
    }
  }

  private static let dashes: Set<Character> = ["‐", "‑", "‒", "–", "—", "−"]

  private static func isEdge(_ character: Character) -> Bool { ",;:()".contains(character) }
}

/// Words without which a text is no relation. They are looked for in every name there is, byte by byte, so that a plain
/// name costs next to nothing.
enum RelationWords {
  /// Policy table.
  private static let words: Set<[UInt8]> = Set(
    """
    of from near between outskirts vicinity vic ivo outside around close in at road highway motorway over across
    northern eastern southern western northeastern northwestern southeastern southwestern central downtown
    north east south west northeast northwest southeast southwest countryside rural suburbs rif reef old
    km kms kilometer kilometers kilometre kilometres mile miles mi nmi nm
    كم ريف شمال جنوب شرق غرب شمالي جنوبي شرقي غربي في قرب بالقرب محيط أطراف ضواحي بين طريق الطريق القديمة
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) })
  private static let longest = words.map(\.count).max() ?? 0

  /// Whether one of them stands in a text of several words.
  static func areIn(_ text: String) -> Bool {
    guard text.utf8.contains(0x20) || text.utf8.contains(0xC2) else { return false }
    return PlainBytes.hasWord(text) { $0.count <= longest && words.contains($0) }
  }
}

/// The words of a text byte by byte, for what is asked of every name there is.
enum PlainBytes {
  /// Whether a word fulfills a condition: letters and apostrophes, with Latin ones small.
  static func hasWord(_ text: String, where fits: ([UInt8]) -> Bool) -> Bool {
    var word: [UInt8] = []
    for byte in text.utf8 {
      let isLetter = (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 || byte == 0x27 || byte == 0x60
      if isLetter {
        word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        continue
      }
      if !word.isEmpty, fits(word) { return true }
      word.removeAll(keepingCapacity: true)
    }
    return !word.isEmpty && fits(word)
  }

  /// Whether one of some words stands in a text.
  static func hasWord(_ text: String, of words: Words) -> Bool { hasWord(text, where: words.contains) }

  /// A few words, and what tells most others from them without hashing.
  struct Words {
    private let words: Set<[UInt8]>
    private let lengths: ClosedRange<Int>
    private let firsts: Set<UInt8>

    init(_ list: some Sequence<String>) {
      words = Set(list.map { Array($0.utf8) })
      let counts = words.map(\.count)
      lengths = (counts.min() ?? 0)...(counts.max() ?? 0)
      firsts = Set(words.compactMap(\.first))
    }

    func contains(_ word: [UInt8]) -> Bool {
      lengths.contains(word.count) && firsts.contains(word[0]) && words.contains(word)
    }
  }
}
