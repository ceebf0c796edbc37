/// The Arabic article in Latin letters. Its l is written as the sun letter it is assimilated to, so each spelling counts
/// as the article only before the letters it can stand before: `ar` before `Raqqah`, but not in `Ar Bil`. Policy table.
enum Articles {
  /// Spellings, and the letters the next word must begin with; none means any.
  private static let rows: [(article: String, before: [String])] = [
    ("al", []), ("el", []), ("ul", []), ("il", []), ("l", []),
    ("as", ["s"]), ("es", ["s"]), ("us", ["s"]), ("is", ["s"]),
    ("ash", ["sh", "ch"]), ("esh", ["sh", "ch"]), ("ech", ["ch", "sh"]), ("ach", ["ch", "sh"]), ("ush", ["sh"]),
    ("an", ["n"]), ("en", ["n"]), ("un", ["n"]), ("ar", ["r"]), ("er", ["r"]), ("ur", ["r"]),
    ("at", ["t"]), ("et", ["t"]), ("ut", ["t"]), ("ath", ["th"]), ("eth", ["th"]), ("ad", ["d"]), ("ed", ["d"]),
    ("ud", ["d"]), ("id", ["d"]), ("adh", ["dh"]), ("edh", ["dh"]), ("az", ["z"]), ("ez", ["z"]), ("uz", ["z"]),
    ("iz", ["z"]),
  ]

  private static let table: [[UInt8]: [[UInt8]]] = Dictionary(
    uniqueKeysWithValues: rows.map { (Array($0.article.utf8), $0.before.map { Array($0.utf8) }) })

  /// Whether the first word is the article of the second. Both are folded.
  static func isArticle(_ word: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 3, let before = table[Array(word)] else { return false }
    return before.isEmpty || before.contains { next.starts(with: $0) }
  }

  /// The length of an article that is written together with the word: `Alkhatuniyah`, `Elarab`. Only when enough of the
  /// word remains, and `al` only before a consonant, since many names merely begin like that; therefore a second reading,
  /// not the only one.
  static func gluedLength(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 5, let first = word.first, word[word.startIndex + 1] == UInt8(ascii: "l") else { return nil }
    if first == UInt8(ascii: "e") { return 2 }
    return first == UInt8(ascii: "a") && word.count >= 6 && !Letters.isVowel(word[word.startIndex + 2]) ? 2 : nil
  }
}
