import Incidents

/// Groups that are counted as one, and those that others are a part of.
extension PeopleGroup {
  private static let determiners: Set<String> = ["the", "these", "those", "his", "her", "their", "its"]
  private static let groups: Set<String> = ["group", "crowd", "team", "crew", "party"]
  private static let hurt: Set<String> = ["wounded", "injured"]
  /// What says of the wounded that they are no more.
  private static let deaths: Set<String> = ["died", "later", "have", "had"]

  /// What stands behind the *of* of a number: `none of the ten people`, `three of the five wounded` who died, `one of the
  /// soldiers`; and behind that of a group: `a group of six fishermen`.
  static func whole(
    _ run: TokenRun, _ count: CountRange, of index: Int, before limit: Int
  ) -> (count: CountRange, victims: Victims?, end: Int)? {
    if run.word(index - 1).map(groups.contains) ?? false, count == CountRange(1) {
      return PeopleGroup(run, at: index + 1, before: limit).map { ($0.count, $0.victims, $0.tokens.upperBound) }
    }
    guard run.word(index + 1).map(determiners.contains) ?? false else { return nil }
    let quantity = Quantity(run, at: index + 2)
    var end = quantity?.tokens.upperBound ?? index + 2
    let isHurt = run.word(end).map(hurt.contains) ?? false
    if isHurt { end += 1 }
    let people = people(run, at: end, before: limit)
    end = people?.end ?? end
    guard end > index + 2 else { return nil }
    if isHurt {
      guard run.word(end).map(deaths.contains) ?? false else { return nil }
    } else if run.phrase(NewsWords.harms, at: end) != nil, !(run.word(end).map(NewsWords.dying.contains) ?? false) {
      // `three of the five killed were children` says how many were killed with its second number.
      return nil
    }
    return (count, people?.victims, end)
  }

  /// The noun for people that starts at a token or a few words behind it.
  private static func people(_ run: TokenRun, at start: Int, before limit: Int) -> (victims: Victims, end: Int)? {
    var found: (victims: Victims, end: Int)?
    for index in start..<max(start, min(limit, start + 4)) {
      guard let word = run.word(index), !NewsWords.stops.contains(word), run.phrase(NewsWords.harms, at: index) == nil
      else { break }
      guard let who = NewsWords.persons[word] else { continue }
      found = (more(found?.victims, who, force: force(run, start..<index)), index + 1)
    }
    return found
  }

  /// `a family of six`
  static func size(_ run: TokenRun, _ noun: String, of index: Int) -> Quantity? {
    noun == "family" ? Quantity(run, at: index + 1) : nil
  }

  /// How many people some families or couples are: of a family, at least two.
  static func people(_ count: CountRange, in noun: String) -> CountRange {
    guard let most = count.max else { return count }
    switch noun {
    case "couple", "couples": return CountRange(min: 2 * count.min, max: 2 * most)
    case "family", "families": return CountRange(min: 2 * count.min, max: most == 0 ? 0 : nil)
    default: return count
    }
  }
}
