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
