/// The sounds that spellings are compared by: each a number below `count`, small enough to index a table of costs.
enum LetterSymbol {
  /// How many symbols there are.
  static let count = 48

  /// The symbol between two words.
  static let space: UInt8 = 0
  /// No symbol of any spelling.
  static let none: UInt8 = 0xFF
  /// a…z are 1…26.
  static func letter(_ letter: UInt8) -> UInt8 { letter - 0x60 }
  /// Sounds written with two letters.
  static let sh: UInt8 = 27
  static let kh: UInt8 = 28
  static let gh: UInt8 = 29
  static let th: UInt8 = 30
  static let dh: UInt8 = 31
  static let ch: UInt8 = 32
  static let zh: UInt8 = 33
  /// 0…9 are 34…43.
  static func digit(_ digit: UInt8) -> UInt8 { digit - 0x30 + 34 }

  /// The a that a word ends in: the ending of a feminine, which makes another name (`Mansur`, `Mansurah`).
  static let finalA: UInt8 = 44

  private static let digraphs: [UInt8: UInt8] = [
    UInt8(ascii: "s"): sh, UInt8(ascii: "k"): kh, UInt8(ascii: "g"): gh, UInt8(ascii: "t"): th, UInt8(ascii: "d"): dh,
    UInt8(ascii: "c"): ch, UInt8(ascii: "z"): zh,
  ]
  private static let digraphOf: [UInt8] = (0..<128).map { digraphs[UInt8($0)] ?? 0 }

  /// The symbols of normalized words.
  static func symbols(of words: some Sequence<[UInt8]>) -> [UInt8] {
    var symbols: [UInt8] = []
    symbols.reserveCapacity(24)
    for word in words {
      if !symbols.isEmpty { symbols.append(space) }
      append(word, to: &symbols)
    }
    return symbols
  }

  private static func append(_ word: [UInt8], to symbols: inout [UInt8]) {
    var index = 0
    while index < word.count {
      let byte = word[index]
      let isDigraph = index + 1 < word.count && word[index + 1] == UInt8(ascii: "h") && digraphOf[Int(byte)] != 0
      if isDigraph {
        symbols.append(digraphOf[Int(byte)])
        index += 2
      } else {
        symbols.append(byte < 0x60 ? digit(byte) : letter(byte))
        index += 1
      }
    }
    if word.count >= 3, symbols[symbols.count - 1] == letter(UInt8(ascii: "a")) { symbols[symbols.count - 1] = finalA }
  }

  /// Whether the symbol is a vowel.
  static func isVowel(_ symbol: UInt8) -> Bool { vowel[Int(symbol)] }
  private static let vowel: [Bool] = (0..<count).map { [1, 5, 9, 15, 21, Int(finalA)].contains($0) }

  private static let names = ["sh", "kh", "gh", "th", "dh", "ch", "zh"]

  /// The letters of a symbol.
  static func text(_ symbol: UInt8) -> String {
    switch symbol {
    case space: " "
    case 1...26: String(UnicodeScalar(symbol + 0x60))
    case sh...zh: names[Int(symbol - sh)]
    case finalA: "a"
    default: "\(symbol - 34)"
    }
  }
}
