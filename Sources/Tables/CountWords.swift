import Incidents

/// Numbers of people with words or signs before them: `at least 5`, `>5`, `up to 12`, `~5`. Policy table.
enum CountWords {
  private enum Bound { case atLeast, moreThan, atMost, fewerThan, about }

  /// Longer ones before those they begin with.
  private static let bounds: [(words: String, bound: Bound)] = [
    ("at least", .atLeast), ("a minimum of", .atLeast), ("minimum", .atLeast), ("min.", .atLeast), (">=", .atLeast),
    ("≥", .atLeast), ("more than", .moreThan), ("over", .moreThan), (">", .moreThan), ("at most", .atMost),
    ("up to", .atMost), ("maximum", .atMost), ("max.", .atMost), ("<=", .atMost), ("≤", .atMost),
    ("fewer than", .fewerThan), ("less than", .fewerThan), ("under", .fewerThan), ("<", .fewerThan),
    ("approximately", .about), ("approx.", .about), ("about", .about), ("around", .about), ("circa", .about),
    ("ca.", .about), ("c.", .about), ("~", .about), ("≈", .about),
  ]

  /// The range that a text with such words means; nil for one without. As in texts, `about 5` is 5.
  /// - Parameter number: reads what follows the words.
  static func range(_ text: String, number: (Substring) -> Int?) -> CountRange? {
    let plain = text.lowercased()
    guard let (words, bound) = bounds.first(where: { plain.hasPrefix($0.words) }) else { return nil }
    let rest = plain.dropFirst(words.count)
    // “over” is no word of “overall 5”.
    if words.last?.isLetter == true, rest.first?.isLetter == true { return nil }
    guard let count = number(rest) else { return nil }
    switch bound {
    case .atLeast: return CountRange(min: count, max: nil)
    case .moreThan: return CountRange(min: count + 1, max: nil)
    case .atMost: return CountRange(min: 0, max: count)
    case .fewerThan: return count > 0 ? CountRange(min: 0, max: count - 1) : nil
    case .about: return CountRange(count)
    }
  }
}
