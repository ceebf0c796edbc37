import Incidents

/// Whether a clause tells of an incident: every reason against it, as one readable list, and how sure it is otherwise.
struct ClauseJudge {
  let clause: Clause
  let sentence: Range<Int>
  let isQuoted: Bool
  /// Whether the only place is that of the official who reports it.
  let hasBorrowedPlace: Bool
  let actor: Victims?
  /// Whether the sentence says before the clause who reports it.
  let isReported: Bool

  private var run: TokenRun { clause.run }
  /// The clause up to the comma behind all that is read from it. What stands behind that comments.
  private var core: Range<Int> {
    let end = clause.core.upperBound
    let comma = (end..<max(end, clause.range.upperBound)).first { run.isMark($0, ",;") }
    return clause.range.lowerBound..<(comma ?? max(end, clause.range.upperBound))
  }

  /// The first reason not to take the clause for an incident; nil when there is none.
  var objection: Objection? {
    let tests: [(Objection, Bool)] = [
      (.quoted, isQuoted),
      (.question, isQuestion),
      (.noPlace, clause.place == nil && !hasBorrowedPlace),
      (.negated, clause.toll.isZero && clause.attack == nil),
      (.total, isOfEach),
      (.bareYear, hasBareYear),
      (.pastPerfect, clause.date == nil && isPerfect),
      (.relative, isRelative),
      (.uncounted, clause.date == nil && clause.attack == nil && clause.toll.groups.isEmpty),
      (.severalEvents, clause.date == nil && clause.event?.number == .many && !clause.toll.isExact),
      (.militaryAct, clause.toll.harmIndex == nil && actor == .securityForces),
    ]
    return tests.first { $0.1 }?.0 ?? ObjectionRule.objection(run, core, sentence)
  }

  /// `each week`; but `one person in each` of several towns is a figure for each.
  private var isOfEach: Bool {
    run.contains(anyOf: ["each"], in: core) && (clause.place?.mentions.count ?? 0) < 2
  }

  private static let questionWords: Set<String> = [
    "who", "what", "when", "where", "why", "how", "did", "was", "were", "is", "are", "do", "does", "has", "have",
    "which",
  ]

  /// A question by its first word; a report may end in one.
  private var isQuestion: Bool {
    run.isMark(sentence.upperBound - 1, "?")
      && (run.word(sentence.lowerBound).map(Self.questionWords.contains) ?? false)
  }

  /// A year without a day: the sentence looks back.
  private var hasBareYear: Bool {
    core.contains { index in
      guard let token = run[index], token.kind == .number, token.end - token.start == 4, let year = run.digits(index)
      else { return false }
      return (1900...2100).contains(year)
        && !(clause.dates.map(\.tokens) + NewsDate.impossible(run, core)).contains { $0.contains(index) }
    }
  }

  /// `the road that was bombed`, `the men who killed two`: it only says which road or men are meant. But `the accident
  /// that killed two` tells of the accident, and a date tells of a day.
  private var isRelative: Bool {
    guard clause.date == nil else { return false }
    if isParticiple { return true }
    if ["whose", "who"].contains(run.word(clause.trigger.lowerBound - 1)) { return true }
    var before = (clause.toll.harmIndex == nil ? clause.trigger.lowerBound : clause.firstHarm) - 1
    while let word = run.word(before), NewsWords.auxiliaries.contains(word) || word.hasSuffix("ly") { before -= 1 }
    guard ["that", "which", "who", "whose"].contains(run.word(before)) else { return false }
    return clause.toll.harmIndex == nil || !clause.hasEventNoun(before: before)
  }

  /// `the two pilots killed near A`: it only says which pilots are meant.
  private var isParticiple: Bool {
    guard let start = clause.toll.tokens?.lowerBound, run.isWord(start - 1, "the"), start < clause.firstHarm else {
      return false
    }
    let words = [run.word(clause.firstHarm), run.word(clause.firstHarm - 1)].compactMap(\.self)
    return !words.contains { NewsWords.dying.contains($0) || NewsWords.auxiliaries.contains($0) || $0.hasSuffix("ly") }
  }

  /// What happened before something else happened; in reported speech just the past.
  private var isPerfect: Bool {
    var before = (clause.toll.harmIndex ?? clause.trigger.lowerBound) - 1
    if let harm = clause.toll.tokens?.first(where: { run.phrase(NewsWords.harms, at: $0) != nil }) { before = harm - 1 }
    while let word = run.word(before), word == "been" || word.hasSuffix("ly") || word == "also" { before -= 1 }
    return ["has", "have"].contains(run.word(before)) || (run.isWord(before, "had") && !isReported)
  }

  /// What the sentence is worth, as a product of one-line factors.
  func confidence(isDateInherited: Bool) -> Double {
    let factors: [(Double, Bool)] = [
      (0.9, true),
      (0.75, hasBorrowedPlace),
      (0.85, clause.toll.groups.isEmpty),
      (0.9, clause.date == nil),
      (0.9, isDateInherited),
      (0.7, run.contains(anyOf: ["reportedly", "apparently", "unconfirmed", "unverified"], in: sentence)),
    ]
    return factors.reduce(1) { $1.1 ? $0 * $1.0 : $0 }
  }
}
