/// How a stretch of text ends.
enum TextEnd {
  /// Whether the text is complete: it ends with a closing mark, with the word *report* or with a reference number.
  static func isComplete(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var start = max(range.lowerBound, range.upperBound - 60)
    while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 || isWordByte(bytes[start - 1]) { start -= 1 }
    let run = TokenRun(bytes, start..<range.upperBound)
    let last = run.count - 1
    return run.isMark(last, ".)]!?:\"") || run.isWord(last, "report") || run.isWord(last, "reports")
      || References.end(run)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0x2E }
}

/// What web pages put between their articles.
enum PageFurniture {
  private static let starts: [[String]] = [
    ["by"], ["from", "afp"], ["from", "reuters"], ["click", "here"], ["source"], ["sources"], ["view", "on"],
    ["read", "more"], ["share", "this"], ["any", "opinions"], ["related"], ["posted"], ["filed", "under"],
  ]

  static func starts(_ run: TokenRun) -> Bool {
    let first = run.isMark(0, "([") ? 1 : 0
    return starts.contains { run.lengthOfWords($0, at: first) != nil }
  }
}

/// The paragraphs of a release before its first list.
enum Introduction {
  private static let longest = 20_000

  /// Goes back from the first heading to a paragraph that introduces the release with a colon or belongs to the page.
  static func range(_ bytes: [UInt8], before anchor: Int) -> Range<Int> {
    var start = anchor
    let limit = max(0, anchor - longest)
    while let line = line(bytes, endingBefore: start, limit) {
      if !Tokenizer(bytes: bytes).isBlank(line), bounds(bytes, line) { break }
      start = line.lowerBound
    }
    let range = start..<anchor
    return (LineCutter(bytes: bytes).trimmed(range)?.lowerBound ?? anchor)..<anchor
  }

  private static func bounds(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard let line = LineCutter(bytes: bytes).trimmed(line) else { return false }
    return bytes[line.upperBound - 1] == 0x3A || PageFurniture.starts(TokenRun(bytes, line, limit: 4))
  }

  /// The line before an offset; cut off at the limit, but not inside a word.
  private static func line(_ bytes: [UInt8], endingBefore offset: Int, _ limit: Int) -> Range<Int>? {
    guard offset > limit else { return nil }
    var start = offset - 1
    while start > limit, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    if start == limit { while start < offset, start > 0, bytes[start - 1] != 0x20 { start += 1 } }
    return start < offset ? start..<offset : nil
  }
}
