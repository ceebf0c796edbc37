/// Where a name has its ayn among its consonants. Nobody writes it reliably in Latin script, but in Arabic it is a letter
/// like any other: عدرا and درعا are two towns.
struct AynPlaces: Hashable {
  /// The consonants, with an ayn as `v`, which no Arabic name has.
  private let consonants: [UInt8]
  /// The consonants without it.
  private let others: [UInt8]
  private let isArabic: Bool

  /// What stands for an ayn, or for a hamza, in Latin script.
  private static let marks: Set<Character> = ["'", "`", "‘", "’", "ʿ", "ʾ", "ʻ", "ʼ"]
  private static let vowels = Set("aeiouwy".utf8)
  private static let ayn = UInt8(ascii: "v")

  init(_ text: String) {
    let folded = FoldedText(String(text.map { $0 == "ع" ? "ڤ" : Self.marks.contains($0) ? "v" : $0 }))
    consonants = folded.words.flatMap(\.self).filter { !Self.vowels.contains($0) }
    others = consonants.filter { $0 != Self.ayn }
    isArabic = folded.isArabic
  }

  /// Whether two names of the same consonants otherwise have it at different places. A name in Latin script says nothing
  /// when it has fewer marks or more.
  func differ(from other: AynPlaces) -> Bool {
    (isArabic || other.isArabic) && consonants != other.consonants && others == other.others
      && (isArabic == other.isArabic || consonants.count == other.consonants.count)
  }
}
