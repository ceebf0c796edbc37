/// What it costs to read one symbol as another: 0 for the same, 1 for unrelated consonants. Policy table. Cheap are the
/// pairs that systems of transliteration, dialects and typing exchange; dear is what makes another name.
struct SpellingCosts: Sendable {
  /// Reading one symbol as another, row by row.
  private(set) var substitution: [Float]
  /// Leaving a symbol out, or adding it.
  private(set) var omission: [Float]
  /// Exchanging two neighbors, a typing error.
  static let transposition: Float = 0.45
  /// An article that only one of the names has.
  static let article: Float = 0.2

  /// Symbols that stand for each other, and the cost.
  private static let pairs: [(cost: Float, pairs: String)] = [
    (0.02, "i-y u-w o-w e-y"), (0.06, "a-e o-u c-j ch-sh b-p t-th d-dh v-w gh-r"),
    (0.15, "e-i q-k g-gh f-v dh-z j-zh s-c c-k"),
    (0.28, "q-g g-k h-kh d-t dh-t a-y s-z j-g ch-j th-dh c-ch"),
    (0.38, "k-kh s-sh gh-q gh-kh kh-q th-s th-d"), (0.50, "a-i a-u a-o i-u i-o e-u e-o a-w ch-k"),
    (0.68, "d-z gh-k m-n n-l l-r b-v b-f j-y d-j sh-j t-s"),
  ]

  /// Leaving out. Short vowels are often not written, but a long one is rarely lost; h after a vowel is hardly heard.
  private static let omissions: [(cost: Float, symbols: String)] = [
    (0.15, "_"), (0.20, "e"), (0.28, "i"), (0.38, "a u o"), (0.48, "y w"), (0.55, "h"), (0.60, "l t"), (0.80, "n s"),
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
        setSubstitution(ends[0], ends[1], row.cost)
      }
    }
    setOmissions(Self.omissions)
    if isUnvowelled { setOmissions(Self.unvowelledOmissions) }
    setFinalA()
  }

  /// What leaving out a letter costs when one script does not write short vowels: they cost little, but the semivowels
  /// stand for the long ones, which it does write.
  private static let unvowelledOmissions: [(cost: Float, symbols: String)] = [
    (0.10, "a"), (0.18, "i u"), (0.22, "e"), (0.30, "o"), (0.40, "h"), (0.62, "y"), (0.68, "w"),
  ]

  /// The a at the end of a word sounds like any other. It is the ending of a feminine, which makes another name and is
  /// not left out as lightly; in Arabic its letter is often typed as an h.
  private mutating func setFinalA() {
    let (count, a, final) = (LetterSymbol.count, Int(Self.symbol("a")), Int(LetterSymbol.finalA))
    for other in 0..<count where other != final { setSubstitution(final, other, substitution[a * count + other]) }
    setSubstitution(final, Int(Self.symbol("h")), Self.finalAAsH)
    omission[final] = Self.finalA
  }

  private mutating func setSubstitution(_ first: Int, _ second: Int, _ cost: Float) {
    substitution[first * LetterSymbol.count + second] = cost
    substitution[second * LetterSymbol.count + first] = cost
  }

  private static let finalA: Float = 0.5
  private static let finalAAsH: Float = 0.1

  private mutating func setOmissions(_ rows: [(cost: Float, symbols: String)]) {
    for row in rows {
      for symbol in row.symbols.split(separator: " ") { omission[Int(Self.symbol(symbol))] = row.cost }
    }
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
