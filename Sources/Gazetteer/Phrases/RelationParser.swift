/// Reads the relation that starts at a word of a place phrase. Its form must be complete: `North Baghuz` and `Sharq
/// al-Madina` are names.
struct RelationParser {
  let words: [PhraseWord]
  private let source: String

  /// What leads to a place that something is near to, longer ones first. Policy tables.
  private static let nearWords: [[String]] = [
    ["close", "to"], ["next", "to"], ["adjacent", "to"], ["near", "to"], ["near"], ["vicinity", "of"],
    ["outside", "of"],
    ["outside"], ["around"], ["vic", "of"], ["vic"], ["vic."], ["ivo"], ["قرب"], ["بالقرب", "من"], ["محيط"],
  ]
  private static let outskirts: Set<String> = ["outskirts", "environs", "أطراف", "ضواحي"]
  private static let roads: Set<String> = ["road", "highway", "motorway", "route", "طريق", "الطريق"]
  private static let crossings: Set<String> = ["over", "across"]
  private static let connectors: Set<String> = ["of", "from", "min", "من"]
  /// Words before a name that are none of it.
  static let determiners: Set<String> = ["the", "a", "an"]
  private static let settlements: Set<String> = [
    "town", "city", "village", "district", "center", "centre", "neighborhood", "camp", "province", "governorate",
    "towns", "cities", "villages", "districts", "neighborhoods", "camps", "provinces", "governorates",
  ]

  init(_ text: String) {
    source = text
    words = PhraseWord.words(of: text)
  }

  /// The words as written.
  func text(_ words: ArraySlice<PhraseWord>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    let text = source[first.range.lowerBound..<last.range.upperBound]
    return String(text.drop(while: Self.isEdge).reversed().drop(while: Self.isEdge).reversed())
  }

  private static func isEdge(_ character: Character) -> Bool { ",;: ".contains(character) }

  /// The relation that starts at a word and takes all that follow; nil when none does.
  func relation(at start: Int) -> PlaceRelation? {
    offset(start) ?? road(start) ?? between(start) ?? near(start) ?? outskirts(start) ?? crossing(start)
      ?? inside(start) ?? (start == 0 ? part : nil)
  }

  /// Whether a length stands before a word, or a number with a sign, which is none.
  func hasLength(before start: Int) -> Bool {
    words[..<start].indices.contains { index in
      let word = words[index].lower
      let isSigned = word.hasPrefix("-") && word.dropFirst().first?.isNumber == true
      return isSigned || WrittenLength.read(words[index..<start]) != nil
    }
  }

  /// Whether all of it is a length and a direction, from a place that stands before: `Hajin, 5 km north`.
  var isBareOffset: Bool {
    guard let length = WrittenLength.read(words[...]) else { return false }
    let rest = words[length.count...]
    return Heading.read(rest)?.count == rest.count
  }

  /// The name that some words are: without `the`, without `town of`; nil when no name is left, or only a direction.
  func name(_ words: ArraySlice<PhraseWord>) -> String? {
    var words = words
    while let first = words.first {
      if Self.determiners.contains(first.lower) {
        words = words.dropFirst()
      } else if Self.settlements.contains(first.lower), words.dropFirst().first?.lower == "of" {
        words = words.dropFirst(2)
      } else {
        break
      }
    }
    guard !words.isEmpty, Heading.read(words)?.count != words.count else { return nil }
    return text(words)
  }

  private func offset(_ start: Int) -> PlaceRelation? {
    var index = start
    let length = WrittenLength.read(words[index...])
    index += length?.count ?? 0
    if length != nil, index < words.endIndex, words[index].lower == "to" { index += 1 }
    if length != nil, index < words.endIndex, words[index].lower == "the" { index += 1 }
    let heading = Heading.read(words[index...])
    index += heading?.count ?? 0
    if index < words.endIndex, words[index].lower == "away" { index += 1 }
    guard index < words.endIndex, length != nil || heading != nil else { return nil }
    let isConnected = Self.connectors.contains(words[index].lower)
    let isOutside = heading == nil && words[index].lower == "outside"
    if heading?.isArabic == true {
      // Behind a name it is a direction in Arabic script: `منبج شرق حلب`.
      let isBehindName = start > 0 && words[start].lower.utf8.allSatisfy { $0 >= 0x80 }
      guard length != nil || isBehindName else { return nil }
    } else {
      guard isConnected || isOutside else { return nil }
      let isDistance = words[index].lower != "of" || length?.length.isUpperBound == true
      guard heading != nil || isDistance else { return nil }
    }
    guard let anchor = name(words[(index + (isConnected || isOutside ? 1 : 0))...]) else { return nil }
    return .offset(length?.length, heading?.heading, from: anchor)
  }

  private func near(_ start: Int) -> PlaceRelation? {
    for phrase in Self.nearWords where words[start...].prefix(phrase.count).map(\.lower) == phrase {
      return name(words[(start + phrase.count)...]).map { .near($0) }
    }
    return nil
  }

  private func outskirts(_ start: Int) -> PlaceRelation? {
    if Self.outskirts.contains(words[start].lower), start + 1 < words.endIndex {
      // Arabic joins two nouns without a word between them.
      let isJoined = words[start].lower.utf8.allSatisfy { $0 >= 0x80 }
      if isJoined { return name(words[(start + 1)...]).map { .outskirts($0) } }
      if words[start + 1].lower == "of" { return name(words[(start + 2)...]).map { .outskirts($0) } }
    }
    guard start == 0, let last = words.last, Self.outskirts.contains(last.lower) else { return nil }
    return name(words.dropLast()).map { .outskirts($0) }
  }

