import Incidents

/// Who did it, where a clause says so.
enum Actors {
  private static let longest = 6
  private static let joints: Set<String> = ["of", "state"]

  /// The words for the actor: the subject before an active verb, or what stands behind *by*.
  static func find(_ clause: Clause) -> (words: String, who: Victims)? {
    let run = clause.run
    guard !(run.word(clause.firstHarm).map(NewsWords.findings.contains) ?? false) else { return nil }
    let verb = clause.attack ?? clause.trigger
    let start = min(clause.trigger.lowerBound, verb.lowerBound)
    if let by = (start..<min(clause.range.upperBound, verb.upperBound + 3)).first(where: { run.isWord($0, "by") }) {
      return after(run, by + 1, before: clause.range.upperBound)
    }
    let action = min(clause.attack?.lowerBound ?? clause.firstHarm, clause.firstHarm)
    guard !isPassive(run, action) else { return nil }
    for index in (clause.range.lowerBound..<max(clause.range.lowerBound, action)).reversed() {
      guard let who = agent(run, index) else { continue }
      let phrase = startOfPhrase(run, index, clause.range.lowerBound)..<index + 1
      return (run.text(phrase), who)
    }
    return nil
  }

  private static func after(_ run: TokenRun, _ start: Int, before limit: Int) -> (words: String, who: Victims)? {
    let end = min(limit, start + longest)
    guard start < end, let last = (start..<end).last(where: { agent(run, $0) != nil }), let who = agent(run, last)
    else {
      return nil
    }
    let stop = (start..<last).contains { run.isMark($0, ",") || ["in", "on", "near", "at"].contains(run.word($0)) }
    return stop ? nil : (run.text(start..<last + 1), who)
  }

  private static func agent(_ run: TokenRun, _ index: Int) -> Victims? {
    guard let word = run.word(index) else { return nil }
    if let who = NewsWords.persons[word] {
      let force = force(run, index)
      if who == .attackers || who == .securityForces { return force == .securityForces ? force : who }
      return who == .unknown ? force : nil
    }
    if NewsWords.agents.contains(word) { return force(run, index) ?? .securityForces }
    guard run.startsUppercase(index), let force = NewsWords.forces[word], word != "islamic", word != "is" || index > 0
    else { return nil }
    return force
  }

  /// Whose the agent is, by the words right before it.
  private static func force(_ run: TokenRun, _ index: Int) -> Victims? {
    (max(0, index - 3)..<index).lazy.compactMap { before in
      run.startsUppercase(before) || !run.isWord(before, "is") ? run.word(before).flatMap { NewsWords.forces[$0] } : nil
    }.first
  }

  private static func startOfPhrase(_ run: TokenRun, _ index: Int, _ limit: Int) -> Int {
    var start = index
    while start > limit, index - start < longest, let word = run.word(start - 1) {
      let isDeterminer = ["a", "an", "the", "two", "three", "four"].contains(word)
      let isStop = NewsWords.stops.contains(word) && !(word == "is" && run.startsUppercase(start - 1))
      guard isDeterminer || !isStop || joints.contains(word) else { break }
      start -= 1
      if isDeterminer && !run.isWord(start - 1, "of") { break }
    }
    return start
  }

  private static func isPassive(_ run: TokenRun, _ index: Int) -> Bool {
    var before = index - 1
    while let word = run.word(before), word.hasSuffix("ly") { before -= 1 }
    return run.word(before).map(NewsWords.auxiliaries.contains) ?? false
  }
}
