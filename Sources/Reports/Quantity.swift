import Incidents

/// A number of people in words: `five`, `at least 5`, `between three and five`, `3-5`, `no`.
struct Quantity {
  var count: CountRange
  /// The tokens it takes.
  var tokens: Range<Int>
  /// Whether the words say that the number is not exact, without a bound: `about 20`, `nearly 100`.
  var isApproximate = false

  /// What a qualifier makes of the number after it.
  private enum Bound { case atLeast, moreThan, atMost, fewerThan, about, exactly }

  private static let qualifiers: [([String], Bound)] = [
    (["at", "least"], .atLeast), (["a", "minimum", "of"], .atLeast), (["no", "fewer", "than"], .atLeast),
    (["no", "less", "than"], .atLeast),
    (["more", "than"], .moreThan), (["over"], .moreThan),
    (["up", "to"], .atMost), (["as", "many", "as"], .atMost), (["at", "most"], .atMost),
    (["no", "more", "than"], .atMost), (["a", "maximum", "of"], .atMost),
    (["fewer", "than"], .fewerThan), (["less", "than"], .fewerThan),
    (["approximately"], .about), (["about"], .about), (["around"], .about), (["an", "estimated"], .about),
    (["nearly"], .about), (["almost"], .about), (["close", "to"], .about), (["roughly"], .about), (["some"], .about),
    (["an", "additional"], .exactly),
    (["a", "total", "of"], .exactly),
  ]

  private init(_ count: CountRange, _ tokens: Range<Int>) { (self.count, self.tokens) = (count, tokens) }

  /// The quantity that starts at a token; nil when there is none.
  init?(_ run: TokenRun, at start: Int) {
    for (words, bound) in Self.qualifiers {
      guard let length = run.lengthOfWords(words, at: start) else { continue }
      guard let number = Self.range(run, at: start + length) else { return nil }
      self.init(Self.bounded(number.count, bound), start..<number.tokens.upperBound)
      isApproximate = bound == .about
      return
    }
    let isAnother = run.isWord(start, "another")
    if let plain = Self.range(run, at: isAnother ? start + 1 : start) {
      self = plain
    } else if isAnother {
      self.init(CountRange(1), start..<start + 1)
    } else {
      return nil
    }
  }

  private static func bounded(_ count: CountRange, _ bound: Bound) -> CountRange {
    switch bound {
    case .atLeast: CountRange(min: count.min, max: nil)
    case .moreThan: CountRange(min: count.min + 1, max: nil)
    case .atMost: CountRange(min: 0, max: count.max)
    case .fewerThan: CountRange(min: 0, max: max(0, (count.max ?? 0) - 1))
    case .about, .exactly: count
    }
  }

  /// A number, or two with a word or dash of a range between them.
  private static func range(_ run: TokenRun, at start: Int) -> Quantity? {
    let isBetween = run.isWord(start, "between") || run.isWord(start, "from")
    let first = isBetween ? start + 1 : start
    guard let low = NumberWords.read(run, at: first) else { return nil }
    let joinsRange =
      run.isMark(low.end, "-") || run.isWord(low.end, "to") || run.isWord(low.end, "or")
      || (isBetween && run.isWord(low.end, "and"))
    if joinsRange, let high = NumberWords.read(run, at: low.end + 1), low.value <= high.value {
      return Quantity(CountRange(min: low.value, max: high.value), start..<high.end)
    }
    return isBetween ? nil : Quantity(CountRange(low.value), start..<low.end)
  }
}
