/// The names of a text that lists several places: `A and B`, `A, B and C`, `A / B`. Policy tables.
enum ListedNames {
  private static let joints: Set<String> = ["and", "&", "or", "and/or"]
  private static let borderWords: Set<String> = ["border", "borders", "boundary"]
  private static let jointBytes = PlainBytes.Words(joints)
  /// The last byte of an Arabic comma stands for it.
  private static let marks = Set("/,&()".utf8).union("،".utf8.suffix(1))
  private static let border = PlainBytes.Words(borderWords)

  /// Whether a text may list anything at all.
  private static func mayList(_ text: String) -> Bool {
    text.utf8.contains(where: marks.contains) || PlainBytes.hasWord(text, of: jointBytes)
  }

  /// Whether names are joined by words in a text: what stands before its last name then lists too, and is no larger place.
  static func isList(_ text: String) -> Bool {
    mayList(text) && PhraseWord.words(of: text).dropFirst().contains { joints.contains($0.lower) }
  }

  /// Whether a text means the line between two places: `the Idlib–Hama border`.
  static func isBorder(_ text: String) -> Bool {
    guard PlainBytes.hasWord(text, of: border), let last = PhraseWord.words(of: text).last,
      borderWords.contains(last.lower)
    else {
      return false
    }
    return isList(text) || text.contains { "-–—/".contains($0) }
  }

  /// The names in order; one for a text that is no list. What stands in brackets without a word before it is another name
  /// or a larger place.
  static func names(_ text: String) -> [String] {
    guard mayList(text), isList(text) || !text.contains("(") else { return [text] }
    let words = PhraseWord.words(of: text)
    var names: [String] = []
    var start = text.startIndex
    for word in words where joints.contains(word.lower) {
      names.append(String(text[start..<word.range.lowerBound]))
      start = word.range.upperBound
    }
    names.append(String(text[start...]))
    return names.flatMap { $0.split { ",/،()".contains($0) } }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { $0.contains(where: \.isLetter) }
  }
}
