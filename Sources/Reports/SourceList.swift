import Incidents

/// Who reported an incident: the words after *via*.
struct SourceList {
  var sources: [Cited<String>] = []
  /// The first token after the sources.
  var end = 0

  init(_ run: TokenRun, from start: Int) {
    var index = start
    var sourceStart = start
    while run[index] != nil, !Self.closes(run, index, sourceStart) {
      if run.isWord(index, "and") || run.isMark(index, ",&/") {
        guard Self.isSource(run, from: index + 1) else { break }
        append(run, sourceStart..<index)
        sourceStart = index + 1
      }
      index += 1
    }
    append(run, sourceStart..<index)
    end = index
    while run.isMark(end, ".,:;-") { end += 1 }
  }

  private mutating func append(_ run: TokenRun, _ tokens: Range<Int>) {
    guard let source = run.words(tokens) else { return }
    sources.append(source)
  }

  private static let reportWords = ["report", "reports", "reporting"]
  private static let afterReport = ["from", "by", "of", "and"]

  /// Whether the sources end before the token.
  private static func closes(_ run: TokenRun, _ index: Int, _ sourceStart: Int) -> Bool {
    if isAbbreviation(run, index - 1) || isAbbreviation(run, index) || isAbbreviation(run, index - 2) { return false }
    if run.isMark(index, ":;([") || run.endsSentence(index) { return true }
    if run.gap(index) == .blankLine && index > sourceStart { return true }
    if References.starts(run, at: index) { return true }
    guard index > sourceStart, reportWords.contains(where: { run.isWord(index - 1, $0) }) else { return false }
    return run[index]?.kind == .word && !afterReport.contains { run.isWord(index, $0) }
  }

  /// Whether a name's abbreviation starts here: `Observatory for Human Rights (SOHR)`.
  private static func isAbbreviation(_ run: TokenRun, _ index: Int) -> Bool {
    guard run.isMark(index, "("), run.isMark(index + 2, ")"), let word = run[index + 1], word.kind == .word else {
      return false
    }
    return run.bytes[word.start..<word.end].allSatisfy(isCapitalASCII)
  }

  /// Whether another source follows: a few words that begin like a name or end in *report*.
  private static func isSource(_ run: TokenRun, from start: Int) -> Bool {
    let start = run.isWord(start, "and") ? start + 1 : start
    guard run[start]?.kind == .word || run[start]?.kind == .number else { return false }
    for index in start..<start + 8 {
      if reportWords.contains(where: { run.isWord(index, $0) }) { return true }
      if run[index] == nil || run.isMark(index, ".:;,(") { return run.startsUppercase(start) }
    }
    return false
  }
}
