import Incidents

/// Finds the line of a text that says when it was published.
enum DateLines {
  /// A line of more bytes is no such line.
  private static let longest = 160
  /// How many lines with text the head of a text has at most.
  private static let headLines = 8

  /// The date that the head of a text gives for it, and where its line stands. Nil when the text has several such lines:
  /// a chronicle has one over each day.
  static func publication(_ bytes: [UInt8], _ range: Range<Int>) -> Cited<CalendarDate>? {
    var found: (date: Cited<CalendarDate>, line: Int)?
    var (start, line) = (range.lowerBound, 0)
    while start < range.upperBound {
      let end = min(endOfLine(bytes, from: start), range.upperBound)
      if start < end { line += 1 }
      if let date = date(bytes, start..<end) {
        guard found == nil else { return nil }
        found = (date, line)
      }
      start = startOfLine(bytes, after: end)
    }
    return found.flatMap { $0.line <= headLines ? $0.date : nil }
  }

  private static func date(_ bytes: [UInt8], _ line: Range<Int>) -> Cited<CalendarDate>? {
    guard line.count <= longest, bytes[line].contains(where: isDigitASCII) else { return nil }
    let run = TokenRun(bytes, line)
    return Dateline(line: run)?.date.map { Cited($0, ByteSpan(start: run.tokens[0].start, end: line.upperBound)) }
  }
}
