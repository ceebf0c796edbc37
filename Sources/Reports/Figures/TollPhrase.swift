import Incidents

/// Killed and injured as a sentence of monthly figures writes them: `(07 killed, 19 injured)`, `(105 killed 169 injured)`,
/// `572 civilian casualties with 128 killed`, `none killed`.
struct TollPhrase {
  enum Count { case killed, injured, casualties }

  var toll = MonthlyFigures.Toll()
  /// From the first number to the last counted word.
  private(set) var tokens: Range<Int>

  private static let counted: [String: Count] = [
    "killed": .killed, "dead": .killed, "deaths": .killed, "fatalities": .killed, "died": .killed, "injured": .injured,
    "wounded": .injured, "injuries": .injured, "casualties": .casualties,
  ]
  /// Words that may stand between a number and what it counts.
  private static let between: Set<String> = [
    "civilian", "civilians", "iraqi", "iraqis", "people", "persons", "individuals", "others", "other", "were", "was",
    "are", "of", "have", "been", "which", "whom", "reportedly", "also", "including", "police", "total",
  ]
  /// Words that may stand between two numbers of one toll.
  private static let joints: Set<String> = [
    "and", "another", "with", "of", "which", "whom", "including", "further", "additional", "a", "an", "in", "all",
  ]
  private static let longestGap = 7

  /// The tolls of a range, in order.
  static func all(_ run: TokenRun, _ range: Range<Int>) -> [TollPhrase] {
    var phrases: [TollPhrase] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let found = number(run, at: index, before: range.upperBound) else {
        index += 1
        continue
      }
      if let last = phrases.last, last.toll[found.count] == nil, run.joins(last.tokens.upperBound..<index, joints) {
        phrases[phrases.count - 1].add(found.count, found.number, found.end)
      } else {
        phrases.append(TollPhrase(found.count, found.number, index..<found.end))
      }
      index = found.end
    }
    return phrases
  }

  private init(_ count: Count, _ number: Cited<Int>, _ tokens: Range<Int>) {
    self.tokens = tokens
    toll[count] = number
  }

  private mutating func add(_ count: Count, _ number: Cited<Int>, _ end: Int) {
    toll[count] = number
    tokens = tokens.lowerBound..<end
  }

  private typealias Found = (count: Count, number: Cited<Int>, end: Int)

  /// A number, what it counts, and the index after that; nil when it counts something else.
  private static func number(_ run: TokenRun, at start: Int, before limit: Int) -> Found? {
    let none = run.isWord(start, "none") || run.isWord(start, "no")
    guard let read = none ? (0, start + 1) : NumberWords.read(run, at: start), let span = run.span(start..<read.1)
    else {
      return nil
    }
    for index in read.1..<max(read.1, min(limit, read.1 + longestGap)) {
      if let word = run.word(index) {
        if let count = counted[word] { return (count, Cited(read.0, span), index + 1) }
        guard between.contains(word) else { return nil }
      } else if !run.isMark(index, ",*") {
        return nil
      }
    }
    return nil
  }
}

extension MonthlyFigures.Toll {
  fileprivate subscript(count: TollPhrase.Count) -> Cited<Int>? {
    get {
      switch count {
      case .killed: killed
      case .injured: injured
      case .casualties: casualties
      }
    }
    set {
      switch count {
      case .killed: killed = newValue
      case .injured: injured = newValue
      case .casualties: casualties = newValue
      }
    }
  }
}

extension TokenRun {
  /// Whether nothing but marks and the given words stands in a range.
  func joins(_ range: Range<Int>, _ words: Set<String>) -> Bool {
    range.allSatisfy { isMark($0, ",(:-") || word($0).map(words.contains) ?? false }
  }
}
