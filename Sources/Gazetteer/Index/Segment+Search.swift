/// Finding readings by their keys. All numbers are the file's own; `bytes` is the file's `bytes.span`.
extension Segment {
  /// The readings whose skeleton is the query's.
  func formsSounding(like symbols: [UInt8], _ bytes: Span<UInt8>, _ body: (Int) -> Void) {
    forms(withSkeleton: ConsonantSkeleton.of(symbols), bytes, body)
  }

  /// The readings with this skeleton (`ConsonantSkeleton`).
  func forms(withSkeleton skeleton: [UInt8], _ bytes: Span<UInt8>, _ body: (Int) -> Void) {
    names.forEachValue(of: CandidateKeys.whole(skeleton), bytes) { body(Int($0)) }
  }

  /// The readings whose skeleton differs from the query's by one consonant. May repeat.
  func formsNear(_ symbols: [UInt8], _ bytes: Span<UInt8>, _ body: (Int) -> Void) {
    let skeleton = ConsonantSkeleton.of(symbols)
    names.forEachValue(of: CandidateKeys.wholeAsShortened(skeleton), bytes) { body(Int($0)) }
    for key in CandidateKeys.shortened(skeleton) + CandidateKeys.shortened(skeleton, asWhole: true) {
      names.forEachValue(of: key, bytes) { body(Int($0)) }
    }
  }

  /// The readings of several words that share one with the query, and those that are its only word of weight, as Foo is of
  /// `Khirbat Foo`. May repeat.
  func formsSharingWord(with symbols: [UInt8], _ bytes: Span<UInt8>, _ body: (Int) -> Void) {
    var keys = CandidateKeys.words(symbols)
    if keys.count == 1, symbols.contains(LetterSymbol.space) { keys += CandidateKeys.words(symbols, asWhole: true) }
    for key in keys { names.forEachValue(of: key, bytes) { body(Int($0)) } }
  }
}
