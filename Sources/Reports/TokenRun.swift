import Incidents

/// The tokens of a stretch of text, with the questions that parsers ask of them. An index past either end is no token:
/// the answer is no.
struct TokenRun {
  let bytes: [UInt8]
  let tokens: [Token]

  init(_ bytes: [UInt8], _ range: Range<Int>, limit: Int = .max) {
    self.bytes = bytes
    tokens = Tokenizer(bytes: bytes).tokens(range, limit: limit)
  }

  var count: Int { tokens.count }

  subscript(index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// Whether the token is that word, in any case. `word` is lowercase ASCII.
  func isWord(_ index: Int, _ word: String) -> Bool {
    guard let token = self[index], token.kind == .word, token.end - token.start == word.utf8.count else { return false }
    return zip(bytes[token.start..<token.end], word.utf8).allSatisfy { lowercaseASCII($0) == $1 }
  }

  /// The length in tokens of a sequence of words, when it starts at the index. Hyphens between words may be missing.
  func lengthOfWords(_ words: [String], at index: Int) -> Int? {
    var position = index
    for word in words {
      if position > index, isMark(position, "-") { position += 1 }
      guard isWord(position, word) else { return nil }
      position += 1
    }
    return position - index
  }

  func isMark(_ index: Int, _ marks: String) -> Bool {
    guard let token = self[index], token.kind == .mark else { return false }
    return marks.utf8.contains(token.mark)
  }

  /// The word in lowercase; nil when the token is no word.
  func word(_ index: Int) -> String? {
    guard let token = self[index], token.kind == .word else { return nil }
    return String(decoding: bytes[token.start..<token.end].map(lowercaseASCII), as: UTF8.self)
  }

  /// The value of a number in digits; nil when it is none or has more than nine digits.
  func digits(_ index: Int) -> Int? {
    guard let token = self[index], token.kind == .number else { return nil }
    let digits = bytes[token.start..<token.end].filter { (0x30...0x39).contains($0) }
    return digits.count > 9 ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The number of digits of a number in digits.
  func digitCount(_ index: Int) -> Int {
    guard let token = self[index], token.kind == .number else { return 0 }
    return bytes[token.start..<token.end].count { (0x30...0x39).contains($0) }
  }

  func startsUppercase(_ index: Int) -> Bool {
    self[index].map { (0x41...0x5A).contains(bytes[$0.start]) } ?? false
  }

  func startsLowercase(_ index: Int) -> Bool {
    self[index].map { (0x61...0x7A).contains(bytes[$0.start]) } ?? false
  }

  func startsWithDigit(_ index: Int) -> Bool {
    self[index].map { (0x30...0x39).contains(bytes[$0.start]) } ?? false
  }

  /// Whether the mark stands inside of a number or between two that make a position: `4,5`, `43.13,36.34`.
  func isInNumber(_ index: Int) -> Bool {
    startsWithDigit(index - 1) && startsWithDigit(index + 1) && gap(index) == .none && gap(index + 1) == .none
  }

  func gap(_ index: Int) -> Token.Gap { self[index]?.gap ?? .blankLine }

  /// The bytes from the first to the last of some tokens; nil when there are none.
  func span(_ range: Range<Int>) -> ByteSpan? {
    guard let first = self[range.lowerBound], let last = self[range.upperBound - 1], !range.isEmpty else { return nil }
    return ByteSpan(start: first.start, end: last.end)
  }

  /// The words of some tokens as written, each run of white space as one space.
  func words(_ range: Range<Int>) -> Cited<String>? {
    guard let span = span(range) else { return nil }
    return Cited(text(range), span)
  }

  func text(_ range: Range<Int>) -> String {
    var text = ""
    for index in range.clamped(to: tokens.indices) {
      if index > range.lowerBound && tokens[index].gap != .none { text += " " }
      text += String(decoding: bytes[tokens[index].start..<tokens[index].end], as: UTF8.self)
    }
    return text
  }

  /// Whether the mark ends a sentence: a full stop with a new sentence, or nothing, after it. The point of a short
  /// abbreviation (`St. `) does not.
  func endsSentence(_ index: Int) -> Bool {
    guard isMark(index, ".!?") else { return false }
    guard let next = self[index + 1] else { return true }
    if next.gap == .none { return isMark(index + 1, ")\"") && endsSentence(index, lookingPast: index + 1) }
    if isWord(index + 1, "via") || isMonthPoint(index) { return false }
    guard let last = self[index - 1], last.kind == .word else { return true }
    return last.end - last.start > 2 || !startsUppercase(index - 1)
  }

  /// Whether the point is that of a month before its day: `Dec. 1`.
  private func isMonthPoint(_ index: Int) -> Bool {
    self[index + 1]?.kind == .number && DateForms.month(self, index - 1) != nil
  }

  private func endsSentence(_ index: Int, lookingPast closing: Int) -> Bool { gap(closing + 1) != .none }
}

func lowercaseASCII(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

func isLetterASCII(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lowercaseASCII(byte)) }

func isDigitASCII(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

func isCapitalASCII(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
