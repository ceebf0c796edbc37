/// The keys a reading is found by. A reading and a query whose skeletons are equal share a `whole` key; two that differ
/// by one lost, added or exchanged consonant share a `shortened` one (Bocek et al. 2007, deletion neighborhoods); names
/// that share a word share a `word` key.
enum CandidateKeys {
  private static let wholeSalt: UInt32 = 0
  private static let shortenedSalt: UInt32 = 0x51
  private static let wordSalt: UInt32 = 0xA7

  /// The key of the whole skeleton.
  static func whole(_ skeleton: [UInt8]) -> UInt32 { ConsonantSkeleton.key(skeleton, salt: wholeSalt) }

  /// The keys of the skeleton with one consonant left out. Below three consonants too little would remain.
  static func shortened(_ skeleton: [UInt8], asWhole: Bool = false) -> [UInt32] {
    guard skeleton.count >= 3 else { return [] }
    let salt = asWhole ? wholeSalt : shortenedSalt
    var keys: [UInt32] = []
    for index in skeleton.indices {
      let rest = skeleton[..<index] + skeleton[(index + 1)...]
      let key = ConsonantSkeleton.key(rest, salt: salt)
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }

  /// The key under which whole skeletons are found among the shortened ones.
  static func wholeAsShortened(_ skeleton: [UInt8]) -> UInt32 {
    ConsonantSkeleton.key(skeleton, salt: shortenedSalt)
  }

  /// All keys that a reading of a gazetteer is found by.
  static func stored(_ symbols: [UInt8]) -> [UInt32] {
    let skeleton = ConsonantSkeleton.of(symbols)
    let words = symbols.contains(LetterSymbol.space) ? words(symbols) : []
    return [whole(skeleton)] + shortened(skeleton) + words
  }

  /// The keys of the words of a reading of several words, but for words of a single consonant and generic ones.
  /// - Parameter asWhole: the keys under which readings of one such word are found.
  static func words(_ symbols: some Collection<UInt8>, asWhole: Bool = false) -> [UInt32] {
    let salt = asWhole ? wholeSalt : wordSalt
    let words = symbols.split(separator: LetterSymbol.space)
    return words.compactMap { word in
      guard !GenericWords.contains(Array(word).span) else { return nil }
      let skeleton = ConsonantSkeleton.of(word)
      return skeleton.count >= 2 ? ConsonantSkeleton.key(skeleton, salt: salt) : nil
    }
  }
}
