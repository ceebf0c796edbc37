import Incidents

extension Session {
  /// A name as a mention: its first part is the place, what follows after commas are its parents, but for a country. Of
  /// two names with a dash between them the larger place is the parent of the other, whichever stands first, as
  /// `Aleppo - Hanano` and `Hanano – Aleppo`. A name in brackets is a parent when its place is the larger one, as in
  /// `Hawija (Kirkuk)`; else it is another name, as in `Kobani (Ayn al-Arab)`.
  mutating func mention(_ query: BatchQuery) -> PlaceMention {
    var mention = resolver.mention(query)
    let dashed = Self.halves(of: mention.name)
    guard let halves = dashed ?? Self.bracketed(mention.name), RelationPhrase(mention.name) == nil,
      !isKnown(mention.name, country: mention.countryCode)
    else { return mention }
    let sizes = halves.map { size(of: $0, country: mention.countryCode) }
    guard dashed == nil ? sizes[0] < sizes[1] : sizes[0] != sizes[1] else { return mention }
    let larger = sizes[0] > sizes[1] ? 0 : 1
    mention.name = halves[1 - larger]
    mention.parents.insert(halves[larger], at: 0)
    return mention
  }

  /// The two names that a dash with spaces around it parts; a hyphen within a name has none.
  private static func halves(of text: String) -> [String]? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let dashes = words.indices.filter { ["-", "–", "—"].contains(words[$0]) }
    guard dashes.count == 1, dashes[0] > 0, dashes[0] < words.count - 1 else { return nil }
    return [words[..<dashes[0]], words[(dashes[0] + 1)...]].map { $0.joined(separator: " ") }
  }

  /// A name and that in brackets behind it.
  private static func bracketed(_ text: String) -> [String]? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
    let names = [text[..<open], text[text.index(after: open)...].dropLast()]
    guard names.allSatisfy({ $0.contains(where: \.isLetter) }) else { return nil }
    return names.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  /// Whether a place goes by the whole name.
  private mutating func isKnown(_ name: String, country: String?) -> Bool {
    let part = NameForm.Stripping.part.cost(inQuery: true)
    return rank(PlaceQuery(name, country: country), Setting()).contains {
      $0.spellingCost < Self.fits && $0.cost < part
    }
  }

  /// How large the place of a name is, in inhabitants; 0 when that is not known.
  private mutating func size(of name: String, country: String?) -> Int32 {
    let places = rank(PlaceQuery(name, country: country), Setting()).filter { $0.cost < Self.alike }.map(\.place)
    return places.map { place in
      let attributes = resolver.index.attributes[place]
      return attributes.kind == .governorate ? max(attributes.population, Self.governorateSize) : attributes.population
    }.max() ?? 0
  }

  /// The cost up to which a name may be another spelling of a place's.
  private static let alike: Float = 0.5
  /// The inhabitants that a governorate has at least: more than any town in it that is not its capital.
  private static let governorateSize: Int32 = 500_000
}
