/// A direction of the compass as a text names it, and how exactly that is meant.
struct Heading: Hashable, Sendable {
  /// Clockwise from north.
  let bearingDegrees: Double
  /// Half of the angle that the word covers: `north` is anything between northwest and northeast, `northeast` anything
  /// between its neighbors among eight winds, `north-northeast` among sixteen (P. F. Zermoglio et al., Georeferencing
  /// Quick Reference Guide, 2020, “Offset – Heading only”; A. D. Chapman and J. R. Wieczorek, Georeferencing Best
  /// Practices, 2020, “Uncertainty Related to Heading”).
  let imprecisionDegrees: Double
  /// `north-northeast`.
  let name: String

  /// The sixteen winds, clockwise, by the letters they are made of.
  private static let winds = [
    "n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw",
  ]
  private static let letterNames: [Character: String] = ["n": "north", "e": "east", "s": "south", "w": "west"]

  /// The words for the four directions, and the letter of each. Policy table; Arabic ones, in either script, only count
  /// after a distance, since they stand in many names.
  private static let english: [(word: String, letter: Character)] = [
    ("north", "n"), ("east", "e"), ("south", "s"), ("west", "w"), ("n", "n"), ("e", "e"), ("s", "s"), ("w", "w"),
  ]
  private static let arabic: [(word: String, letter: Character)] = [
    ("shamal", "n"), ("shimal", "n"), ("shamali", "n"), ("shimali", "n"), ("sharq", "e"), ("sharqi", "e"),
    ("sharki", "e"), ("janub", "s"), ("janoub", "s"), ("janubi", "s"), ("janoubi", "s"), ("gharb", "w"),
    ("gharbi", "w"), ("شمال", "n"), ("شمالي", "n"), ("شرق", "e"), ("شرقي", "e"), ("جنوب", "s"), ("جنوبي", "s"),
    ("غرب", "w"), ("غربي", "w"),
  ]

  /// The one of the sixteen winds that a bearing is nearest to: `north-northeast`.
  static func name(ofBearing degrees: Double) -> String {
    let number = Int((degrees / 22.5).rounded()) % winds.count
    return Heading(letters: winds[number])?.name ?? ""
  }

  /// Whether the word holds for a direction in degrees clockwise from north.
  /// - Parameter slackDegrees: how much farther off it may be at either side.
  func covers(_ degrees: Double, slackDegrees: Double = 0) -> Bool {
    let difference = abs(degrees - bearingDegrees)
    return min(difference, 360 - difference) <= imprecisionDegrees + slackDegrees
  }

  /// The letters of the winds it is made of: `ne`.
  var winds: String { Self.winds[Int(bearingDegrees / 22.5)] }

  /// The wind of some letters.
  private init?(letters: String) {
    guard let number = Self.winds.firstIndex(of: letters) else { return nil }
    bearingDegrees = 22.5 * Double(number)
    imprecisionDegrees = number % 4 == 0 ? 45 : number % 4 == 2 ? 22.5 : 11.25
    let names = letters.compactMap { Self.letterNames[$0] }
    name = names.count == 3 ? names[0] + "-" + names[1] + names[2] : names.joined()
  }

  /// The direction that the longest run of words at the start says, and how many words that is: `north`, `north-west`,
  /// `N N E`, `shamal gharb`.
  static func read(_ words: ArraySlice<PhraseWord>) -> (heading: Heading, count: Int, isArabic: Bool)? {
    for table in [english, arabic] {
      var letters = ""
      var best: (Heading, Int, Bool)?
      for (count, word) in words.prefix(3).enumerated() {
        let parts = word.lower.split(separator: "-").map { Self.letters(of: $0, table) }
        guard !parts.contains(nil) else { break }
        letters += parts.compactMap(\.self).joined()
        if let heading = Heading(letters: letters) { best = (heading, count + 1, table[0].word != "north") }
      }
      if let best { return best }
    }
    return nil
  }

  /// The letters of one or more direction words written together: `northnorthwest`, `NNW`.
  private static func letters(
    of text: some StringProtocol, _ table: [(word: String, letter: Character)]
  ) -> String? {
    if text.isEmpty { return "" }
    for row in table where text.hasPrefix(row.word) {
      if let rest = letters(of: text.dropFirst(row.word.count), table) { return String(row.letter) + rest }
    }
    return nil
  }
}
