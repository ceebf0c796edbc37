import Incidents

extension Session {
  /// A name as a mention: its first part is the place, what follows after commas are its parents, but for a country. Of
  /// two names with a dash between them the larger place is the parent of the other, whichever stands first, as
  /// `Aleppo - Hanano` and `Hanano – Aleppo`. A name in brackets is a parent when its place is the larger one, as in
  /// `Hawija (Kirkuk)`; else it is another name, as in `Kobani (Ayn al-Arab)`. Where the largest place stands first and
  /// the last is known in it, the order is the other one: `Mosul, Old City`, `Baghdad (Sadr City)`.
  mutating func mention(_ query: BatchQuery) -> PlaceMention {
    var mention = withCountry(resolver.mention(query))
    if ListedNames.isBorder(query.name) { return mention }
    if let last = mention.parents.last, RelationPhrase(last) == nil, ListedNames.isList(last) || isListOfTowns(mention)
    {
      mention.name = ([mention.name] + mention.parents).joined(separator: ", ")
      mention.parents = []
      return mention
    }
    if !mention.parents.isEmpty {
      let names = [mention.name] + mention.parents
      let sizes = names.prefix(2).map { size(of: $0, country: mention.countryCode) }
      if isFromTheLargest(names, sizes, country: mention.countryCode) {
        mention.name = names[names.count - 1]
        mention.parents = names.dropLast().reversed()
      } else if sizes[0] > sizes[1], isCity(names[0], apartFrom: names[1], country: mention.countryCode) {
        mention.parents.removeFirst()
      }
      return mention
    }
    let dashed = Self.halves(of: mention.name)
    guard let halves = dashed ?? Self.bracketed(mention.name), RelationPhrase(mention.name) == nil,
      !isKnown(mention.name, country: mention.countryCode)
    else { return mention }
    if let country = halves.firstIndex(where: { resolver.countryNames.code(of: $0) != nil }) {
      mention.name = halves[1 - country]
      mention.parents = [halves[country]]
      return withCountry(mention)
    }
    let sizes = halves.map { size(of: $0, country: mention.countryCode) }
    let isReversed = sizes[0] > sizes[1]
    guard sizes[0] != sizes[1],
      dashed != nil || !isReversed || isFromTheLargest(halves, sizes, country: mention.countryCode)
    else { return mention }
    mention.name = halves[isReversed ? 1 : 0]
    mention.parents = [halves[isReversed ? 0 : 1]]
    return mention
  }

  /// Whether a name is a city's and the smaller one behind it that of a place elsewhere, which cannot be what the city is
  /// in: `Erbil, Kurdistan`, where only a village far away is called so.
  private mutating func isCity(_ name: String, apartFrom other: String, country: String?) -> Bool {
    guard RelationPhrase(other) == nil, let city = resolve(PlaceQuery(name, country: country)).best, city.kind == .city,
      city.confidence >= resolver.weights.resolvedConfidence,
      let smaller = resolve(PlaceQuery(other, country: country)).best, !smaller.kind.isAdministrative
    else { return false }
    let meters = Nearness.meters(city.coordinate, smaller.coordinate)
    return meters > city.uncertaintyMeters + resolver.weights.aroundParentMeters
  }

  /// Whether of some names the first is the largest place and the last one is known in it.
  /// - Parameter sizes: those of the first two.
  private mutating func isFromTheLargest(_ names: [String], _ sizes: [Int32], country: String?) -> Bool {
    guard RelationPhrase(names[0]) == nil, let last = names.last, RelationPhrase(last) == nil else { return false }
    // A governorate and its capital often go by one name.
    guard sizes[0] > sizes[1] || sizes == [Self.governorateSize, Self.governorateSize] else { return false }
    let around = Array(names.dropLast().reversed())
    let whole = resolve(PlaceQuery(around[0], parents: Array(around.dropFirst()), country: country))
    let part = resolve(PlaceQuery(last, parents: around, country: country))
    guard whole.status == .resolved, part.status == .resolved, let outer = whole.best, let inner = part.best else {
      return false
    }
    guard inner.how != .parent, !inner.kind.isAdministrative, inner.placeID != outer.placeID else { return false }
    if sizes[0] == Self.governorateSize, let number = governorate(named: names[0], country: country) {
      return inner.governorate == resolver.governorates.governorates[number]
    }
    let reach = outer.uncertaintyMeters + resolver.weights.aroundParentMeters
    return Nearness.meters(inner.coordinate, outer.coordinate) <= reach
  }

