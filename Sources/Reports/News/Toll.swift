import Incidents

/// Who was killed and injured, as a clause states it.
struct Toll {
  private(set) var groups: [CasualtyGroup] = []
  /// From the first word of harm, or the people before it, to the last.
  private(set) var tokens: Range<Int>?
  /// Where the first word of harm stands.
  private(set) var harmIndex: Int?

  /// Whether the text says of a number that it is not exact.
  private(set) var isApproximate = false

  private var pending: [PeopleGroup] = []
  /// Who the groups before were: what `13 others` are too.
  private var lastVictims: Victims?
  private let run: TokenRun

  init(_ run: TokenRun, _ clause: Range<Int>) {
    self.run = run
    var index = clause.lowerBound
    while index < clause.upperBound {
      if let date = NewsDate.tokens(run, at: index) {
        index = date.upperBound
      } else if let harm = run.phrase(NewsWords.harms, at: index), !isNoun(index) {
        index = read(harm.value, index..<index + harm.length, before: clause.upperBound)
      } else if let group = PeopleGroup(run, at: index, before: clause.upperBound) {
        note(group)
        index = max(index + 1, group.tokens.upperBound)
      } else {
        index += 1
      }
    }
    // `ten and five civilians respectively`: which number is whose is not read.
    if run.contains(anyOf: ["respectively"], in: clause) { groups = [] }
  }

  /// Keeps a group for the harm that may follow. Those after *including* are a part of those before.
  private mutating func note(_ group: PeopleGroup) {
    var group = group
    if isPart(group) {
      // `two of them were wounded`; not `eight of them children`.
      group.tokens = group.tokens.lowerBound..<group.tokens.upperBound + 2
      guard isFollowedByHarm(group) else { return }
    }
    let start = group.tokens.lowerBound
    let isAmong = ["them", "whom"].contains(run.word(start - 1)) && run.isWord(start - 2, "among")
    if ["including", "among", "by"].contains(run.word(start - 1)) || isAmong { return }
    let isJoined = pending.last.map { isJoint($0.tokens.upperBound..<group.tokens.lowerBound) } ?? false
    pending = isJoined ? pending + [group] : [group]
  }

  /// `eight of them children`: a part of those before.
  private func isPart(_ group: PeopleGroup) -> Bool {
    run.isWord(group.tokens.upperBound, "of")
      && ["them", "whom", "which"].contains(run.word(group.tokens.upperBound + 1))
  }

  private func isJoint(_ range: Range<Int>) -> Bool {
    range.count <= 2 && range.allSatisfy { run.isMark($0, ",") || run.isWord($0, "and") }
  }

  /// Takes a word of harm: of the people before it (`were killed`, `three dead`) or after it (`killed one civilian`).
  private mutating func read(_ harm: Casualties.Harm, _ words: Range<Int>, before limit: Int) -> Int {
    if let end = endOfAlternative(words.upperBound) {
      extend(words.lowerBound..<end)
      pending = []
      return end
    }
    if !isPassive(words), let end = readObjects(harm, words, before: limit) { return end }
    guard let last = pending.last,
      isPassive(words) || last.tokens.upperBound == words.lowerBound
        || run.word(words.lowerBound).map(NewsWords.dying.contains) ?? false
    else {
      // Harm without a number still happened: `militants killed the mayor`, `the mayor was killed`.
      if isPassive(words) || isObject(words.upperBound) { extend(words) }
      return words.upperBound
    }
    if isApart(last.tokens.upperBound..<words.lowerBound) {
      pending = []
      return words.upperBound
    }
    for group in pending { take(harm, group) }
    extend((pending.first?.tokens.lowerBound ?? words.lowerBound)..<words.upperBound)
    pending = []
    return words.upperBound
  }

  /// Whether another clause begins between people and a word of harm.
  private func isApart(_ range: Range<Int>) -> Bool {
    range.contains { index in
      ["but", "while", "when", "because", "although", "nobody"].contains(run.word(index))
        || (run.isMark(index, ",") && run.isWord(index + 1, "and")) || run.isMark(index, ";")
    }
  }

  /// `the wounded`, `their dead`, `twelve wounded fighters`
  private func isNoun(_ index: Int) -> Bool {
    guard run.word(index)?.hasSuffix("ing") == false else { return false }
    let isAttribute = pending.last.map { $0.tokens.upperBound == index && $0.victims == nil } ?? false
    if isAttribute, let noun = run.word(index + 1), NewsWords.persons[noun] != nil { return true }
    return ["the", "their", "his", "its", "of"].contains(run.word(index - 1))
  }

