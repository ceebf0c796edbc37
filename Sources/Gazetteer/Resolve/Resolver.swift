import Incidents

/// Finds the places that written names mean, says how sure it is and why. Built once from gazetteers, never changed; may
/// be used from several tasks at once.
public final class Resolver: Sendable {
  /// The places it knows.
  public let index: PlaceIndex
  /// The names of the countries.
  public let countryNames: CountryNames
  let governorates: GovernorateMap
  let weights: MatchWeights
  let countryAreas: [String: Int]
  let districts: AreaMap
  let countries: AreaMap
  let regions: AreaMap
  let onDemand = OnDemand()
  /// Entries that some gazetteers list as towns though their name is their country's.
  let mislabeled: Set<Int>

  /// A resolver over gazetteers, which add up; their order does not matter.
  /// - Parameter noteLost: is told what was left out of those that are texts.
  /// - Throws: `GazetteerError` for a gazetteer that cannot be read.
  public convenience init(
    sources: [GazetteerSource], weights: MatchWeights = MatchWeights(), noteLost: (LostRows) -> Void = { _ in }
  ) throws(GazetteerError) {
    var segments: [Segment] = []
    var lost = LostRows()
    for source in sources { segments.append(try source.segment(lost: &lost)) }
    if lost.count > 0 { noteLost(lost) }
    try self.init(segments: segments, weights: weights)
  }

  /// A resolver over gazetteer files.
  convenience init(segments: [Segment], weights: MatchWeights = MatchWeights()) throws(GazetteerError) {
    try self.init(index: PlaceIndex(segments), weights: weights)
  }

  /// A resolver over places.
  /// - Throws: `GazetteerError` for boundaries that no geometry can be made of.
  public convenience init(places: [Place], weights: MatchWeights = MatchWeights()) throws(GazetteerError) {
    try self.init(index: PlaceIndex(places), weights: weights)
  }

  private init(index: PlaceIndex, weights: MatchWeights) throws(GazetteerError) {
    self.index = index
    self.weights = weights
    governorates = try GovernorateMap(index)
    districts = AreaMap(index, kind: .district)
    countries = AreaMap(index, kind: .country)
    regions = AreaMap(index, kind: .area)
    var names: [String: String] = [:]
    var areas: [String: Int] = [:]
    var mislabeled: Set<Int> = []
    for number in index.places(of: .country) {
      let place = index.places[number]
      areas[place.country] = number
      let spellings = [place.name] + place.alternateNames
      for name in [place.country] + spellings where names[name] == nil { names[name] = place.country }
      for name in spellings { mislabeled.formUnion(index.settlements(named: name, country: place.country)) }
    }
    countryNames = CountryNames(names)
    countryAreas = areas
    self.mislabeled = mislabeled
  }

  /// The places of some kinds, by the order of their numbers.
  public func places(of kinds: PlaceKind...) -> [Place] {
    kinds.flatMap { index.places(of: $0) }.filter { !mislabeled.contains($0) }.map { index.places[$0] }
  }

  /// The places with some identifiers, of any source that lists them.
  public func places(withIdentifiers identifiers: Set<String>) -> [Place] {
    index.places.filter { identifiers.contains($0.id) || $0.otherIDs.contains(where: identifiers.contains) }
  }

  /// The countries that the gazetteers have places of (ISO 3166-1 alpha-2), besides the countries themselves.
  public var coveredCountries: Set<String> { onDemand.coveredCountries(index) }

  /// Whether they have places of a country. Where its governorates are known no place is looked at.
  public func covers(_ country: String) -> Bool {
    governorates.areKnown(in: country) || coveredCountries.contains(country)
  }

  /// The place a mention means.
  public func resolve(_ mention: PlaceMention, context: ResolutionContext = ResolutionContext()) -> Resolution {
    var session = Session(self)
    return session.resolve(mention, context: context)
  }

  /// The places of a document's incidents, in two passes: the mentions that are clear at first sight say where the
  /// document is about, which places it means and how it writes names, and that counts as evidence, weak and stated, for
  /// the others.
  public func resolve(document incidents: [Incident]) -> [LocatedIncident] {
    var session = Session(self)
    let clear = incidents.flatMap(\.mentions).compactMap { session.clear($0, ResolutionContext()) }
    let context = ResolutionContext(document: DocumentContext(clear, among: onDemand.density(index)))
    return incidents.map { incident in
      withAreas(
        withGrid(
          LocatedIncident(
            incident: incident, resolutions: incident.mentions.map { session.resolve($0, context: context) })))
    }
  }
}

extension PlaceIndex {
  /// The settlements of a country whose main name is the same but for spelling rules.
  fileprivate func settlements(named name: String, country: String) -> [Int] {
    let symbols = LetterSymbol.symbols(of: NormalizedName(name).words)
    guard !symbols.isEmpty else { return [] }
    var found: [Int] = []
    for (segment, start) in zip(segments, placeNumbers.starts) {
      let bytes = segment.bytes.span
      segment.formsSounding(like: symbols, bytes) { number in
        let form = segment.forms.entry(number, bytes)
        guard form.name == 0, form.stripping == .nothing, form.hasSymbols(symbols, bytes) else { return }
        let attributes = segment.attributes.attributes(form.place, bytes)
        if attributes.kind.isSettlement, attributes.country == CountryCode(country) {
          found.append(links.primary(start + form.place))
        }
      }
    }
    return found
  }
}
