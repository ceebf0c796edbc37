import Incidents

/// Finds the lines of a text that say when it was published.
enum DateLines {
  /// A line of more bytes is no such line.
  private static let longest = 160
  /// How many lines with text the head of a text has at most.
  private static let headLines = 8

  /// The dates of such lines, in order, the first of them in the head of the text; none otherwise. Several are those of
  /// articles in one text, or of the days of a chronicle.
  static func find(_ bytes: [UInt8], _ range: Range<Int>) -> [Cited<CalendarDate>] {
    var found: [Cited<CalendarDate>] = []
    var (start, line) = (range.lowerBound, 0)
    while start < range.upperBound, !found.isEmpty || line < headLines {
      let end = min(endOfLine(bytes, from: start), range.upperBound)
      if start < end { line += 1 }
      if let date = date(bytes, start..<end) { found.append(date) }
      start = startOfLine(bytes, after: end)
    }
    return found
  }

  private static func date(_ bytes: [UInt8], _ line: Range<Int>) -> Cited<CalendarDate>? {
    guard line.count <= longest, bytes[line].contains(where: isDigitASCII) else { return nil }
    let run = TokenRun(bytes, line)
    return Dateline(line: run)?.date.map { Cited($0, ByteSpan(start: run.tokens[0].start, end: line.upperBound)) }
  }
}
