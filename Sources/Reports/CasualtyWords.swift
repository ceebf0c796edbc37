/// The words that casualty sentences are made of.
enum CasualtyWords {
  private static let harms: [String: Casualties.Harm] = [
    "killed": .killed, "killing": .killed, "died": .killed, "dead": .killed, "death": .killed, "deaths": .killed,
    "injured": .injured, "injuring": .injured, "wounded": .injured, "wounding": .injured, "hurt": .injured,
    "injury": .injured, "injuries": .injured,
  ]
  /// Harms that can be counted themselves.
  static let harmNouns: [String: Casualties.Harm] = [
    "death": .killed, "deaths": .killed, "fatality": .killed, "fatalities": .killed, "injury": .injured,
    "injuries": .injured,
  ]
  /// Words for people who are not called combatants.
  private static let persons: Set<String> = [
    "civilian", "civilians", "person", "persons", "people", "individual", "individuals", "noncombatant",
    "noncombatants", "man", "men", "woman", "women", "child", "children", "boy", "boys", "girl", "girls", "adult",
    "adults", "infant", "infants", "bystander", "bystanders", "villager", "villagers", "resident", "residents",
  ]
  /// Words that stand for people named before.
  static let others: Set<String> = ["other", "others", "more", "additional", "further"]
  /// Words between a harm and those it struck: `deaths of two civilians`.
  static let links: Set<String> = ["of", "to", "for"]

  private static let qualifiers: Set<String> = [
    "innocent", "local", "likely", "possible", "possibly", "unintended", "unintentional", "unarmed", "elderly", "young",
    "adult", "male", "female", "unidentified", "also", "non",
  ]
  private static let auxiliaries: Set<String> = [
    "was", "were", "is", "are", "been", "being", "be", "have", "had", "has",
  ]
  private static let hearsay: Set<String> = [
    "alleged", "alleging", "alleges", "allege", "claimed", "claiming", "claims",
  ]

  /// Words that make of a wound a death.
  private static let deadly: Set<String> = ["fatally", "mortally"]

  static func harm(_ run: TokenRun, at index: Int) -> Casualties.Harm? {
    guard let harm = run.word(index).flatMap({ harms[$0] }) else { return nil }
    return run.word(index - 1).map(deadly.contains) == true ? .killed : harm
  }

  /// Whether the word names people who are not called combatants: `civilians`, `non-combatants`.
  static func isPerson(_ run: TokenRun, at index: Int, _ word: String) -> Bool {
    if persons.contains(word) { return true }
    return ["combatant", "combatants"].contains(word) && (run.isWord(index - 1, "non") || run.isWord(index - 2, "non"))
  }

  /// Whether the word makes a sentence one about what others say.
  static func isHearsay(_ word: String?) -> Bool { word.map(hearsay.contains) ?? false }

  /// Whether the number after the word counts a part of those counted before: `sixteen civilians, including …`.
  static func isPart(_ word: String?) -> Bool { word == "including" || word == "among" }

  static func isQualifier(_ word: String) -> Bool { qualifiers.contains(word) || word.hasSuffix("ly") }

  /// Whether the word may come right after a number that stands for people: `one was injured`, `two injured`.
  static func follows(_ word: String) -> Bool {
    auxiliaries.contains(word) || harms[word] != nil || word == "and" || word == "or"
  }

  /// Whether the harm befell the people before it: only *were*, *unintentionally* and alike stand between, or an
  /// auxiliary stands right before it.
  static func isPassive(_ run: TokenRun, at index: Int, subjectEnd: Int) -> Bool {
    if run.isWord(index, "died") { return true }
    var before = index - 1
    while before >= subjectEnd, let word = run.word(before), isQualifier(word) || word == "may" { before -= 1 }
    return before < subjectEnd || run.word(before).map(auxiliaries.contains) ?? false
  }

  /// The index after `killed or injured`, `killed and injured`: one number for both, so a number for neither.
  static func alternative(_ run: TokenRun, after index: Int) -> Int? {
    var next = index + 1
    while run.isWord(next, "and") || run.isWord(next, "or") || run.isMark(next, "/") { next += 1 }
    guard next > index + 1, let word = run.word(next), harms[word] != nil, harmNouns[word] == nil,
      !word.hasSuffix("ing")
    else { return nil }
    return next + 1
  }
}
