import Incidents

/// A sentence that stands over a list where later releases have a heading: `assessed that the following 12 reports are
/// non-credible`.
struct LeadSentence {
  let assessment: Assessment
  let span: ByteSpan

  private static let subjects: Set<String> = [
    "report", "reports", "incident", "incidents", "allegation", "allegations", "strikes", "cases", "assessments",
  ]
  /// What is said of them; longer words before their beginnings.
  private static let verdicts: [([String], Assessment)] = [
    (["non", "credible"], .nonCredible), (["noncredible"], .nonCredible), (["not", "credible"], .nonCredible),
    (["credible"], .credible), (["duplicates"], .duplicate), (["duplicate"], .duplicate), (["open"], .open),
    (["still", "being", "assessed"], .open), (["still", "under"], .open),
  ]
  private static let longestSentence = 30

  /// The first such sentence of a text.
  init?(_ run: TokenRun) {
    for index in 0..<run.count where Self.starts(run, at: index) {
      let end = (index..<min(run.count, index + Self.longestSentence)).first { run.endsSentence($0) }
      for verdict in index..<(end ?? min(run.count, index + Self.longestSentence)) {
        guard let found = Self.verdicts.first(where: { run.lengthOfWords($0.0, at: verdict) != nil }),
          let span = run.span(index..<verdict + 1)
        else { continue }
        (assessment, self.span) = (found.1, span)
        return
      }
    }
    return nil
  }

  /// The last such sentence of a text.
  static func last(_ bytes: [UInt8], _ range: Range<Int>) -> LeadSentence? {
    var (found, start): (LeadSentence?, Int) = (nil, range.lowerBound)
    while let next = LeadSentence(TokenRun(bytes, start..<range.upperBound)) { (found, start) = (next, next.span.end) }
    return found
  }

  /// The first place in a range where the word *following* stands: what has none has no such sentence.
  static func candidate(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    range.dropLast(word.count - 1).first { offset in
      bytes[offset] | 0x20 == word[0] && bytes[offset + 1] | 0x20 == word[1]
        && zip(bytes[offset..<offset + word.count], word).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  private static let word = Array("following".utf8)

  /// `the following 12 reports`, `description of the five U.S. strikes`
  private static func starts(_ run: TokenRun, at index: Int) -> Bool {
    let isList = run.isWord(index, "following") && run.isWord(index - 1, "the")
    let isDescription = run.lengthOfWords(["description", "of"], at: index) != nil
    guard isList || isDescription else { return false }
    return (index + 1...index + 7).contains { run.word($0).map(subjects.contains) == true }
  }
}
