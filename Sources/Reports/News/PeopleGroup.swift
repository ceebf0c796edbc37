import Incidents

/// A group of people in a sentence, with its number: `six fishermen`, `13 others`, `a policeman`, `his wife`.
struct PeopleGroup {
  var count: CountRange
  /// Who they are; nil when the words leave that to what stands before: `13 others`.
  var victims: Victims?
  var tokens: Range<Int>
  /// Whether the number is not exact: `about 20 people`.
  var isApproximate = false

  private static let longest = 8
  private static let articles: Set<String> = ["a", "an", "another"]
  /// Words that stand for people without a noun: `wounding dozens`.
  private static let alone: Set<String> = ["dozens", "scores", "hundreds", "several"]
  private static let others: Set<String> = ["other", "others", "more"]

  /// The group that starts at a token; nil when what is counted there is no people.
  init?(_ run: TokenRun, at start: Int, before limit: Int) {
    guard let number = Self.number(run, at: start) else { return nil }
    (count, tokens) = (number.count, start..<number.end)
    var found = false
    var isForeign = false
    var noun = ""
    var index = number.end
    while index < min(limit, number.end + Self.longest), let word = run.word(index) ?? Self.hyphen(run, index) {
      let isStop = NewsWords.stops.contains(word) && !(word == "is" && run.startsUppercase(index))
      if isStop || run.phrase(NewsWords.harms, at: index) != nil { break }
      if let who = NewsWords.persons[word] {
        victims = Self.more(victims, who, force: Self.force(run, number.end..<index))
        tokens = start..<index + 1
        (found, isForeign, noun) = (true, false, word)
      } else if Self.others.contains(word) {
        tokens = start..<index + 1
        (found, isForeign) = (true, false)
      } else if word == "of", !found {
        guard let whole = Self.whole(run, number.count, of: index, before: limit) else { break }
        (count, victims, tokens) = (whole.count, whole.victims, start..<whole.end)
        (found, isForeign) = (true, false)
        break
      } else if word == "of", count == CountRange(1), let size = Self.size(run, noun, of: index) {
        (count, tokens, noun) = (size.count, start..<size.tokens.upperBound, "")
        break
      } else if word == "of" {
        victims = Self.force(run, index..<min(limit, index + 5)) ?? victims
        tokens = start..<(Self.endOfWhole(run, index + 1, limit) ?? tokens.upperBound)
        break
      } else if word != "-" {
        isForeign = true
      }
      index += 1
    }
    guard found || (number.isCount && !isForeign) else { return nil }
    count = Self.people(count, in: noun)
    isApproximate = Quantity(run, at: start)?.isApproximate ?? false
  }

  /// `members of one family`, `members of the security forces`: the end of what they are a part of.
  private static func endOfWhole(_ run: TokenRun, _ start: Int, _ limit: Int) -> Int? {
    (start..<max(start, min(limit, start + 5))).last { index in
      guard let word = run.word(index) else { return false }
      let isWhole = word == "family" || word == "forces" || word == "group" || word == "state"
      let between = start..<index
      return isWhole && !run.contains(anyOf: NewsWords.auxiliaries, in: between)
        && !between.contains { run.phrase(NewsWords.harms, at: $0) != nil }
    }.map { $0 + 1 }
  }

  private static func hyphen(_ run: TokenRun, _ index: Int) -> String? { run.isMark(index, "-") ? "-" : nil }

  /// The last noun says who; but a general one leaves it to the words before, as a title does: `IS members`, `IS leader`.
  static func more(_ known: Victims?, _ new: Victims, force: Victims?) -> Victims {
    switch (new, force) {
    case (.unknown, let force?): force
    case (.attackers, .securityForces?): .securityForces
    case (.civilians, .attackers?): .attackers
    case (.unknown, nil): known ?? .unknown
    default: new
    }
  }

  /// Whose people they are, by the name of a force.
  static func force(_ run: TokenRun, _ range: Range<Int>) -> Victims? {
    for index in range where !run.startsLowercase(index) || run.word(index) != "is" {
      if let force = run.word(index).flatMap({ NewsWords.forces[$0] }) { return force }
    }
    return nil
  }

  private static func number(_ run: TokenRun, at start: Int) -> (count: CountRange, end: Int, isCount: Bool)? {
    if let quantity = Quantity(run, at: start), !isPartOfName(run, start),
      DateForms.month(run, quantity.tokens.upperBound) == nil
    {
      return (quantity.count, quantity.tokens.upperBound, true)
    }
    for (words, least) in NewsWords.vague {
      guard let length = run.lengthOfWords(words, at: start) else { continue }
      return (CountRange(min: least, max: nil), start + length, run.word(start).map(alone.contains) ?? false)
    }
    guard let word = run.word(start) else { return nil }
    if articles.contains(word) { return (CountRange(1), start + 1, false) }
    guard NewsWords.possessives.contains(word), let noun = run.word(start + 1) else { return nil }
    if let quantity = Quantity(run, at: start + 1) { return (quantity.count, quantity.tokens.upperBound, false) }
    guard NewsWords.persons[noun] != nil else { return nil }
    let isMany = noun.hasSuffix("s") || noun == "children" || noun == "family"
    return (isMany ? CountRange(min: 2, max: nil) : CountRange(1), start + 1, false)
  }

  /// A number that counts no people: a year, a time, a day of a month.
  private static func isPartOfName(_ run: TokenRun, _ start: Int) -> Bool {
    if DateForms.month(run, start + 1) != nil { return true }
    let before = run.isMark(start - 1, ".,") ? start - 2 : start - 1
    if run[start]?.kind == .number, DateForms.month(run, before) != nil { return true }
    return run.digitCount(start) == 4 && (1900...2100).contains(run.digits(start) ?? 0)
  }
}
