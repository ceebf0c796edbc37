import Incidents

/// What stands behind a name: the larger places that it lies in, and those that it lies north or south of.
extension PlaceFinder {
  /// The larger places behind a name: `, Anbar`, `in Saladin governorate`, `, Iraq`.
  func parents(after end: Int, _ range: Range<Int>) -> (names: [String], end: Int, country: Range<Int>?) {
    var (names, end): ([String], Int) = ([], end)
    var isInside = false
    while end < range.upperBound, names.count < 3 {
      if !isArea(before: end), let relation = relation(at: end, range) {
        if names.isEmpty { names.append(run.text(relation)) }
        end = relation.upperBound
        continue
      }
      let link = link(at: end)
      guard let parent = name(at: link.end, range),
        !parent.shift.hasSuffix(" of ") || (link.isSure && run.isWord(link.end, "the")),
        link.isSure || (link.end > end && isParent(parent, isInside: isInside))
      else { break }
      isInside = isInside || link.isSure
      if countries.code(of: run.text(parent.name)) != nil { return (names, parent.end, parent.name) }
      var plain = parent
      plain.shift = ""
      names.append(plain.text(run))
      end = parent.end
    }
    return (names, end, nil)
  }

  /// `, 50 km north of Baghdad` behind a town says where the town lies: no place of its own, and none that holds the town.
  private func relation(at index: Int, _ range: Range<Int>) -> Range<Int>? {
    let first = run.isMark(index, ",") ? index + 1 : index
    var start = first
    while start < range.upperBound, run.startsWithDigit(start) || isMeasure(start) { start += 1 }
    guard run.word(start).map(PlaceWords.directions.contains) ?? false, run.isWord(start + 1, "of") else { return nil }
    return name(at: start, range).map { first..<$0.end }
  }

  private func isMeasure(_ index: Int) -> Bool {
    run.word(index).map(PlaceWords.measures.contains) ?? run.isMark(index, "().")
  }

  /// Whether an area, a country or a river (`the Tigris`) ends before a token: what lies `north of` a town is finer.
  func isArea(before end: Int) -> Bool {
    if run.isWord(end - 2, "the") { return true }
    guard let word = run.word(end - 1) else { return false }
    return PlaceWords.areas.contains(word) || countries.code(of: run.text(end - 1..<end)) != nil
  }

  /// What leads to a larger place: `in`, `, in`, `, near`, after a kind `of`; a comma alone may.
  private func link(at index: Int) -> (end: Int, isSure: Bool) {
    let comma = run.isMark(index, ",") ? index + 1 : index
    if run.isWord(comma, "in") || (comma > index && run.isWord(comma, "near")) { return (comma + 1, true) }
    let isOfKind = run.isWord(index, "of") && run.word(index - 1).map(PlaceWords.kinds.contains) ?? false
    return isOfKind ? (index + 1, true) : (comma, false)
  }

  private static let behindParents: Set<String> = [
    "on", "killed", "killing", "wounded", "wounding", "in", "when", "after",
  ]

  /// A name after a comma is a parent when it says so, or when the sentence goes on behind it as behind a place: else it
  /// is an apposition or a person. Behind `in Anbar` it must say so.
  private func isParent(_ name: Name, isInside: Bool) -> Bool {
    if name.kind != nil || countries.code(of: run.text(name.name)) != nil { return true }
    if isInside { return false }
    if run.isMark(name.end, ",") { return !(run.word(name.end + 1).map(NewsWords.reports.contains) ?? false) }
    return run[name.end] == nil || run.isMark(name.end, ".;:)")
      || run.word(name.end).map(Self.behindParents.contains) ?? false
  }
}
