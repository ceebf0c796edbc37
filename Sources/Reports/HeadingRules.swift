import Incidents

/// What the heading of a list says about the entries under it.
struct HeadingRule {
  /// The words of the heading, lowercase, in the singular and the plural; hyphens between them are free.
  let singular, plural: [String]
  let assessment: Assessment
}

extension HeadingRule {
  /// The headings of all years.
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
    HeadingRule("previously assessed credible report", .credible),
    HeadingRule("previously reported credible report", .credible),
    HeadingRule("open report", .open),
    HeadingRule("open allegation", .open),
    HeadingRule("reopened report", .open),
    HeadingRule("re opened report", .open),
    HeadingRule("duplicate report", .duplicate),
    HeadingRule("duplicate allegation", .duplicate),
  ]

  private init(_ words: String, _ assessment: Assessment) {
    singular = words.split(separator: " ").map(String.init)
    plural = (words + "s").split(separator: " ").map(String.init)
    self.assessment = assessment
  }

  /// The first two words of headings.
  private static let beginnings = Set(all.map { Array($0.singular.prefix(2)) })
    .sorted { $0.lexicographicallyPrecedes($1) }.map { $0.map { Array($0.utf8) } }

  /// The first letters of headings, both cases: a byte that is none of these starts no heading.
  static let mayStart: [Bool] = {
    var letters = [Bool](repeating: false, count: 256)
    for byte in all.compactMap(\.singular.first?.utf8.first) {
      letters[Int(byte)] = true
      letters[Int(byte & 0xDF)] = true
    }
    return letters
  }()

  /// Whether a heading may start at a byte: a cheap test before the text there is cut into tokens.
  static func mayStart(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard mayStart[Int(bytes[offset])] else { return false }
    return beginnings.contains { words in
      guard let end = skip(words[0], bytes, offset) else { return false }
      var next = end
      while next < bytes.count, next < end + 8, !isLetterASCII(bytes[next]) { next += 1 }
      return skip(words[1], bytes, next) != nil
    }
  }

  /// The offset after a word, when it stands at an offset.
  private static func skip(_ word: [UInt8], _ bytes: [UInt8], _ offset: Int) -> Int? {
    guard offset + word.count <= bytes.count else { return nil }
    for index in word.indices where lowercaseASCII(bytes[offset + index]) != word[index] { return nil }
    return offset + word.count
  }

  /// The number of tokens the heading takes at a token.
  fileprivate func length(in run: TokenRun, at index: Int) -> Int? {
    run.lengthOfWords(plural, at: index) ?? run.lengthOfWords(singular, at: index)
  }
}

/// A heading in the text.
struct Heading {
  let assessment: Assessment
  let span: ByteSpan

  /// The most tokens that a heading takes.
  static let tokenLimit = 12

  /// A sentence that stands where a heading would.
  init(_ lead: LeadSentence) { (assessment, span) = (lead.assessment, lead.span) }

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
    guard let first = run[index], HeadingRule.mayStart(run.bytes, at: first.start) else { return nil }
    for rule in HeadingRule.all {
      guard let length = rule.length(in: run, at: index), let span = run.span(index..<index + length) else { continue }
      // The number of the entries may follow: “Open Reports (12)”.
      let isCounted = run.isMark(index + length, "(") && run[index + length + 1]?.kind == .number
      let next = index + length + (isCounted && run.isMark(index + length + 2, ")") ? 3 : 0)
      guard run[next] == nil || run.isMark(next, closing) || run.gap(next) >= .lineBreak else { continue }
      (assessment, self.span) = (rule.assessment, span)
      return
    }
    return nil
  }
}
