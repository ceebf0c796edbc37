import Incidents

/// The numbers that releases put beside an entry: the reporting body's number of the report and others' codes for it,
/// `2904/CS170`, a number alone, `(1355)`, and a grid reference (MGRS), `37SDA049548`.
struct References {
  var identifiers: [Cited<String>] = []
  var grid: Cited<String>?
  /// The tokens they take, with the marks between them.
  private(set) var blocks: [Range<Int>] = []

  /// All that stand in some tokens, outside of the stretch that is about another report.
  init(_ run: TokenRun, _ tokens: Range<Int>, except other: Range<Int>? = nil) {
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      if other?.contains(index) != true, let block = Self.block(run, at: index), block.end <= tokens.upperBound {
        identifiers += block.identifiers.filter { found in !identifiers.contains { $0.value == found.value } }
        grid = grid ?? block.grid
        blocks.append(index..<block.end)
        index = block.end
      } else {
        index += 1
      }
    }
  }

  /// Whether references start at a token.
  static func starts(_ run: TokenRun, at index: Int) -> Bool { block(run, at: index) != nil }

  /// The index after the references that start at a token.
  static func end(_ run: TokenRun, at index: Int) -> Int? { block(run, at: index)?.end }

  /// Some tokens without the references, and the marks around them, that stand at their ends.
  func trimmed(_ run: TokenRun, _ tokens: Range<Int>) -> Range<Int> {
    var (start, end) = (tokens.lowerBound, tokens.upperBound)
    for block in blocks where block.lowerBound == start {
      start = block.upperBound
      while start < end, run.isMark(start, ".,:;-/") { start += 1 }
    }
    for block in blocks.reversed() {
      var last = end
      while last > block.upperBound, run.isMark(last - 1, ".,;/") { last -= 1 }
      if last == block.upperBound, block.lowerBound >= start { end = block.lowerBound }
    }
    return start..<max(start, end)
  }

  /// Whether references stand at the end of a text.
  static func end(_ run: TokenRun) -> Bool {
    (max(0, run.count - 12)..<run.count).contains { block(run, at: $0)?.end == run.count }
  }

  /// Identifiers, a grid, or both, and the index after them.
  private struct Block {
    var identifiers: [Cited<String>] = []
    var grid: Cited<String>?
    var end: Int
  }

  private static func block(_ run: TokenRun, at start: Int) -> Block? {
    var block = Block(end: start)
    if let numbered = ReportIdentifier.parenthesized(run, at: start) {
      return Block(identifiers: [numbered.identifier], end: numbered.end)
    }
    if let found = ReportIdentifier.chain(run, at: start) {
      (block.identifiers, block.end) = (found.identifiers, found.end)
    } else if let number = ReportIdentifier.number(run, at: start),
      GridToken.end(run, at: skippingMarks(run, start + 1)) != nil || ReportIdentifier.isLast(run, start)
    {
      (block.identifiers, block.end) = ([number], start + 1)
    }
    var next = block.end == start ? start : skippingMarks(run, block.end)
    if announcements.contains(where: { run.isWord(next, $0) }) { next = skippingMarks(run, next + 1) }
    if let end = GridToken.end(run, at: next), let grid = run.words(next..<end) {
      (block.grid, block.end) = (grid, end)
    }
    return block.end == start ? nil : block
  }

  /// Words before a grid.
  private static let announcements = ["mgrs", "grid"]

  private static func skippingMarks(_ run: TokenRun, _ start: Int) -> Int {
    var index = start
    while run.isMark(index, "/,;-:") { index += 1 }
    return index
  }
}

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

func isDigitASCII(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

func isCapitalASCII(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
