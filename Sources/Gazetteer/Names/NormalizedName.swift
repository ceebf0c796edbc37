/// A name as it is compared: small plain Latin letters, one space between words, no articles, no apostrophes, no doubled
/// letters, and one spelling for what transliterations spell in several ways (ou/oo/u, ee/i, ei/ai/ay, -ah/-eh/-e/-a,
/// -iyah/-iya/-ia). Normalizing a normalized name changes nothing.
public struct NormalizedName: Hashable, Sendable {
  /// The words in order, each a list of ASCII letters and digits; letters of other scripts are
  /// spelled as the digits of their code points.
  let words: [[UInt8]]
  /// Whether the name was written in Arabic script, which leaves most vowels out.
  let isUnvowelled: Bool
  /// How many articles it has, which are not among its words.
  let articleCount: UInt8

  /// A name in any spelling, in Latin or Arabic script.
  public init(_ text: some StringProtocol) {
    let folded = FoldedText(text)
    isUnvowelled = folded.isArabic
    var spelled = folded.words.map(Self.spelled(folded:)).filter { !$0.isEmpty }
    Self.dropOf(&spelled)
    let count = spelled.count
    Self.dropArticles(&spelled)
    articleCount = UInt8(clamping: count - spelled.count + folded.articleCount)
    words = Self.openConstructs(spelled.flatMap(WordSynonyms.openParticle)).map(WordSynonyms.canonical)
  }

  /// The words with one space between them.
  public var text: String { String(decoding: Array(words.joined(separator: [Letters.space])), as: UTF8.self) }

  /// The normalized words of a policy table's text.
  static func words(of text: String) -> [[UInt8]] { NormalizedName(text).words }

  /// One word of a policy table, as `init` would spell it before synonyms are looked up.
  static func spelled(_ word: String) -> [UInt8] { spelled(folded: Array(word.utf8)) }

  /// `Old City of Mosul`, `village of Hajin`: the word tells nothing where it joins two others.
  private static func dropOf(_ words: inout [[UInt8]]) {
    let of = Array("of".utf8)
    guard words.contains(of) else { return }
    let last = words.count - 1
    words = words.indices.filter { $0 == 0 || $0 == last || words[$0] != of }.map { words[$0] }
  }

  private static func dropArticles(_ words: inout [[UInt8]]) {
    var kept: [[UInt8]] = []
    for (index, word) in words.enumerated() {
      let isLast = index == words.count - 1
      if !isLast, Articles.isArticle(word[...], before: words[index + 1][...]) { continue }
      kept.append(word)
    }
    words = kept
  }

  /// The ta marbuta of a word that is not the last sounds as t: `Kasrat Shaykh` beside `Kasrah`. Spelled without it.
  private static func openConstructs(_ words: [[UInt8]]) -> [[UInt8]] {
    words.enumerated().map { index, word in
      let isConstruct =
        index < words.count - 1 && word.count >= 4 && word.last == UInt8(ascii: "t")
        && [UInt8(ascii: "a"), UInt8(ascii: "e")].contains(word[word.count - 2])
      return isConstruct ? spelled(folded: Array(word.dropLast(2)) + [UInt8(ascii: "a")]) : word
    }
  }
}

extension NormalizedName {
  /// Spells a folded word in one way: the rules, until they change nothing more.
  static func spelled(folded word: [UInt8]) -> [UInt8] {
    var current = word
    while true {
      let next = respelled(current)
      if next == current { return next }
      current = next
    }
  }

  /// The rules once, left to right; each looks at what is left and at what was written last.
  private static func respelled(_ word: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(word.count + 1)
    var index = 0
    while index < word.count {
      let (replacement, length) = VowelSpellings.rule(word, index)
      if let replacement {
        for letter in replacement where letter != out.last { out.append(letter) }
        index += length
      } else {
        let letter = word[index]
        if letter != out.last || !isCollapsible(letter) { out.append(letter) }
        index += 1
      }
    }
    collapseDoubledDigraphs(&out)
    finishEnding(&out)
    return out
  }

  private static func isCollapsible(_ letter: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
  }

  /// `shsh` → `sh`: a doubled consonant that is written with two letters.
  private static func collapseDoubledDigraphs(_ word: inout [UInt8]) {
    guard word.count >= 4 else { return }
    var index = 0
    while index + 3 < word.count {
      let isDigraph = word[index + 1] == UInt8(ascii: "h") && !Letters.isVowel(word[index])
      if isDigraph, word[index + 2] == word[index], word[index + 3] == word[index + 1] {
        word.removeSubrange(index..<(index + 2))
      } else {
        index += 1
      }
    }
  }

  /// -ah, -eh, -e → -a; the y of -iya is always written.
  private static func finishEnding(_ word: inout [UInt8]) {
    let (a, e, h) = (UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "h"))
    guard word.count >= 3 else { return }
    while word.count >= 3, word[word.count - 1] == h, [a, e].contains(word[word.count - 2]) { word.removeLast() }
    if word[word.count - 1] == e {
      word[word.count - 1] = a
      if word.count >= 2, word[word.count - 2] == a { word.removeLast() }
    }
    finishNisba(&word)
  }

  /// -i, -y → -iy, the ending of an adjective: it makes another name (`Baghdadi`), and is that of -iyah without its end.
  private static func finishNisba(_ word: inout [UInt8]) {
    let (i, y) = (UInt8(ascii: "i"), UInt8(ascii: "y"))
    guard word.count >= 4, let last = word.last, !Letters.isVowel(word[word.count - 2]) else { return }
    if last == i { word.append(y) }
    if last == y, word[word.count - 2] != y { word.replaceSubrange((word.count - 1)..., with: [i, y]) }
  }
}
