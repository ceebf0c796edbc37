import Incidents

/// The date that a text gives for itself.
struct Dateline {
  /// The date; nil where it has no year.
  let date: CalendarDate?
  /// One past the last token that belongs to it.
  let end: Int
  /// Whether it can be nothing else: a date alone before a sentence may be that of what the sentence tells.
  let isCertain: Bool

  private init(_ date: CalendarDate?, end: Int, isCertain: Bool) {
    (self.date, self.end, self.isCertain) = (date, end, isCertain)
  }

  /// The words before the first sentence of a paragraph: `BAGHDAD (Agency), March 14, 2017 -`, `March 14, 2017 -`.
  init?(opening run: TokenRun) {
    guard let start = (0..<Self.longestOpening).first(where: { NewsDate.tokens(run, at: $0) != nil }),
      let date = NewsDate.tokens(run, at: start), RelativeDay(run, at: start) == nil, Self.areNames(run, 0..<start)
    else { return nil }
    let behind = Self.endOfBrackets(run, date.upperBound) ?? date.upperBound
    guard run.isMark(behind, "-:"), run[behind + 1] != nil else { return nil }
    let city = Self.endOfCapitals(run, behind + 1)
    self.init(
      Self.written(run, start..<start + 1), end: city ?? behind + 1,
      isCertain: start > 0 || behind > date.upperBound || city != nil)
  }

  /// A line that holds a date and no sentence: `Published 14 March 2017`, `Example News, 14 March 2017, 10:30`.
  init?(line run: TokenRun) {
    guard run.count <= Self.longestLine,
      let start = (0..<run.count).first(where: { Self.written(run, $0..<$0 + 1) != nil }),
      let tokens = NewsDate.tokens(run, at: start), let date = Self.written(run, start..<start + 1)
    else { return nil }
    let isIssued = run.contains(anyOf: Self.issues, in: 0..<start)
    let isPart = run.word(start - 1).map(Self.prepositions.contains) ?? false
    let rest = tokens.upperBound..<run.count
    guard !isPart || isIssued, !Clause.isHarm(run, 0..<run.count), rest.count <= Self.longestRest,
      rest.allSatisfy({ !run.startsLowercase($0) || (run.word($0).map(Self.timeWords.contains) ?? false) })
    else { return nil }
    self.init(date, end: run.count, isCertain: true)
  }

  private static let longestOpening = 12
  private static let longestLine = 20
  private static let longestRest = 8
  private static let issues: Set<String> = ["published", "posted", "updated", "issued", "dated", "date"]
  private static let prepositions: Set<String> = [
    "on", "in", "of", "since", "until", "by", "from", "and", "to", "before", "after", "between", "at",
  ]
  private static let timeWords: Set<String> = ["at", "am", "pm", "a", "p", "m", "local", "time"]

  /// A full date of a day, or the last day of a range.
  private static func written(_ run: TokenRun, _ start: Range<Int>) -> CalendarDate? {
    NewsDate.all(run, start, DateAnchor()).first { $0.date.value.precision != .month }?.date.value.end
  }

  /// `BAGHDAD, Iraq (Example) -`: words with capitals, none of which leads to a place or a day, and what is in brackets.
  private static func areNames(_ run: TokenRun, _ range: Range<Int>) -> Bool {
    var isInBrackets = false
    for index in range {
      if run.isMark(index, "()") { isInBrackets = run.isMark(index, "(") }
      guard let word = run.word(index), !isInBrackets else {
        guard run[index]?.kind != .number, !run.endsSentence(index) else { return false }
        continue
      }
      let isParticle = PlaceWords.particles.contains(word)
      guard isParticle || (run.startsUppercase(index) && !prepositions.contains(word)) else { return false }
    }
    return true
  }

  private static func endOfBrackets(_ run: TokenRun, _ index: Int) -> Int? {
    guard run.isMark(index, "(") else { return nil }
    return (index..<index + 6).first { run.isMark($0, ")") }.map { $0 + 1 }
  }

  /// `BAGHDAD:` behind the date, as far as its mark.
  private static func endOfCapitals(_ run: TokenRun, _ start: Int) -> Int? {
    var end = start
    while run[end]?.kind == .word || (end > start && run.isMark(end, ",")) {
      guard run.isMark(end, ",") || run.isCapitals(end) else { return nil }
      end += 1
    }
    end = endOfBrackets(run, end) ?? end
    return end > start && run.isMark(end, ":-") ? end + 1 : nil
  }
}

extension TokenRun {
  /// Whether a word of several letters is in capitals.
  fileprivate func isCapitals(_ index: Int) -> Bool {
    guard let token = self[index], token.kind == .word, token.end - token.start > 1 else { return false }
    return bytes[token.start..<token.end].allSatisfy { !isLetterASCII($0) || isCapitalASCII($0) }
  }
}
