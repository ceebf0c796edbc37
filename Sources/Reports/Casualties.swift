import Incidents

/// Civilians killed and injured, as the sentences of a narrative state them. Only what is said of civilians counts;
/// where the text is silent, or gives one number for killed and injured together, there is none.
struct Casualties {
  var killed: Cited<CountRange>?
  var injured: Cited<CountRange>?
  /// Whether a later sentence gives another number than the one taken.
  var disagree = false
  /// Whether the text says of a number taken that it is not exact: `about 20`.
  var isApproximate = false

  enum Harm: Sendable { case killed, injured }

  /// People who are counted but not yet said to be harmed.
  private struct Pending {
    var count: CountRange
    var tokens: Range<Int>
  }

  private var pending: Pending?
  private var sawCivilians = false

  init(_ run: TokenRun, _ tokens: Range<Int>) {
    var start = tokens.lowerBound
    for index in tokens where index == tokens.upperBound - 1 || run.isMark(index, ";") || run.endsSentence(index) {
      pending = nil
      if !(start...index).contains(where: { CasualtyWords.isHearsay(run.word($0)) }) {
        readSentence(run, start..<index + 1)
      }
      start = index + 1
    }
    let spans = [killed?.span, injured?.span].compactMap(\.self)
    isApproximate = tokens.contains { index in
      spans.contains { $0.start <= run.tokens[index].start && run.tokens[index].start < $0.end }
        && Quantity(run, at: index)?.isApproximate ?? false
    }
  }

  private mutating func readSentence(_ run: TokenRun, _ sentence: Range<Int>) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if let people = People(run, at: index, before: sentence.upperBound) {
        if !CasualtyWords.isPart(run.word(index - 1)) { note(people, run, from: index) }
        index = max(index + 1, people.tokens.upperBound)
      } else if let harm = CasualtyWords.harm(run, at: index) {
        index = note(harm, run, at: index, before: sentence.upperBound)
      } else {
        index += 1
      }
    }
  }

  /// Takes a counted group: as harmed when the words say so (`five civilian deaths`), else as the coming subject.
  private mutating func note(_ people: People, _ run: TokenRun, from index: Int) {
    guard people.kind != .other else {
      pending = nil
      return
    }
    if people.kind == .civilians { sawCivilians = true }
    guard sawCivilians else { return }
    if let harm = people.harm {
      take(harm, people.count, run.span(people.tokens))
      return
    }
    let isJoined = pending.map { run.joins($0.tokens.upperBound..<index) } ?? false
    if let before = pending, isJoined {
      pending = Pending(count: before.count + people.count, tokens: before.tokens.lowerBound..<people.tokens.upperBound)
    } else {
      pending = Pending(count: people.count, tokens: people.tokens)
    }
  }

  /// Takes a word of harm: of the people before it (`were killed`), or of those after it (`killing two civilians`).
  private mutating func note(_ harm: Harm, _ run: TokenRun, at index: Int, before end: Int) -> Int {
    if let alternative = CasualtyWords.alternative(run, after: index) {
      if let people = pending, people.count == CountRange(0) {
        let span = run.span(people.tokens.lowerBound..<alternative)
        take(.killed, people.count, span)
        take(.injured, people.count, span)
      }
      pending = nil
      return alternative
    }
    if let people = pending, CasualtyWords.isPassive(run, at: index, subjectEnd: people.tokens.upperBound) {
      take(harm, people.count, run.span(people.tokens.lowerBound..<index + 1))
      pending = nil
      return index + 1
    }
    let start = CasualtyWords.links.contains(run.word(index + 1) ?? "") ? index + 2 : index + 1
    guard let people = People(run, at: start, before: end), people.kind != .other else { return index + 1 }
    if people.kind == .civilians { sawCivilians = true }
    if sawCivilians, people.harm == nil { take(harm, people.count, run.span(index..<people.tokens.upperBound)) }
    return people.tokens.upperBound
  }

  private mutating func take(_ harm: Harm, _ count: CountRange, _ span: ByteSpan?) {
    guard let span else { return }
    let known = harm == .killed ? killed : injured
    if let known {
      disagree = disagree || known.value != count
    } else if harm == .killed {
      killed = Cited(count, span)
    } else {
      injured = Cited(count, span)
    }
  }
}

/// A counted group of people: `three civilians`, `nine others`, `one`, `five unintentional civilian deaths`.
private struct People {
  enum Kind { case civilians, unnamed, other }

  var count: CountRange
  var tokens: Range<Int>
  var kind: Kind
  /// When the counted thing is itself a harm: deaths, injuries.
  var harm: Casualties.Harm?

  init?(_ run: TokenRun, at start: Int, before end: Int) {
    let isArticle = run.isWord(start, "a") || run.isWord(start, "an")
    if let quantity = Quantity(run, at: start) {
      (count, tokens) = (quantity.count, quantity.tokens)
    } else if isArticle {
      (count, tokens) = (CountRange(1), start..<start + 1)
    } else {
      return nil
    }
    kind = isArticle ? .other : .unnamed
    for index in tokens.upperBound..<max(tokens.upperBound, min(end, tokens.upperBound + 5)) {
      if run.isMark(index, "-") { continue }
      guard let word = run.word(index) else { break }
      if CasualtyWords.isPerson(run, at: index, word) {
        kind = .civilians
        tokens = tokens.lowerBound..<index + 1
      } else if let harmed = CasualtyWords.harmNouns[word] {
        guard kind == .civilians || kind == .unnamed else { break }
        (harm, tokens) = (harmed, tokens.lowerBound..<index + 1)
        break
      } else if CasualtyWords.others.contains(word) {
        tokens = tokens.lowerBound..<index + 1
      } else if CasualtyWords.isQualifier(word) {
        continue
      } else {
        if kind == .unnamed && !CasualtyWords.follows(word) { kind = .other }
        break
      }
    }
    if isArticle && kind != .civilians { return nil }
  }
}

extension TokenRun {
  /// Whether the tokens only join two lists: nothing, *and*, a comma.
  fileprivate func joins(_ range: Range<Int>) -> Bool {
    range.count <= 2 && range.allSatisfy { isWord($0, "and") || isMark($0, ",") }
  }
}
