import Incidents

/// A stretch of a sentence that may tell of one incident, and what stands in it.
struct Clause {
  let run: TokenRun
  let range: Range<Int>
  let toll: Toll
  /// The first act that is an incident by itself: `opened fire`.
  let attack: Range<Int>?
  let places: [PlaceClue]
  let dates: [NewsDate]

  init?(_ run: TokenRun, _ range: Range<Int>, _ finder: PlaceFinder, _ anchor: DateAnchor) {
    self.run = run
    self.range = range
    toll = Toll(run, range)
    attack = Self.attacks(run, range).first
    guard toll.harmIndex != nil || attack != nil else { return nil }
    places = finder.places(range)
    dates = NewsDate.all(run, range, anchor)
  }

  /// Where the words for what happened stand.
  var trigger: Range<Int> {
    if let harm = toll.harmIndex { return harm..<max(harm + 1, toll.tokens?.upperBound ?? 0) }
    return attack ?? range.lowerBound..<range.lowerBound
  }

  /// Whether a range holds words for harm done or an attack.
  static func isHarm(_ run: TokenRun, _ range: Range<Int>) -> Bool {
    range.contains { run.phrase(NewsWords.harms, at: $0) != nil } || !attacks(run, range).isEmpty
  }

  /// The words for attacks: verbs, not what stands before a noun as in `the burned crops`.
  static func attacks(_ run: TokenRun, _ range: Range<Int>) -> [Range<Int>] {
    range.compactMap { index in
      guard let phrase = run.phrase(NewsWords.attacks, at: index), isVerb(run, index, in: range) else { return nil }
      return index..<index + phrase.length
    }
  }

  private static let notBeforeVerbs: Set<String> = [
    "the", "a", "an", "in", "of", "their", "his", "its", "these", "with",
  ]

  private static func isVerb(_ run: TokenRun, _ index: Int, in range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return false }
    return run.word(index - 1).map { !notBeforeVerbs.contains($0) } ?? false
  }

  /// The place nearest to what happened; one that people come from or go to only when there is no other.
  var place: PlaceClue? {
    let trigger = trigger
    func distance(_ clue: PlaceClue) -> Int {
      let gap = max(clue.tokens.lowerBound - trigger.upperBound, trigger.lowerBound - clue.tokens.upperBound, 0)
      let before = run.word(clue.tokens.lowerBound - 1)
      return gap + (before == "from" || before == "to" ? 50 : 0)
    }
    return places.filter { !$0.isCountry }.min { distance($0) < distance($1) }
  }

  /// The date nearest to what happened.
  var date: NewsDate? {
    let trigger = trigger
    return dates.min {
      abs($0.tokens.lowerBound - trigger.lowerBound) < abs($1.tokens.lowerBound - trigger.lowerBound)
    }
  }

  /// From the clause's start to the last word that the incident is read from. What stands behind it comments.
  var core: Range<Int> {
    let ends = [trigger.upperBound, place?.tokens.upperBound ?? 0, date?.tokens.upperBound ?? 0]
    return range.lowerBound..<min(range.upperBound, ends.max() ?? range.upperBound)
  }

  /// What the clause calls the incident, the nearest to its words of harm; and whether that is one or several.
  var event: (words: String, number: NewsWords.EventNumber)? {
    var found: [(range: Range<Int>, number: NewsWords.EventNumber)] = []
    var index = range.lowerBound
    while index < core.upperBound {
      if let attack, attack.contains(index) {
        index = attack.upperBound
      } else if let phrase = run.phrase(NewsWords.events, at: index) {
        found.append((index..<index + phrase.length, phrase.value))
        index += phrase.length
      } else {
        index += 1
      }
    }
    let start = trigger.lowerBound
    if let nearest = found.min(by: { abs($0.range.lowerBound - start) < abs($1.range.lowerBound - start) }) {
      return (run.text(nearest.range), nearest.number)
    }
    let act =
      attack.flatMap { $0.lowerBound <= firstHarm ? $0 : nil } ?? firstHarm..<firstHarm
      + (run.phrase(NewsWords.harms, at: firstHarm)?.length ?? 1)
    return (run.text(act), .one)
  }

  /// Whether the clause names an event before a token.
  func hasEventNoun(before index: Int) -> Bool {
    (range.lowerBound..<max(range.lowerBound, index)).contains { run.phrase(NewsWords.events, at: $0) != nil }
  }

  /// Whom the attack struck, where the clause says so: `kidnapped six hunters`, `six hunters were kidnapped`.
  var targets: Victims {
    guard let attack else { return .unknown }
    let after = PeopleGroup(run, at: attack.upperBound, before: range.upperBound)
    let isPassive = run.word(attack.lowerBound - 1).map(NewsWords.auxiliaries.contains) ?? false
    let before = (range.lowerBound..<attack.lowerBound).lazy.compactMap { index in
      PeopleGroup(run, at: index, before: attack.lowerBound)
    }.first { isPassive && $0.tokens.upperBound >= attack.lowerBound - 2 }
    return (after ?? before)?.victims ?? .unknown
  }

  /// The first word of harm or attack.
  var firstHarm: Int {
    trigger.first { run.phrase(NewsWords.harms, at: $0) != nil } ?? trigger.lowerBound
  }
}
