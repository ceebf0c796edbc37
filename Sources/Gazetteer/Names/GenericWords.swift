/// Words that stand in so many names that sharing one says nothing: hill, father, mother, ruin, spring, well … No
/// candidates are looked for by them. Policy table.
enum GenericWords {
  private static let words: Set<[UInt8]> = Set(
    """
    abu umm um tall tell tal khirba khirbat khirbet ayn ain bir bi'r wadi kafr kafar bayt beit shaykh hajj jabal dayr
    jub qal'at qala ibn bin bani al abd muhammad ahmad ali husayn hasan mahmud hamad arab kuchuk gird gir qara
    fawqani tahtani kabir saghir shamali janubi sharqi gharbi qadim jadid wasta qarya hay
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { NormalizedName.words(of: String($0)).first ?? [] })

  private static let keys = keys(of: words)
  private static let qualifierKeys = keys(of: WordSynonyms.qualifierWords)

  /// Whether the symbols of one word are such a word's.
  static func contains(_ word: Span<UInt8>) -> Bool { key(of: word).map(keys.contains) ?? false }

  /// Whether the symbols of one word only tell parts of a place apart: upper, lower, north …
  static func isQualifier(_ word: Span<UInt8>) -> Bool { key(of: word).map(qualifierKeys.contains) ?? false }

  private static func keys(of words: some Sequence<[UInt8]>) -> Set<UInt64> {
    Set(words.compactMap { key(of: LetterSymbol.symbols(of: [$0]).span) })
  }

  /// A number that no other word has: six bits for each symbol, which is never 0 within a word. Nil for words longer
  /// than all of the table.
  private static func key(of word: Span<UInt8>) -> UInt64? {
    guard word.count <= 10 else { return nil }
    var key: UInt64 = 0
    for index in 0..<word.count { key = key << 6 | UInt64(word[index]) }
    return key
  }
}
