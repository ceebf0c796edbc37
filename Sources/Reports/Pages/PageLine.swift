import Incidents

/// What a line of a web page does to the documents on it.
enum PageLine {
  /// It names the author or the agency of what follows: `By … for …`, `From AFP.`
  case byLine(publisher: Range<Int>?)
  /// It names the source of what stands before: `(Source: …)`.
  case source(publisher: Range<Int>)
  /// It leads away from what stands before: `Click here to read the full story.`
  case lead
  /// It belongs to the text.
  case text

  private static let leads: [[String]] = [
    ["click", "here"], ["read", "more"], ["read", "the", "full"], ["view", "on"], ["watch", "on"],
    ["continue", "reading"],
    ["to", "read", "the", "full"],
  ]
  private static let sources: [[String]] = [["source"], ["sources"]]
  private static let firstWords: Set<String> = Set((leads + sources).compactMap(\.first) + ["by", "from"])

  /// Whether a line that begins with these tokens may be more than text.
  static func mayBe(_ beginning: TokenRun) -> Bool {
    beginning.isMark(0, "([") || beginning.word(0).map(firstWords.contains) ?? false
  }

  /// The small words of names.
  private static let particles: Set<String> = ["for", "and", "of", "the", "al", "el", "bin", "de", "in", "an", "at"]
  private static let longestName = 24

  init(_ run: TokenRun) {
    let first = run.isMark(0, "([") ? 1 : 0
    if let length = Self.sources.lazy.compactMap({ run.lengthOfWords($0, at: first) }).first,
      run.isMark(first + length, ":")
    {
      let start = first + length + 1
      let end = (start..<max(start, run.count)).first { run.isMark($0, ")]") } ?? run.count
      self = .source(publisher: start..<end)
    } else if Self.leads.contains(where: { run.lengthOfWords($0, at: 0) != nil }) {
      self = .lead
    } else if run.isWord(0, "by") || run.isWord(0, "from"), run.startsUppercase(0), let end = Self.endOfName(run) {
      self = .byLine(publisher: Self.publisher(run, end))
    } else {
      self = .text
    }
  }

  /// The end of a name that fills the line, or its first sentence; nil when something else than a name stands there.
  private static func endOfName(_ run: TokenRun) -> Int? {
    var words = 0
    for index in 1..<longestName {
      guard run[index] != nil else { return words > 0 ? index : nil }
      if let word = run.word(index) {
        guard !run.startsLowercase(index) || particles.contains(word), DateForms.month(run, index) == nil else {
          return nil
        }
        words += 1
      } else if run.isMark(index, "."), words > 0, run.gap(index + 1) != .none, !isInitial(run, index - 1) {
        return index
      } else if !run.isMark(index, ",.-'&/") {
        return nil
      }
    }
    return nil
  }

  private static func isInitial(_ run: TokenRun, _ index: Int) -> Bool {
    run[index].map { $0.kind == .word && $0.end - $0.start == 1 } ?? false
  }

  /// The outlet: what stands after *for*, or after *From*.
  private static func publisher(_ run: TokenRun, _ end: Int) -> Range<Int>? {
    if run.isWord(0, "from") { return 1..<end }
    guard let link = (1..<end).last(where: { run.isWord($0, "for") }), link + 1 < end else { return nil }
    return link + 1..<end
  }
}
