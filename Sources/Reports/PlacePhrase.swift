import Incidents

/// The places that a phrase names.
struct PlacePhrase {
  /// The phrase without its last country.
  var phrase: Cited<String>?
  var mentions: [PlaceMention] = []

  /// One place of the phrase: its comma-separated parts, and its country.
  private struct Group {
    var parts: [Range<Int>] = []
    var country: Range<Int>?
    /// One past the last token before the country.
    var end: Int { parts.last?.upperBound ?? 0 }
  }

  /// Words that lead to a second place inside a phrase.
  private static let locators = ["near", "in", "at", "outside", "around"]

  init(_ run: TokenRun, _ tokens: Range<Int>, countries: CountryNames) {
    var groups: [Group] = []
    for range in Self.split(run, tokens) { groups += Self.groups(run, range, countries) }
    groups.removeAll { $0.parts.isEmpty }
    guard let first = groups.first, let last = groups.last else { return }
    phrase = run.words(first.parts[0].lowerBound..<last.end)
    for (index, group) in groups.enumerated() {
      let heir = Self.inherit(group, from: groups[(index + 1)...])
      guard let mention = Self.mention(run, group, heir, countries) else { continue }
      mentions.append(mention)
    }
  }

  /// Words after which the next *and* joins two names to one place: `between Foo and Bar`.
  private static let joiners = ["between", "linking", "connecting"]

  /// Splits at *and* and `/` when both sides are names, and at a second *near*. Grids with a stroke stay together.
  private static func split(_ run: TokenRun, _ tokens: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = tokens.lowerBound
    var isJoined = joiners.contains { run.isWord(start, $0) }
    for index in tokens where index > start {
      if joiners.contains(where: { run.isWord(index, $0) }) { isJoined = true }
      let joins = run.isWord(index, "and") || run.isWord(index, "or") || run.isMark(index, "&/")
      if joins, isJoined {
        isJoined = false
        continue
      }
      let areGrids = run.isMark(index, "/") && run.startsWithDigit(index - 1) && run.startsWithDigit(index + 1)
      let isSplit = joins && !areGrids && isName(run, start..<index) && isName(run, index + 1..<tokens.upperBound)
      let isLocator = run.isMark(index - 1, ",") && locators.contains { run.isWord(index, $0) }
      guard isSplit || isLocator else { continue }
      ranges.append(start..<index)
      start = index + 1
    }
    ranges.append(start..<tokens.upperBound)
    return ranges
  }

  /// Whether some words hold a name: one with a capital, up to the next comma.
  private static func isName(_ run: TokenRun, _ tokens: Range<Int>) -> Bool {
    for index in tokens {
      if run.isMark(index, ",") { break }
      if let token = run[index], token.kind == .word, !run.startsLowercase(index) { return true }
    }
    return false
  }

  private static func groups(_ run: TokenRun, _ range: Range<Int>, _ countries: CountryNames) -> [Group] {
    var groups = [Group()]
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      guard index == range.upperBound || (run.isMark(index, ",;") && !run.isInNumber(index)) else { continue }
      let part = start..<index
      start = index + 1
      guard !part.isEmpty else { continue }
      if groups[groups.count - 1].country != nil { groups.append(Group()) }
      let country = countryTokens(run, part, countries)
      let place = part.lowerBound..<(country?.lowerBound ?? part.upperBound)
      let isAlone = place.isEmpty && groups[groups.count - 1].parts.isEmpty && range.upperBound == index
      if !place.isEmpty || isAlone { groups[groups.count - 1].parts.append(isAlone ? part : place) }
      groups[groups.count - 1].country = country
    }
    return groups
  }

  /// The last words of a part, when they are a country's name: at most four of them.
  private static func countryTokens(_ run: TokenRun, _ part: Range<Int>, _ countries: CountryNames) -> Range<Int>? {
    var end = part.upperBound
    if run.isMark(end - 1, "]"), let open = part.last(where: { run.isMark($0, "[") }) { end = open }
    for start in max(part.lowerBound, end - 4)..<max(end, part.lowerBound) {
      if countries.code(of: run.text(start..<end)) != nil { return start..<end }
    }
    return nil
  }

  /// The group with the parents and country of a later one where it has none of its own.
  private static func inherit(_ group: Group, from later: ArraySlice<Group>) -> Group {
    var heir = group
    guard group.country == nil, let next = later.first(where: { $0.country != nil || $0.parts.count > 1 }) else {
      return heir
    }
    heir.country = next.country ?? later.last?.country
    if heir.parts.count == 1 { heir.parts += next.parts.dropFirst() }
    return heir
  }

  private static func mention(
    _ run: TokenRun, _ written: Group, _ heir: Group, _ countries: CountryNames
  ) -> PlaceMention? {
    guard let first = heir.parts.first, let span = run.span(written.parts[0].lowerBound..<written.end) else {
      return nil
    }
    let country = heir.country.map(run.text)
    return PlaceMention(
      name: plain(run, first), parents: heir.parts.dropFirst().map { plain(run, $0) }, country: country,
      countryCode: country.flatMap { countries.code(of: $0) }, span: span)
  }

  /// The words without what stands in brackets: `[sic]`.
  private static func plain(_ run: TokenRun, _ tokens: Range<Int>) -> String {
    let open = tokens.first { run.isMark($0, "[") && $0 > tokens.lowerBound }
    return run.text(tokens.lowerBound..<(open ?? tokens.upperBound))
  }
}
