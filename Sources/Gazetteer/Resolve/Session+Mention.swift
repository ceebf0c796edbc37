import Incidents

extension Session {
  /// A name as a mention: its first part is the place, what follows after commas are its parents, but for a country. Of
  /// two names with a dash between them the larger place is the parent of the other, whichever stands first, as
  /// `Aleppo - Hanano` and `Hanano – Aleppo`.
  mutating func mention(_ query: BatchQuery) -> PlaceMention {
    var mention = resolver.mention(query)
    guard let halves = Self.halves(of: mention.name), RelationPhrase(mention.name) == nil,
      !isKnown(mention.name, country: mention.countryCode)
    else { return mention }
    let sizes = halves.map { size(of: $0, country: mention.countryCode) }
    guard sizes[0] != sizes[1] else { return mention }
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

  private mutating func isKnown(_ name: String, country: String?) -> Bool {
    rank(PlaceQuery(name, country: country), Setting()).contains { $0.spellingCost < Self.fits }
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
