/// Cuts text into paragraphs.
enum Paragraphs {
  /// The stretches of a range between blank lines, in order.
  static func ranges(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let tokenizer = Tokenizer(bytes: bytes)
    var ranges: [Range<Int>] = []
    var (start, line) = (range.lowerBound, range.lowerBound)
    while line < range.upperBound {
      let end = min(endOfLine(bytes, from: line), range.upperBound)
      if tokenizer.isBlank(line..<end) {
        if start < line { ranges.append(start..<line) }
        start = end
      }
      line = startOfLine(bytes, after: end)
    }
    if start < range.upperBound { ranges.append(start..<range.upperBound) }
    return ranges
  }
}

/// Cuts running text into sentences.
enum Sentences {
  /// Abbreviations, lowercase, whose point does not end a sentence. Months count only before a number: `Feb. 20`.
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sgt", "brig", "gov", "sen", "rep", "st", "no", "vs",
    "approx", "prof", "sheikh", "jr", "hon", "amb", "sec", "msgr",
  ]

  /// The sentences of a run, in order. A blank line ends one, a line break does not.
  static func ranges(_ run: TokenRun) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in 0..<run.count where index >= start {
      var end = index + 1
      guard run.gap(end) == .blankLine || ends(run, index) else { continue }
      while run.gap(end) == .none, run.isMark(end, "\")]") { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    if start < run.count { ranges.append(start..<run.count) }
    return ranges
  }

  private static func ends(_ run: TokenRun, _ index: Int) -> Bool {
    guard run.isMark(index, ".!?") else { return false }
    var next = index + 1
    while run.gap(next) == .none, run.isMark(next, "\")]*") { next += 1 }
    guard run[next] != nil, run.gap(next) != .none, !run.startsLowercase(next) else { return run[next] == nil }
    guard run.isMark(index, "."), let word = run.word(index - 1) else { return true }
    if titles.contains(word) { return false }
    if word.utf8.count == 1 { return false }  // initials, U.S.
    let isMonth = word != "may" && word.utf8.count <= 4 && DateForms.month(run, index - 1) != nil
    return !(isMonth && run[next]?.kind == .number)
  }
}

extension TokenRun {
  /// Whether one of some words stands in a range, in any case.
  func contains(anyOf words: Set<String>, in range: Range<Int>) -> Bool {
    range.contains { word($0).map(words.contains) ?? false }
  }

  /// The first place in a range where a sequence of words stands.
  func first(_ words: [String], in range: Range<Int>) -> Range<Int>? {
    for index in range {
      if let length = lengthOfWords(words, at: index), index + length <= range.upperBound {
        return index..<index + length
      }
    }
    return nil
  }
}
