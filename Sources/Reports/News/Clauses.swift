import Incidents

/// Cuts a sentence into what is claimed, by whom, and into the incidents it joins.
enum Clauses {
  /// What a sentence claims, and the words that say who claims it.
  static func claim(_ run: TokenRun, _ sentence: Range<Int>) -> (claim: Range<Int>, attribution: Range<Int>?) {
    let attacks = Set(Clause.attacks(run, sentence).map(\.lowerBound))
    guard let trigger = sentence.first(where: { run.phrase(NewsWords.harms, at: $0) != nil || attacks.contains($0) })
    else { return (sentence, nil) }
    let verbs = sentence.filter { run.word($0).map(NewsWords.reports.contains) ?? false }
    if let verb = verbs.last(where: { $0 < trigger }) {
      let start = startOfClaim(run, verb, trigger)
      return (start..<sentence.upperBound, sentence.lowerBound..<start)
    }
    guard let verb = verbs.first(where: { $0 > trigger }) else { return (sentence, nil) }
    let end = (trigger..<verb).last { run.isMark($0, ",") } ?? verb
    return (sentence.lowerBound..<end, end..<sentence.upperBound)
  }

  /// Behind *that*, or the comma of `according to police, …`, or the verb.
  private static func startOfClaim(_ run: TokenRun, _ verb: Int, _ trigger: Int) -> Int {
    if let that = (verb..<min(trigger, verb + 10)).first(where: { run.isWord($0, "that") }) { return that + 1 }
    if run.isWord(verb, "according"), let comma = (verb..<trigger).first(where: { run.isMark($0, ",") }) {
      return comma + 1
    }
    // `said late on Monday`: when it was said.
    let lead = (verb + 1..<trigger).prefix { run.contains(anyOf: ["on", "late", "early"], in: $0..<$0 + 1) }
    return RelativeDay(run, at: lead.endIndex)?.tokens.upperBound ?? verb + 1
  }

  private static let joints: Set<String> = ["and", "while", "but"]

  /// The parts of a claim that tell of an incident each: both sides of a joint have words of harm and a place.
  static func incidents(_ run: TokenRun, _ claim: Range<Int>, _ finder: PlaceFinder) -> [Range<Int>] {
    for index in claim where run.isMark(index, ";") || run.word(index).map(joints.contains) ?? false {
      let (left, right) = (claim.lowerBound..<index, index + 1..<claim.upperBound)
      guard tells(run, left, finder), tells(run, right, finder), !startsWithHarm(run, index + 1) else { continue }
      return [left] + incidents(run, right, finder)
    }
    return [claim]
  }

  private static func tells(_ run: TokenRun, _ range: Range<Int>, _ finder: PlaceFinder) -> Bool {
    Clause.isHarm(run, range) && !finder.places(range).isEmpty
  }

  /// `and wounded 13 others`, `and was killed`: more about the same incident.
  private static func startsWithHarm(_ run: TokenRun, _ index: Int) -> Bool {
    var start = index
    while let word = run.word(start), NewsWords.auxiliaries.contains(word) || word.hasSuffix("ly") { start += 1 }
    return run.phrase(NewsWords.harms, at: start) != nil || run.phrase(NewsWords.attacks, at: start) != nil
  }
}
