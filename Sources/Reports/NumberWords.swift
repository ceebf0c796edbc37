import Incidents

/// Numbers in digits or English words.
enum NumberWords {
  static let units = EnglishNumbers.units
  static let tens = EnglishNumbers.tens

  /// Numbers in words of their own, the longest first.
  private static let phrases: [(words: [String], value: Int)] = [
    (["half", "a", "dozen"], 6), (["a", "half", "dozen"], 6), (["a", "dozen"], 12),
    (["no", "one"], 0), (["nobody"], 0), (["no"], 0), (["none"], 0),
  ]

  /// The number that starts at a token, and the index after it: `34,502`, `twenty-one`, `One hundred and eleven`.
  static func read(_ run: TokenRun, at start: Int) -> (value: Int, end: Int)? {
    guard let number = plain(run, at: start) else { return nil }
    return number.value > 0 && run.isWord(number.end, "dozen") ? (number.value * 12, number.end + 1) : number
  }

  private static func plain(_ run: TokenRun, at start: Int) -> (value: Int, end: Int)? {
    if let value = run.digits(start) {
      if run.isWord(start + 1, "thousand") { return (value * 1000, start + 2) }
      return (value, start + 1)
    }
    guard run[start]?.kind == .word else { return nil }
    for phrase in phrases {
      if let length = run.lengthOfWords(phrase.words, at: start) { return (phrase.value, start + length) }
    }
    guard let thousands = belowThousand(run, at: start) else { return nil }
    guard run.isWord(thousands.end, "thousand") else { return thousands }
    let whole = (value: thousands.value * 1000, end: thousands.end + 1)
    return withRest(whole, run, belowThousand)
  }

  private typealias Number = (value: Int, end: Int)

  private static func belowThousand(_ run: TokenRun, at start: Int) -> Number? {
    let leading: Number? =
      run.isWord(start, "a") && (run.isWord(start + 1, "hundred") || run.isWord(start + 1, "thousand"))
      ? (1, start + 1) : belowHundred(run, at: start)
    guard let leading, run.isWord(leading.end, "hundred") else { return leading }
    return withRest((leading.value * 100, leading.end + 1), run, belowHundred)
  }

  /// What follows a hundred or thousand, with or without *and*.
  private static func withRest(
    _ whole: Number, _ run: TokenRun, _ rest: (TokenRun, Int) -> Number?
  ) -> Number {
    let start = run.isWord(whole.end, "and") ? whole.end + 1 : whole.end
    guard run.digits(start) == nil, let rest = rest(run, start) else { return whole }
    return (whole.value + rest.value, rest.end)
  }

  private static func belowHundred(_ run: TokenRun, at start: Int) -> Number? {
    guard let word = run.word(start) else { return nil }
    if let unit = units[word] { return (unit, start + 1) }
    guard let ten = tens[word] else { return nil }
    let next = run.isMark(start + 1, "-") ? start + 2 : start + 1
    if let word = run.word(next), let unit = units[word], (1...9).contains(unit) { return (ten + unit, next + 1) }
    return (ten, start + 1)
  }
}
