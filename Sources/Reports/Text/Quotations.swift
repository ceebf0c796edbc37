/// Which tokens stand inside quotation marks: opinions and claims of others, from which nothing is read.
struct Quotations {
  private var isQuoted: [Bool]
  /// Fewer tokens than this between marks are a name or an odd word, not a quotation.
  private static let shortest = 6

  init(_ run: TokenRun) {
    isQuoted = [Bool](repeating: false, count: run.count)
    var open: Int?
    var paragraph = 0
    for index in 0...run.count {
      if index == run.count || run.gap(index) >= .blankLine {
        if let open { mark(open..<index) }
        (open, paragraph) = (nil, index)
      }
      guard run.isMark(index, "\""), let token = run[index] else { continue }
      let byte = run.bytes[token.end - 1]
      let isStraight = token.end - token.start == 1
      if let start = open, isStraight || byte == 0x9D {
        mark(start..<index)
        open = nil
      } else if isStraight || byte != 0x9D {
        open = index
      } else {
        mark(paragraph..<index)
      }
    }
  }

  /// Whether a token is quoted.
  func contain(_ index: Int) -> Bool { isQuoted.indices.contains(index) && isQuoted[index] }

  private mutating func mark(_ range: Range<Int>) {
    guard range.count >= Self.shortest else { return }
    for index in range { isQuoted[index] = true }
  }
}
