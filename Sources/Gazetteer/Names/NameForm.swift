import Incidents

/// One way to read a name. A written name has up to a few: as it stands, without its kind word, without an article that
/// is glued to it.
struct NameForm: Hashable, Sendable {
  /// The sounds (`LetterSymbol`).
  let symbols: [UInt8]
  /// What was taken off, and what it costs to assume that it may be.
  let stripping: Stripping

  /// What was taken off a name, or put to it, to read it this way.
  enum Stripping: UInt8, Hashable, Sendable {
    case nothing, kindWord, number, gluedArticle, part, nativeKindWord, withParent

    /// Whether it is a word that says what the place is.
    var isKindWord: Bool { self == .kindWord || self == .nativeKindWord }

    /// Whether the reading has other words than the whole name.
    var isOfOtherWords: Bool { self == .part || self == .withParent }

    /// What it costs in units of `SpellingCosts`. Gazetteers call villages so in their names (`Qaryat …`), which nobody
    /// who names the village repeats; but who does means the entry that has the word.
    func cost(inQuery: Bool) -> Float {
      switch self {
      case .nothing: 0
      case .kindWord: 0.05
      case .nativeKindWord: inQuery ? 0.25 : 0.05
      case .number: 0.3
      case .part, .withParent: 0.1
      case .gluedArticle: 0.08
      }
    }
  }

  /// The readings of a name, the plainest first, and the kind its words say it has.
  static func readings(of name: NormalizedName) -> (forms: [NameForm], kind: PlaceKind?) {
    var forms = [NameForm(symbols: LetterSymbol.symbols(of: name.words), stripping: .nothing)]
    let (rest, row) = strippingKind(name.words)
    if let row, !rest.isEmpty {
      forms.append(
        NameForm(symbols: LetterSymbol.symbols(of: rest), stripping: row.isNative ? .nativeKindWord : .kindWord))
    }
    let unnumbered = rest.filter { !$0.allSatisfy { $0 < 0x3A } }
    if unnumbered.count < rest.count, !unnumbered.isEmpty {
      forms.append(NameForm(symbols: LetterSymbol.symbols(of: unnumbered), stripping: .number))
    }
    if !name.isUnvowelled, rest.contains(where: { Articles.gluedLength($0[...]) != nil }) {
      let bare = rest.map { Array($0.dropFirst(Articles.gluedLength($0[...]) ?? 0)) }
      forms.append(NameForm(symbols: LetterSymbol.symbols(of: bare), stripping: .gluedArticle))
    }
    return (forms.filter { !$0.symbols.isEmpty }, row?.kind)
  }

  /// The words without the kind words at their ends, and the first of those found. The last word of English order and
  /// the first of Arabic both count.
  private static func strippingKind(_ words: [[UInt8]]) -> (rest: [[UInt8]], row: KindWords.Row?) {
    if let row = KindWords.suffix(of: words) {
      let rest = Array(words.dropLast(row.words.count))
      if rest.count > 1, let inner = KindWords.prefix(of: rest), inner.kind == row.kind, inner.words.count < rest.count
      {
        return (Array(rest.dropFirst(inner.words.count)), row)
      }
      return (rest, row)
    }
    if let row = KindWords.prefix(of: words), row.words.count < words.count {
      return (Array(words.dropFirst(row.words.count)), row)
    }
    return (words, nil)
  }
}
