/// A text in plain small Latin letters, cut into words: diacritics and apostrophes gone, Arabic and Cyrillic script
/// transliterated.
struct FoldedText {
  /// The words, in order.
  private(set) var words: [[UInt8]] = []
  /// Whether there was Arabic script in it.
  private(set) var isArabic = false

  /// How many words have the Arabic article, which is written together with its noun and taken off.
  private(set) var articleCount = 0

  private var word: [UInt8] = []
  private var wasLower = false
  private var arabicWord: [UInt32] = []

  init(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars { fold(scalar.value) }
    endWord()
  }

  private mutating func fold(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A:
      word.append(UInt8(scalar))
      wasLower = true
    case 0x41...0x5A:
      if wasLower { endWord() }  // AlHatra, DeirEzzor
      word.append(UInt8(scalar) + 32)
    case 0x30...0x39: word.append(UInt8(scalar))
    case 0x20, 0x09, 0x0A, 0x0D, 0x21...0x26, 0x28...0x2F, 0x3A...0x40, 0x5B...0x5F, 0x7B...0x7E: endWord()
    case 0x27, 0x60: break
    default: foldBeyondASCII(scalar)
    }
  }

  private mutating func foldBeyondASCII(_ scalar: UInt32) {
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x2010...0x2015, 0x202F, 0x3000, 0xAB, 0xBB, 0x201C...0x201E, 0x60C, 0x2026, 0x2B:
      endWord()
    case 0x80...0xBF, 0x2B0...0x2FF, 0x300...0x36F, 0x200B...0x200F, 0x2016...0x206F, 0xFEFF, 0xD7, 0xF7:
      break  // apostrophes, ayn and hamza in all their forms, combining marks, invisible characters
    case 0x600...0x6FF:
      guard let latin = ArabicLetters.latin(scalar) else { return }
      isArabic = true
      if arabicWord.isEmpty, !word.isEmpty { endWord() }
      arabicWord.append(scalar)
      word += latin
    case 0x400...0x4FF: word += CyrillicLetters.latin(scalar)
    case 0xC0...0x24F, 0x259, 0x1E00...0x1EFF:
      LetterFolding.append(scalar, to: &word)
      wasLower = true
    default:
      word += Array(String(scalar).utf8)  // another script: its code points, so that equal names stay equal
    }
  }

  private mutating func endWord() {
    defer {
      word.removeAll(keepingCapacity: true)
      arabicWord.removeAll(keepingCapacity: true)
      wasLower = false
    }
    guard !word.isEmpty else { return }
    // The article is written together with its noun; at least two letters of the noun must remain.
    let hasArticle = arabicWord.count >= 4 && arabicWord.starts(with: ArabicLetters.article)
    if hasArticle { articleCount += 1 }
    words.append(hasArticle ? Array(word.dropFirst(2)) : word)
  }
}