  private func between(_ start: Int) -> PlaceRelation? {
    if words[start].lower == "بين" { return arabicPair(words[(start + 1)...]).map { .between($0.from, $0.to) } }
    guard words[start].lower == "between" else { return nil }
    return pair(words[(start + 1)...], joints: ["and", "&"]).map { .between($0.from, $0.to) }
  }

  /// Two names of which the second has *and* glued to it: `هجين والسوسة`. A first name that begins so is none of them.
  private func arabicPair(_ words: ArraySlice<PhraseWord>) -> PlaceRelation.RoadEnds? {
    guard let joint = words.dropFirst().firstIndex(where: { $0.lower.hasPrefix("و") && $0.lower.count > 3 }),
      let from = name(words[..<joint]), let to = name(words[joint...])
    else { return nil }
    return PlaceRelation.RoadEnds(from: from, to: String(to.dropFirst()))
  }

  private func pair(_ words: ArraySlice<PhraseWord>, joints: Set<String>) -> PlaceRelation.RoadEnds? {
    guard let joint = words.firstIndex(where: { joints.contains($0.lower) }), let from = name(words[..<joint]),
      let to = name(words[(joint + 1)...])
    else { return nil }
    return PlaceRelation.RoadEnds(from: from, to: to)
  }

  private func crossing(_ start: Int) -> PlaceRelation? {
    guard words[start].lower == "bridge" || words[start].lower == "bridges", start + 2 < words.endIndex,
      Self.crossings.contains(words[start + 1].lower)
    else { return nil }
    let rest = words[(start + 2)...]
    let joint = rest.firstIndex { ["near", "in", "at"].contains($0.lower) } ?? rest.endIndex
    guard let river = name(rest[..<joint]) else { return nil }
    return .crossing(river, near: joint < rest.endIndex ? name(rest[(joint + 1)...]) : nil)
  }

  private static let districts: Set<String> = ["district", "neighborhood", "neighbourhood", "quarter"]

  /// `X in A`, `X district of A`; `at` is also an article before t.
  private func inside(_ start: Int) -> PlaceRelation? {
    guard start > 0, start + 1 < words.endIndex else { return nil }
    if words[start].lower == "of", start > 1, Self.districts.contains(words[start - 1].lower) {
      return name(words[(start + 1)...]).map { .inside($0) }
    }
    let word = source[words[start].range]
    guard word == "in" || word == "في" || (word == "at" && !words[start + 1].lower.hasPrefix("t")) else { return nil }
    return name(words[(start + 1)...]).map { .inside($0) }
  }
}

extension RelationParser {
  private func road(_ start: Int) -> PlaceRelation? {
    if Self.roads.contains(words[start].lower) { return roadToCome(start) }
    guard start == 0, let last = words.last, Self.roads.contains(last.lower), words.count >= 2 else { return nil }
    let names = words.dropLast().drop { ["on", "along", "off"].contains($0.lower) }
    if let ends = pair(names, joints: ["to", "–", "-"]) { return .road([ends]) }
    let ends = readings(text(names))
    return ends.isEmpty ? nil : .road(ends)
  }

  /// `road between A and B`, `highway from A to B`, `road linking A with B`.
  private func roadToCome(_ start: Int) -> PlaceRelation? {
    guard start + 1 < words.endIndex else { return nil }
    let rest = words[(start + 2)...]
    if words[start].lower.hasSuffix("طريق"), words[start + 1].lower != "بين" {
      let ends = readings(text(words[(start + 1)...]))
      return ends.isEmpty ? nil : .road(ends)
    }
    let ends: PlaceRelation.RoadEnds? =
      switch words[start + 1].lower {
      case "بين": arabicPair(rest)
      case "between": pair(rest, joints: ["and", "&"])
      case "from": pair(rest, joints: ["to"])
      case "linking", "connecting": pair(rest, joints: ["and", "to", "with"])
      default: nil
      }
    return ends.map { .road([$0]) }
  }

  /// Where a hyphen may part two names: at any dash that is no hyphen, else at each hyphen but those after an article.
  private func readings(_ text: String) -> [PlaceRelation.RoadEnds] {
    let longDashes: Set<Character> = ["–", "—", "−"]
    let long = text.indices.filter { longDashes.contains(text[$0]) }
    let dashes = long.isEmpty ? text.indices.filter { text[$0] == "-" && !followsArticle(text, $0) } : long
    return dashes.compactMap { dash in
      let halves = [text[..<dash], text[text.index(after: dash)...]].map { half in
        name(PhraseWord.words(of: String(half))[...], in: String(half))
      }
      guard let from = halves[0], let to = halves[1] else { return nil }
      return PlaceRelation.RoadEnds(from: from, to: to)
    }
  }

  private func name(_ words: ArraySlice<PhraseWord>, in text: String) -> String? {
    RelationParser(text).name(words)
  }

  private func followsArticle(_ text: String, _ dash: String.Index) -> Bool {
    let left = text[..<dash].reversed().prefix { $0.isLetter }.reversed()
    let right = text[text.index(after: dash)...].prefix { $0.isLetter }
    return Articles.isArticle(
      Array(String(left).lowercased().utf8)[...], before: Array(right.lowercased().utf8)[...])
  }
}
