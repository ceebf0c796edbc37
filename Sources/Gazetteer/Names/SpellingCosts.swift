/// What it costs to read one symbol as another: 0 for the same, 1 for unrelated consonants. Policy table. Cheap are the
/// pairs that systems of transliteration, dialects and typing exchange; dear is what makes another name.
struct SpellingCosts: Sendable {
  /// Reading one symbol as another, row by row.
  private(set) var substitution: [Float]
  /// Leaving a symbol out, or adding it.
  private(set) var omission: [Float]
  /// Exchanging two neighbors, a typing error.
  static let transposition: Float = 0.6

  /// Symbols that stand for each other, and the cost.
  private static let pairs: [(cost: Float, pairs: String)] = [
    (0.08, "i-y o-u u-w o-w"),
    (0.12, "q-k a-e e-i d-dh b-p f-v gh-g t-th dh-z j-zh ch-sh s-c c-k c-j e-y"),
    (0.20, "q-g kh-k a-i e-o v-w kh-h s-sh i-o"),
    (0.28, "a-o a-u i-u e-u d-z k-g q-gh th-s j-g ch-j d-t dh-t th-dh s-z kh-gh ch-k q-kh a-y a-w c-ch th-d"),
    (0.55, "b-v m-n l-r gh-r k-gh n-l s-th b-f j-y d-j sh-j t-s"),
  ]

  /// Leaving out. Short vowels are often not written; h after a vowel is hardly heard.
  private static let omissions: [(cost: Float, symbols: String)] = [
    (0.05, "_"), (0.22, "a e i o u"), (0.28, "y w"), (0.40, "h"), (0.85, "l n t"),
  ]

  /// Two names in Latin script.
  static let vowelled = SpellingCosts(isUnvowelled: false)
  /// A name in Latin script against one in Arabic, which leaves short vowels out and writes long ones as a, w, y.
  static let unvowelled = SpellingCosts(isUnvowelled: true)

  private init(isUnvowelled: Bool) {
    let count = LetterSymbol.count
    substitution = (0..<(count * count)).map { $0 / count == $0 % count ? 0 : 1 }
    omission = [Float](repeating: 0.95, count: count)
    for row in Self.pairs {
      for pair in row.pairs.split(separator: " ") {
        let ends = pair.split(separator: "-").map { Int(Self.symbol($0)) }
        substitution[ends[0] * count + ends[1]] = row.cost
        substitution[ends[1] * count + ends[0]] = row.cost
      }
    }
    for row in Self.omissions {
      for symbol in row.symbols.split(separator: " ") { omission[Int(Self.symbol(symbol))] = row.cost }
    }
    if isUnvowelled { forgiveVowels() }
  }

  private mutating func forgiveVowels() {
    for vowel in "aeiou" { omission[Int(Self.symbol(String(vowel)))] = 0.06 }
    for semivowel in ["y", "w"] { omission[Int(Self.symbol(semivowel))] = 0.12 }
  }

  private static func symbol(_ name: some StringProtocol) -> UInt8 {
    if name == "_" { return LetterSymbol.space }
    return LetterSymbol.symbols(of: [Array(name.utf8)])[0]
  }
}

extension SpellingCosts {
  /// The symbols that one may be read as for at most `limit`, in any script.
  static func readable(as symbol: UInt8, limit: Float) -> SymbolSet {
    symbols { $0.substitution[Int(symbol) * LetterSymbol.count + $1] <= limit }
  }

  /// The symbols that may be added for at most `limit`, in any script.
  static func addable(limit: Float) -> SymbolSet { symbols { $0.omission[$1] <= limit } }

  private static func symbols(where fits: (SpellingCosts, Int) -> Bool) -> SymbolSet {
    (0..<LetterSymbol.count).reduce(into: SymbolSet()) { symbols, symbol in
      if fits(vowelled, symbol) || fits(unvowelled, symbol) { symbols.insert(UInt8(symbol)) }
    }
  }
}
