/// A cheap test before a text is cut into tokens.
enum NewsTriggers {
  /// The longest word of each phrase.
  private static let telling: [UInt8: [[UInt8]]] = {
    let phrases = NewsWords.harms.map(\.words) + NewsWords.attacks.map(\.words)
    let longest = phrases.compactMap { words in words.max { $0.utf8.count < $1.utf8.count } }
    return Dictionary(grouping: Set(longest).union(NewsWords.unreadHarms).sorted().map { Array($0.utf8) }) { $0[0] }
  }()

  /// Whether a word of harm stands in the bytes.
  static func mayTell(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var isStart = true
    for index in range {
      let isLetter = isLetterASCII(bytes[index])
      if isStart, isLetter, let words = telling[lowercaseASCII(bytes[index])],
        words.contains(where: { starts($0, bytes, index, range.upperBound) })
      {
        return true
      }
      isStart = !isLetter
    }
    return false
  }

  private static func starts(_ word: [UInt8], _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    start + word.count <= end && word.indices.allSatisfy { lowercaseASCII(bytes[start + $0]) == word[$0] }
  }
}
