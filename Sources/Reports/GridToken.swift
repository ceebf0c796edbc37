/// A grid reference among the tokens of a text, well formed or mistyped: a number, letters, digits. Whether it names a
/// square is for others to say.
enum GridToken {
  /// The index after a grid, or two that are joined.
  static func end(_ run: TokenRun, at start: Int) -> Int? {
    guard let first = single(run, at: start) else { return nil }
    guard run.isMark(first, "/;&,") else { return first }
    if let second = single(run, at: first + 1) { return second }
    guard run.isMark(first, "/"), run[first + 1]?.kind == .number else { return first }
    let digits = digits(run, from: first + 1, known: 0)
    return digits.count >= 4 ? digits.end : first
  }

  private static func single(_ run: TokenRun, at start: Int) -> Int? {
    guard let token = run[start] else { return nil }
    var index = start
    var letters: ArraySlice<UInt8>
    if token.kind == .number, token.end - token.start <= 2, isBeside(run, start + 1) {
      index += 1
      letters = text(run, index)
      guard letters.prefix(while: isCapitalASCII).count == 3 else { return nil }
    } else {
      let whole = text(run, start)
      let zone = whole.prefix { isDigitASCII($0) }
      letters = whole.dropFirst(zone.count)
      guard token.kind == .word, (1...3).contains(zone.count) else { return nil }
    }
    if letters.count == 1, letters.allSatisfy(isCapitalASCII), isBeside(run, index + 1),
      text(run, index + 1).prefix(while: isCapitalASCII).count == 2
    {
      index += 1
      letters = letters + text(run, index)
    }
    return isGrid(letters) ? endOfDigits(run, letters, index) : nil
  }

  /// Capitals, or small letters only, then nothing or digits for the most part; no month.
  private static func isGrid(_ text: ArraySlice<UInt8>) -> Bool {
    let letters = text.prefix { isLetterASCII($0) }
    let isOneCase = letters.allSatisfy(isCapitalASCII) || !letters.contains(where: isCapitalASCII)
    let month = DateForms.months.contains { $0.utf8.prefix(3).elementsEqual(letters.map(lowercaseASCII)) }
    let rest = text.dropFirst(letters.count)
    return (2...5).contains(letters.count) && isOneCase && !month
      && rest.allSatisfy { isDigitASCII($0) || isCapitalASCII($0) }
      && 2 * rest.count(where: isDigitASCII) >= rest.count
  }

  private static func endOfDigits(_ run: TokenRun, _ letters: ArraySlice<UInt8>, _ index: Int) -> Int? {
    let known = letters.count { isDigitASCII($0) }
    let digits = digits(run, from: index + 1, known: known)
    return digits.count >= 4 ? digits.end : nil
  }

  /// Groups of digits from an index on: two, or one more of the same length when some stand with the letters.
  private static func digits(_ run: TokenRun, from start: Int, known: Int) -> (count: Int, end: Int) {
    var (total, end) = (known, start)
    var lengths = known == 0 ? [] : [known]
    while lengths.count < 2, let token = run[end], token.kind == .number,
      run.digitCount(end) == token.end - token.start,
      (2...10).contains(token.end - token.start), total + token.end - token.start <= 11,
      isBeside(run, end),
      !run.isMark(end + 1, "/") || ReportIdentifier.chain(run, at: end) == nil
    {
      let length = token.end - token.start
      if let first = lengths.first, known > 0 || token.gap == .lineBreak, length != first { break }
      lengths.append(length)
      (total, end) = (total + length, end + 1)
    }
    return (total, end)
  }

  private static func isBeside(_ run: TokenRun, _ index: Int) -> Bool {
    run.gap(index) <= .lineBreak && run[index] != nil
  }

  private static func text(_ run: TokenRun, _ index: Int) -> ArraySlice<UInt8> {
    run[index].map { run.bytes[$0.start..<$0.end] } ?? []
  }
}
