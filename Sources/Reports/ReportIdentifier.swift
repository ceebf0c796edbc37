import Incidents

/// The identifiers of a report.
enum ReportIdentifier {
  typealias Chain = (identifiers: [Cited<String>], end: Int)

  private static let years = 1900...2100

  /// A number and what is joined to it by strokes, `2904/CS170`, or a code alone, `CS170`.
  static func chain(_ run: TokenRun, at start: Int) -> Chain? {
    guard run.gap(start) != .none || start == 0 || run.isMark(start - 1, "().,:;") else { return nil }
    if let code = code(run, at: start) { return longer(run, [code], from: start + 1) }
    guard let number = number(run, at: start) else { return nil }
    let whole = longer(run, [number], from: start + 1)
    let areYears = whole.identifiers.allSatisfy { Int($0.value).map(years.contains) ?? false }
    if let end = placeholderEnd(run, whole.end) { return (whole.identifiers, end) }
    return whole.identifiers.count > 1 && !areYears ? whole : nil
  }

  /// The index after a stroke and a word that says that there is no further code: `/NA`, `/N/A`.
  private static func placeholderEnd(_ run: TokenRun, _ index: Int) -> Int? {
    guard run.isMark(index, "/") else { return nil }
    if ["na", "none", "unknown", "tbd"].contains(where: { run.isWord(index + 1, $0) }) { return index + 2 }
    return run.isWord(index + 1, "n") && run.isMark(index + 2, "/") && run.isWord(index + 3, "a") ? index + 4 : nil
  }

  private static func longer(_ run: TokenRun, _ first: [Cited<String>], from start: Int) -> Chain {
    var (identifiers, index) = (first, start)
    while run.isMark(index, "/-"), let next = code(run, at: index + 1) ?? number(run, at: index + 1) {
      if run.isMark(index, "-"), code(run, at: index + 1) == nil { break }
      identifiers.append(next)
      index += 2
    }
    return (identifiers, index)
  }

  /// `(1355)`, and nothing of the sentence after it. A year is none.
  static func parenthesized(_ run: TokenRun, at start: Int) -> (identifier: Cited<String>, end: Int)? {
    guard run.isMark(start, "("), run.isMark(start + 2, ")"), let number = number(run, at: start + 1),
      !run.startsLowercase(start + 3), Int(number.value).map(years.contains) == false
    else { return nil }
    return (number, start + 3)
  }

  /// Whether nothing follows a number, and no sentence goes before it on its line; a year is none.
  static func isLast(_ run: TokenRun, _ index: Int) -> Bool {
    guard run[index + 1] == nil, index > 0, run.gap(index) != .none else { return false }
    return (run.isMark(index - 1, ".)") || run.gap(index) >= .wide) && run.digits(index).map(years.contains) == false
  }

  /// A number that may be a report's: of three to six digits.
  static func number(_ run: TokenRun, at index: Int) -> Cited<String>? {
    guard let token = run[index], token.kind == .number, (3...6).contains(token.end - token.start),
      run.digitCount(index) == token.end - token.start
    else { return nil }
    return run.words(index..<index + 1)
  }

  /// Two capitals and three or four digits, perhaps with a small letter: `CS170`, `CI715a`.
  static func code(_ run: TokenRun, at index: Int) -> Cited<String>? {
    guard let token = run[index], token.kind == .word, (5...7).contains(token.end - token.start) else { return nil }
    let bytes = run.bytes[token.start..<token.end]
    let digits = bytes.dropFirst(2).prefix { isDigitASCII($0) }
    let rest = bytes.dropFirst(2 + digits.count)
    guard bytes.prefix(2).allSatisfy(isCapitalASCII), (3...4).contains(digits.count),
      rest.isEmpty || (rest.count == 1 && rest.allSatisfy(isLetterASCII))
    else { return nil }
    return run.words(index..<index + 1)
  }
}
