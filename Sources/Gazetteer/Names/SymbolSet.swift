/// Some of the symbols that spellings are made of (`LetterSymbol`).
struct SymbolSet: OptionSet {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  mutating func insert(_ symbol: UInt8) { self = union(SymbolSet(rawValue: 1 &<< UInt64(symbol))) }
}
