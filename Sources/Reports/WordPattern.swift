import Incidents

/// A run with its numbers, which patterns ask for again and again.
struct NumberedRun {
  let run: TokenRun
  /// For each token the number that starts there, and the index after it.
  let numbers: [(value: Int, end: Int)?]
  /// The tokens at which a number starts, ascending.
  let starts: [Int]

  init(_ run: TokenRun) {
    self.run = run
    let numbers = run.tokens.indices.map { NumberWords.read(run, at: $0) }
    self.numbers = numbers
    starts = numbers.indices.filter { numbers[$0] != nil }
  }

  func number(_ index: Int) -> (value: Int, end: Int)? { numbers.indices.contains(index) ? numbers[index] : nil }
}

/// A pattern of words, written in one line: `carried over # *2 reports`.
///
/// - a word matches itself; `report|reports` either; hyphens between words are free
/// - `#` matches a number, in digits or in words
/// - `*3` matches up to three tokens, but neither the end of a sentence nor another number
struct WordPattern {
  private enum Element {
    case words([String])
    case number
    case gap(Int)

    var isNumber: Bool { if case .number = self { true } else { false } }

    /// A word may have a hyphen before it.
    var mostTokens: Int {
      switch self {
      case .words: 2
      case .number: 0
      case .gap(let length): length
      }
    }
  }

  private let elements: [Element]
  /// How many tokens before its first number a match begins at most: a text with few numbers is passed over quickly.
  private let reach: Int

  init(_ pattern: String) {
    elements = pattern.split(separator: " ").map { part in
      if part == "#" { return .number }
      if part.hasPrefix("*"), let length = Int(part.dropFirst()) { return .gap(length) }
      return .words(part.split(separator: "|").map(String.init))
    }
    reach = elements.prefix { !$0.isNumber }.reduce(0) { $0 + $1.mostTokens }
  }

  /// Every number that the pattern finds, in order.
  func numbers(in text: NumberedRun) -> [Cited<Int>] {
    var numbers: [Cited<Int>] = []
    var index = 0
    for start in text.starts {
      index = max(index, start - reach)
      while index <= start {
        var number: Cited<Int>?
        if let end = match(text, elements[...], at: index, &number), let number {
          numbers.append(number)
          index = max(end, index + 1)
        } else {
          index += 1
        }
      }
    }
    return numbers
  }

  private func match(
    _ text: NumberedRun, _ elements: ArraySlice<Element>, at index: Int, _ number: inout Cited<Int>?
  ) -> Int? {
    guard let element = elements.first else { return index }
    let (run, rest) = (text.run, elements.dropFirst())
    switch element {
    case .words(let words):
      let start = run.isMark(index, "-") ? index + 1 : index
      guard words.contains(where: { run.isWord(start, $0) }) else { return nil }
      return match(text, rest, at: start + 1, &number)
    case .number:
      guard let found = text.number(index), let span = run.span(index..<found.end) else { return nil }
      number = Cited(found.value, span)
      return match(text, rest, at: found.end, &number)
    case .gap(let length):
      for skipped in 0...length {
        if let end = match(text, rest, at: index + skipped, &number) { return end }
        if run[index + skipped] == nil || run.isMark(index + skipped, ";") || run.endsSentence(index + skipped)
          || text.number(index + skipped) != nil
        {
          break
        }
      }
      return nil
    }
  }
}
