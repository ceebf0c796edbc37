/// Words that stand in so many names that sharing one says nothing: hill, father, mother, ruin, spring, well … No
/// candidates are looked for by them. Policy table.
enum GenericWords {
  private static let words: Set<[UInt8]> = Set(
    """
    abu umm um tall tell tal khirba khirbat khirbet ayn ain bir bi'r wadi kafr kafar bayt beit shaykh hajj jabal dayr
    jub qal'at qala ibn bin bani al abd muhammad ahmad ali husayn hasan mahmud hamad arab kuchuk gird gir qara
    fawqani tahtani kabir saghir shamali janubi sharqi gharbi qadim jadid wasta qarya hay
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { NormalizedName.words(of: String($0)).first ?? [] })

  private static let symbols: Set<[UInt8]> = Set(words.map { LetterSymbol.symbols(of: [$0]) })

  /// Whether the symbols of one word are such a word's.
  static func contains(_ word: some Sequence<UInt8>) -> Bool { symbols.contains(Array(word)) }

  private static let qualifiers: Set<[UInt8]> = Set(
    WordSynonyms.qualifierWords.map { LetterSymbol.symbols(of: [$0]) })

  /// Whether the symbols of one word only tell parts of a place apart: upper, lower, north …
  static func isQualifier(_ word: some Sequence<UInt8>) -> Bool { qualifiers.contains(Array(word)) }
}
