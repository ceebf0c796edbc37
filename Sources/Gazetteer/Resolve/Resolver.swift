public import Incidents

/// Finds the places that written names mean, says how sure it is and why. Built once from gazetteers, never changed; may
/// be used from several tasks at once.
public struct Resolver: Sendable {
  /// The places it knows.
  public let index: PlaceIndex
  /// The names of the countries it knows.
  public let countryNames: CountryNames
  let governorates: GovernorateMap
  let weights: MatchWeights
  let countryAreas: [String: Int]
  let districts: DistrictMap
  let countries: DistrictMap

  /// A resolver over gazetteers, which add up; their order does not matter.
  /// - Throws: `GazetteerError` for a gazetteer that cannot be read.
  public init(sources: [GazetteerSource], weights: MatchWeights = MatchWeights()) throws(GazetteerError) {
    var places: [Place] = []
    for source in sources { places += try source.places() }
    try self.init(places: places, weights: weights)
  }

  /// A resolver over places.
  /// - Throws: `GazetteerError` for boundaries that no geometry can be made of.
  public init(places: [Place], weights: MatchWeights = MatchWeights()) throws(GazetteerError) {
    index = PlaceIndex(Self.withoutMislabeledCountries(places))
    governorates = try GovernorateMap(index)
    districts = DistrictMap(index)
    countries = DistrictMap(index, kind: .country)
    self.weights = weights
    var names: [String: String] = [:]
    var areas: [String: Int] = [:]
    for (number, place) in index.places.enumerated() where place.kind == .country {
      areas[place.country] = number
      for name in [place.name, place.country] + place.alternateNames where names[name] == nil {
        names[name] = place.country
      }
    }
    countryNames = CountryNames(names)
    countryAreas = areas
  }

  /// The place a mention means.
  public func resolve(_ mention: PlaceMention, context: ResolutionContext = ResolutionContext()) -> Resolution {
    var session = Session(self)
    return session.resolve(mention, context: context)
  }

  /// The places of a document's incidents, in two passes: the mentions that are clear by themselves say where the
  /// document is about, and that counts as evidence, weak and stated, for the others.
  public func resolve(document incidents: [Incident]) -> [LocatedIncident] {
    var session = Session(self)
    let first = incidents.map { $0.mentions.map { session.resolve($0, context: ResolutionContext()) } }
    let mentions = incidents.flatMap(\.mentions)
    let anchors = zip(mentions, first.joined()).compactMap { mention, resolution in
      resolution.best.flatMap { best in
        best.confidence >= 0.8 && best.footprint == nil ? (name: mention.name, coordinate: best.coordinate) : nil
      }
    }
    let context = ResolutionContext(document: DocumentContext(anchors))
    return incidents.map { incident in
      LocatedIncident(
        incident: incident, resolutions: incident.mentions.map { session.resolve($0, context: context) })
    }
  }

  /// Without entries that some gazetteers list as towns though their name is their country's.
  private static func withoutMislabeledCountries(_ places: [Place]) -> [Place] {
    let countries = places.filter { $0.kind == .country }
    let names = Set(
      countries.flatMap { country in
        ([country.name] + country.alternateNames).map { country.country + NormalizedName($0).text }
      })
    return places.filter { !$0.kind.isSettlement || !names.contains($0.country + NormalizedName($0.name).text) }
  }
}