  /// Whether someone is named whom the harm befell: `killed the mayor`.
  private func isObject(_ index: Int) -> Bool {
    guard run[index]?.kind == .word else { return false }
    let word = run.word(index) ?? ""
    return ["the", "a", "an"].contains(word) || NewsWords.possessives.contains(word) || run.startsUppercase(index)
  }

  /// Whether an exact number of people is stated.
  var isExact: Bool {
    groups.contains { group in [group.killed, group.injured].contains { $0?.max != nil } }
  }

  /// The number, when there is but one: of people killed or of people injured.
  var soleCount: CountRange? {
    let counts = groups.flatMap { [$0.killed, $0.injured].compactMap(\.self) }
    return counts.count == 1 ? counts.first : nil
  }

  /// Whether all that is said is that nobody was harmed.
  var isZero: Bool {
    !groups.isEmpty && groups.allSatisfy { ($0.killed?.max ?? 0) == 0 && ($0.injured?.max ?? 0) == 0 && isBounded($0) }
  }

  private func isBounded(_ group: CasualtyGroup) -> Bool {
    [group.killed, group.injured].compactMap(\.self).allSatisfy { $0.max != nil }
  }

  /// The people after a word of harm; nil when there are none.
  private mutating func readObjects(_ harm: Casualties.Harm, _ words: Range<Int>, before limit: Int) -> Int? {
    if ["them", "all"].contains(run.word(words.upperBound)), !pending.isEmpty {
      for group in pending { take(harm, group) }
      extend((pending.first?.tokens.lowerBound ?? words.lowerBound)..<words.upperBound + 1)
      pending = []
      return words.upperBound + 1
    }
    var end = words.upperBound
    var found = false
    var start = end
    while let group = PeopleGroup(run, at: start, before: limit), !isFollowedByHarm(group) || !found,
      !isPart(group)
    {
      take(harm, group)
      (end, found) = (group.tokens.upperBound, true)
      let next = (end..<end + 2).first { !run.isMark($0, ",") && !run.isWord($0, "and") } ?? end + 2
      guard next > end else { break }
      start = next
    }
    guard found else { return nil }
    pending = []
    extend(words.lowerBound..<end)
    return end
  }

  /// `and five wounded`, `and two others were injured`: the next harm's people, not this one's.
  private func isFollowedByHarm(_ group: PeopleGroup) -> Bool {
    var index = group.tokens.upperBound
    while let word = run.word(index), NewsWords.auxiliaries.contains(word) || word.hasSuffix("ly") { index += 1 }
    return run.phrase(NewsWords.harms, at: index) != nil
  }

  private func isPassive(_ words: Range<Int>) -> Bool {
    var before = words.lowerBound - 1
    while let word = run.word(before), word.hasSuffix("ly") || word == "also" || word == "later" { before -= 1 }
    return run.word(before).map(NewsWords.auxiliaries.contains) ?? false
  }

  /// `killed or injured`, `killed and wounded`: one number for both is a number for neither.
  private func endOfAlternative(_ index: Int) -> Int? {
    guard run.isWord(index, "or") || run.isWord(index, "and"), let harm = run.phrase(NewsWords.harms, at: index + 1)
    else { return nil }
    let end = index + 1 + harm.length
    return PeopleGroup(run, at: end, before: end + 8) == nil ? end : nil
  }

  private mutating func take(_ harm: Casualties.Harm, _ group: PeopleGroup) {
    let victims = group.victims ?? lastVictims ?? .unknown
    lastVictims = victims
    isApproximate = isApproximate || group.isApproximate
    let index = groups.firstIndex { $0.victims == victims } ?? groups.count
    if index == groups.count { groups.append(CasualtyGroup(victims: victims)) }
    switch harm {
    case .killed: groups[index].killed = groups[index].killed.map { $0 + group.count } ?? group.count
    case .injured: groups[index].injured = groups[index].injured.map { $0 + group.count } ?? group.count
    }
  }

  private mutating func extend(_ range: Range<Int>) {
    harmIndex = harmIndex ?? range.lowerBound
    tokens = (tokens?.lowerBound ?? range.lowerBound)..<max(tokens?.upperBound ?? 0, range.upperBound)
  }
}