  /// A mention in the words that the lookup goes by.
  mutating func plain(_ mention: PlaceMention) -> PlaceMention { withCountry(withOwner(PlainWording.plain(mention))) }

  /// A mention with the larger place that owns it as a parent: `Mosul's Zanjili neighborhood`.
  mutating func withOwner(_ mention: PlaceMention) -> PlaceMention {
    guard let (owner, name) = Self.owned(mention.name), RelationPhrase(mention.name) == nil,
      !isKnown(mention.name, country: mention.countryCode)
    else { return mention }
    let isCountry = resolver.countryNames.code(of: owner) != nil
    guard isCountry || isKnown(owner, country: nil) else { return mention }
    var mention = mention
    mention.name = name
    mention.parents.insert(owner, at: isCountry ? mention.parents.endIndex : 0)
    return mention
  }

  /// A name and the larger place that owns it: `Mosul's Zanjili neighborhood`.
  static func owned(_ text: String) -> (owner: String, name: String)? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == Self.highMark }) else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let last = words.firstIndex(where: { $0.hasSuffix("'s") || $0.hasSuffix("’s") }), last < words.count - 1
    else {
      return nil
    }
    let owner = words[...last].joined(separator: " ").dropLast(2)
    return (String(owner), words[(last + 1)...].joined(separator: " "))
  }

  /// The first byte of a dash or an apostrophe beyond ASCII.
  private static let highMark: UInt8 = 0xE2

  /// The two names that a dash with spaces around it parts; a hyphen within a name has none.
  private static func halves(of text: String) -> [String]? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == Self.highMark }) else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    let dashes = words.indices.filter { ["-", "–", "—"].contains(words[$0]) }
    guard dashes.count == 1, dashes[0] > 0, dashes[0] < words.count - 1 else { return nil }
    return [words[..<dashes[0]], words[(dashes[0] + 1)...]].map { $0.joined(separator: " ") }
  }

  /// A name and that in brackets behind it.
  private static func bracketed(_ text: String) -> [String]? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }),
      let open = text.firstIndex(where: { "([".contains($0) }), text.hasSuffix(text[open] == "(" ? ")" : "]")
    else {
      return nil
    }
    let names = [text[..<open], text[text.index(after: open)...].dropLast()]
    guard names.allSatisfy({ $0.contains(where: \.isLetter) }) else { return nil }
    return names.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  /// Whether the name and its parents are large towns, of which none is in another.
  private mutating func isListOfTowns(_ mention: PlaceMention) -> Bool {
    for name in [mention.name] + mention.parents {
      let size = size(of: name, country: mention.countryCode)
      guard size >= resolver.weights.largeTownInhabitants, size < Self.governorateSize else { return false }
    }
    return true
  }

  /// Whether a city goes by the name.
  mutating func isCity(_ name: String) -> Bool {
    rank(PlaceQuery(name, country: nil), Setting()).contains {
      $0.spellingCost < Self.fits && resolver.index.attributes[$0.place].kind == .city
    }
  }

  /// Whether a place goes by the whole name.
  mutating func isKnown(_ name: String, country: String?) -> Bool {
    let part = NameForm.Stripping.part.cost(inQuery: true)
    return rank(PlaceQuery(name, country: country), Setting()).contains {
      $0.spellingCost < Self.fits && $0.cost < part
    }
  }

  /// How large the place of a name is: a region and a governorate before all else, others by their inhabitants; 0 when
  /// those are not known.
  private mutating func size(of name: String, country: String?) -> Int32 {
    let places = rank(PlaceQuery(name, country: country), Setting()).filter { $0.cost < Self.alike }.map(\.place)
    return places.map { place in
      let attributes = resolver.index.attributes[place]
      if resolver.regions.isArea(place) { return .max }
      return attributes.kind == .governorate ? Self.governorateSize : attributes.population
    }.max() ?? 0
  }

  /// More than any city has inhabitants.
  private static let governorateSize = Int32.max - 1

  /// The cost up to which a name may be another spelling of a place's.
  private static let alike: Float = 0.5
}
