/// The part of a place that a text names instead of the whole: `western A`, `the northern countryside of A`.
struct PlacePart: Hashable {
  /// The side that is meant; nil for none, as in `the countryside of A`, and for the middle.
  let heading: Heading?
  /// What of the place is meant.
  let ground: Ground
  /// The words for it: `northern countryside`.
  let words: String

  enum Ground: Hashable {
    /// A part of the town, or of the area: `western A`.
    case within
    /// What is around the town: `the countryside of A`.
    case around
    /// `شمال A` is north of it as well as its north.
    case either
  }
}

/// A word by which a text may name a part of a place.
private enum PartWord {
  case heading, middle, rural, portion, filler

  /// Policy table.
  private static let table: [(kind: PartWord, words: Set<String>)] = [
    (.rural, ["countryside", "rural", "suburbs", "rif", "reef", "ريف"]),
    (.middle, ["central", "downtown", "old", "القديمة"]),
    (.portion, ["part", "parts", "side", "half", "portion", "portions", "area", "areas", "section", "sections"]),
    (.filler, ["of", "the"]),
  ]

  init?(_ word: PhraseWord) {
    if let row = Self.table.first(where: { $0.words.contains(word.lower) }) {
      self = row.kind
    } else if Heading(adjective: word) != nil {
      self = .heading
    } else {
      return nil
    }
  }
}

extension RelationParser {
  /// The part of a place that all the words name: those for the part stand before its name, behind it (`A's northern
  /// countryside`), or around it (`northern A countryside`, `ريف A الشمالي`).
  var part: PlaceRelation? {
    let isNameWord = words.map { PartWord($0) == nil }
    guard let first = isNameWord.firstIndex(of: true), let last = isNameWord.lastIndex(of: true) else { return nil }
    let after = words[(last + 1)...]
    guard let part = part(Array(words[..<first]) + after, isBehind: !after.isEmpty) else { return nil }
    return name(first...last, isOwner: !after.isEmpty).map { .part(part, of: $0) }
  }

  private var isArabic: Bool { words.contains { $0.lower.unicodeScalars.contains { (0x600...0x6FF) ~= $0.value } } }

  private func part(_ words: [PhraseWord], isBehind: Bool) -> PlacePart? {
    let kinds = words.compactMap { PartWord($0) }
    let isRural = kinds.contains(.rural)
    // `Qayyarah West` is a name; `Qayyarah's west side` is a part.
    guard !isBehind || isRural || kinds.contains(.portion) else { return nil }
    let headings = words.filter { PartWord($0) == .heading }
    let heading = headings.isEmpty ? nil : Heading(adjectives: headings)
    guard heading != nil || headings.isEmpty && (isRural || kinds.contains(.middle)) else { return nil }
    return PlacePart(
      heading: heading, ground: isRural ? .around : isArabic ? .either : .within,
      words: words.filter { PartWord($0) != .filler }.map(\.lower).joined(separator: " "))
  }

  /// The name between the words for the part, without the ending of an owner; nil when it is no plain name.
  private func name(_ range: ClosedRange<Int>, isOwner: Bool) -> String? {
    guard var name = name(words[range]) else { return nil }
    if isOwner, let ending = ["'s", "’s"].first(where: name.hasSuffix) { name.removeLast(ending.count) }
    return RelationPhrase(name) == nil ? name : nil
  }
}

extension Heading {
  /// The direction of an adjective or a noun: `northern`, `north-west`, `الشمالي`.
  fileprivate init?(adjective word: PhraseWord) {
    let plain = Self.plain(word)
    guard let (heading, count, _) = Self.read([plain]), count == 1 else { return nil }
    // A single letter is an initial.
    guard plain.lower.count > 2 else { return nil }
    self = heading
  }

  /// The direction of one or two of them: `الشمالي الغربي`.
  fileprivate init?(adjectives words: [PhraseWord]) {
    guard let (heading, count, _) = Self.read(words.map(Self.plain)[...]), count == words.count else { return nil }
    self = heading
  }

  private static func plain(_ word: PhraseWord) -> PhraseWord {
    var text = word.lower.replacing("ern", with: "")
    if text.hasPrefix("ال") { text.removeFirst(2) }
    return PhraseWord(lower: text, range: word.range)
  }
}
