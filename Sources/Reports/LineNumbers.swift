/// Numbers of lines in words.
enum LineNumbers {
  private static let most = 20

  /// `line 3`, `lines 3, 5–8`; of many the first twenty lines or ranges.
  static func words(_ lines: [Int]) -> String {
    let lines = Set(lines).sorted()
    var ranges: [ClosedRange<Int>] = []
    for line in lines {
      if let last = ranges.last, last.upperBound + 1 == line {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    let words = ranges.prefix(most).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    let rest = ranges.dropFirst(most).reduce(0) { $0 + $1.count }
    return "\(lines.count == 1 ? "line" : "lines") \(words.joined(separator: ", "))"
      + (rest == 0 ? "" : " and \(rest) more")
  }
}
