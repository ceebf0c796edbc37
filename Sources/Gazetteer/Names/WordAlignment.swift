/// Compares the words of a query with those of many names, in any order: for names that are given in part (`Baghuz` for
/// `Baghuz Fawqani`) or with their words exchanged. Holds work space, so that ranking thousands of candidates allocates
/// nothing.
struct WordAlignment: SpellingComparison {
  /// Costs of words that only one of the names has. A qualifier (upper, north) is left out more easily, and a hill or a
  /// ruin in the gazetteer's name too.
  private static let missingInQuery: Float = 0.9
  private static let missingWordInName: Float = 1.2
  private static let missingQualifier: Float = 0.5
  private static let missingGenericInQuery: Float = 0.7
  private static let missingGenericInName: Float = 1.05
  private static let exchanged: Float = 0.25
  /// Two words count as the same when they cost at most this.
  private static let wordLimit: Float = 0.65

  /// What each symbol may be read as, and what may be added, when two words are the same.
  private static let readable = (0..<UInt8(LetterSymbol.count)).map { SpellingCosts.readable(as: $0, limit: wordLimit) }
  private static let addable = SpellingCosts.addable(limit: wordLimit)

  /// A word within the symbols of a name.
  private struct Word {
    /// Where it stands; empty when it has found its match.
    var range: Range<Int>
    /// The symbols it has.
    let symbols: SymbolSet
  }

  /// A word of the query.
  private struct QueryWord {
    /// The symbols that such a word may have in a name.
    let readable: SymbolSet
    /// What it costs when the name lacks it.
    let missing: Float
    /// What it costs to read it as another.
    var distance: SpellingDistance
  }

  private var queryWords: [QueryWord]
  private var nameWords: [Word] = []

  init(_ query: [UInt8], _ costs: SpellingCosts) {
    queryWords = query.split(separator: LetterSymbol.space).map(Array.init).map { word in
      QueryWord(
        readable: word.reduce(Self.addable) { $0.union(Self.readable[Int($1)]) },
        missing: Self.missingInName(word.span),
        distance: SpellingDistance(word, costs))
    }
  }

  /// The cost of reading the query's words as the name's, with words left over on both sides; infinite when it is above
  /// `limit` or when no word of weight is shared.
  mutating func cost(of name: Span<UInt8>, limit: Float) -> Float {
    Self.split(name, into: &nameWords)
    guard queryWords.count > 1 || nameWords.count > 1 else { return .infinity }
    var (total, shared, lastMatch): (Float, Bool, Int) = (0, false, -1)
    for word in queryWords.indices {
      guard let best = nearest(to: word, in: name) else {
        total += queryWords[word].missing
        continue
      }
      total += best.cost + (best.index < lastMatch ? Self.exchanged : 0)
      lastMatch = best.index
      shared = shared || !GenericWords.contains(name.extracting(nameWords[best.index].range))
      nameWords[best.index].range = 0..<0
    }
    guard shared, total <= limit else { return .infinity }
    for word in nameWords where !word.range.isEmpty {
      total += Self.missingInQuery(name.extracting(word.range))
    }
    return total
  }

  private static func missingInName(_ word: Span<UInt8>) -> Float {
    if GenericWords.isQualifier(word) { return missingQualifier }
    return GenericWords.contains(word) ? missingGenericInName : missingWordInName
  }

  private static func missingInQuery(_ word: Span<UInt8>) -> Float {
    if GenericWords.isQualifier(word) { return missingQualifier }
    return GenericWords.contains(word) ? missingGenericInQuery : missingInQuery
  }

  /// The name's remaining word that is spelled most like a word of the query, when that is the same word.
  private mutating func nearest(to word: Int, in name: Span<UInt8>) -> (cost: Float, index: Int)? {
    var best: (cost: Float, index: Int)?
    for index in nameWords.indices {
      let other = nameWords[index]
      guard !other.range.isEmpty, other.symbols.isSubset(of: queryWords[word].readable) else { continue }
      let cost = queryWords[word].distance.cost(of: name.extracting(other.range), limit: Self.wordLimit)
      if cost <= Self.wordLimit, cost < best?.cost ?? .infinity { best = (cost, index) }
      if cost == 0 { break }
    }
    return best
  }

  private static func split(_ name: Span<UInt8>, into words: inout [Word]) {
    words.removeAll(keepingCapacity: true)
    var (start, symbols) = (0, SymbolSet())
    for index in 0..<name.count {
      let symbol = name[index]
      if symbol != LetterSymbol.space {
        symbols.insert(symbol)
      } else {
        if start < index { words.append(Word(range: start..<index, symbols: symbols)) }
        (start, symbols) = (index + 1, SymbolSet())
      }
    }
    if start < name.count { words.append(Word(range: start..<name.count, symbols: symbols)) }
  }
}
