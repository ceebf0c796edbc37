import Incidents

/// What the heading of a list says about the entries under it.
struct HeadingRule {
  /// The words of the heading, lowercase; hyphens between them are free.
  let words: [String]
  let assessment: Assessment
}

extension HeadingRule {
  /// The headings of all years. The last word stands for its plural too.
  static let all: [HeadingRule] = [
    HeadingRule("credible report", .credible),
    HeadingRule("credible incident", .credible),
    HeadingRule("credible allegation", .credible),
    HeadingRule("previously unreported credible report", .credible),
    HeadingRule("non credible report", .nonCredible),
    HeadingRule("noncredible report", .nonCredible),
    HeadingRule("not credible report", .nonCredible),
    HeadingRule("non credible incident", .nonCredible),
    HeadingRule("non credible allegation", .nonCredible),
    HeadingRule("previously assessed non credible report", .nonCredible),
    HeadingRule("open report", .open),
    HeadingRule("open allegation", .open),
    HeadingRule("reopened report", .open),
    HeadingRule("re opened report", .open),
    HeadingRule("duplicate report", .duplicate),
    HeadingRule("duplicate allegation", .duplicate),
  ]

  private init(_ words: String, _ assessment: Assessment) {
    self.words = words.split(separator: " ").map(String.init)
    self.assessment = assessment
  }

  /// The words that headings start with.
  private static let firstWords = Set(all.compactMap(\.words.first)).sorted().map { Array($0.utf8) }

  /// Whether a heading may start at a byte: a cheap test before the text there is cut into tokens.
  static func mayStart(_ bytes: [UInt8], at offset: Int) -> Bool {
    let first = lowercaseASCII(bytes[offset])
    return firstWords.contains { word in
      guard first == word[0], offset + word.count <= bytes.count else { return false }
      return word.indices.allSatisfy { lowercaseASCII(bytes[offset + $0]) == word[$0] }
    }
  }

  /// The number of tokens the heading takes at a token.
  fileprivate func length(in run: TokenRun, at index: Int) -> Int? {
    guard let last = words.last else { return nil }
    return run.lengthOfWords(words, at: index) ?? run.lengthOfWords(words.dropLast() + [last + "s"], at: index)
  }
}

/// A heading in the text.
struct Heading {
  let assessment: Assessment
  let span: ByteSpan

  /// The most tokens that a heading takes.
  static let tokenLimit = 12

  /// The heading at the start of a line: after bullets and numbers, before a dash, a colon, a full stop or the end of the
  /// line.
  init?(atLineStart run: TokenRun) {
    var index = 0
    while run.isMark(index, "*#\"-•.)(") || (index < 3 && run[index]?.kind == .number) { index += 1 }
    self.init(run, at: index, closing: "-:.*")
  }

  /// The heading inside a line: every word but the small ones with a capital, and a dash or colon after it.
  init?(insideLine run: TokenRun) {
    guard run.startsUppercase(0) else { return nil }
    self.init(run, at: 0, closing: "-:")
    guard let last = (0..<run.count).last(where: { run.tokens[$0].end == span.end }), run.startsUppercase(last),
      run[last + 1] != nil
    else { return nil }
  }

  private init?(_ run: TokenRun, at index: Int, closing: String) {
    for rule in HeadingRule.all {
      guard let length = rule.length(in: run, at: index), let span = run.span(index..<index + length) else { continue }
      let next = index + length
      guard run[next] == nil || run.isMark(next, closing) || run.gap(next) >= .lineBreak else { continue }
      (assessment, self.span) = (rule.assessment, span)
      return
    }
    return nil
  }
}
