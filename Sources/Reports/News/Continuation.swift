import Incidents

/// More of the same elsewhere: `, five in al-Susah and three in al-Shaafah` behind `ten people were killed in Hajin`.
struct Continuation {
  let group: PeopleGroup
  let place: PlaceClue
  /// The date right behind its place.
  let date: NewsDate?

  private static let prepositions: Set<String> = ["in", "near", "at", "outside"]

  /// Those behind a clause's harm and place. None where they are the parts of its figure: it lies in an area, or they add
  /// up to it.
  static func all(_ clause: Clause, _ finder: PlaceFinder) -> [Continuation] {
    guard let place = clause.place, let whole = clause.toll.soleCount,
      !(clause.run.word(place.tokens.upperBound - 1).map(PlaceWords.areas.contains) ?? false)
    else { return [] }
    var found: [Continuation] = []
    var index = max(place.tokens.upperBound, clause.trigger.upperBound)
    while let next = read(clause, finder, behind: endOfDate(clause, index)) {
      found.append(next)
      index = next.place.tokens.upperBound
    }
    let sum = found.dropFirst().reduce(found.first?.group.count) { $0.map { [next = $1] in $0 + next.group.count } }
    return sum == whole ? [] : found
  }

  private static func read(_ clause: Clause, _ finder: PlaceFinder, behind index: Int) -> Continuation? {
    let (run, limit) = (clause.run, clause.range.upperBound)
    var start = min(index, limit)
    while run.isMark(start, ",") || run.isWord(start, "and") { start += 1 }
    guard start > index, let group = PeopleGroup(run, at: start, before: limit), group.tokens.upperBound < limit,
      run.word(group.tokens.upperBound).map(prepositions.contains) ?? false,
      let place = finder.places(group.tokens.upperBound..<limit).first(where: { !$0.isCountry }),
      place.tokens.lowerBound == group.tokens.upperBound + 1
    else { return nil }
    let end = endOfDate(clause, place.tokens.upperBound)
    guard !(run.word(end).map(NewsWords.auxiliaries.contains) ?? false), run.phrase(NewsWords.harms, at: end) == nil
    else {
      return nil
    }
    return Continuation(group: group, place: place, date: date(clause, behind: place.tokens.upperBound))
  }

  private static func date(_ clause: Clause, behind index: Int) -> NewsDate? {
    clause.dates.first { (index...index + 1).contains($0.tokens.lowerBound) }
  }

  private static func endOfDate(_ clause: Clause, _ index: Int) -> Int {
    date(clause, behind: index)?.tokens.upperBound ?? index
  }
}
