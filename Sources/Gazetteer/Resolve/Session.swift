import Geo
import Incidents

/// One run of lookups: the resolver and the work space that its lookups share. Answers of parents and governorates are
/// remembered, since documents repeat them. The answer to a mention does not depend on what was asked before.
struct Session {
  let resolver: Resolver
  var search: CandidateSearch
  var parents: [String: Setting.Parent?] = [:]
  var governorateNumbers: [String: Int?] = [:]

  init(_ resolver: Resolver) {
    self.resolver = resolver
    search = CandidateSearch(resolver.index)
  }

  mutating func resolve(_ mention: PlaceMention, context: ResolutionContext) -> Resolution {
    let query = PlaceQuery(
      mention.name, parents: mention.parents, country: mention.countryCode, context: context)
    var resolution = resolve(query)
    if mention.countryCode == nil { resolution.flags.append(.noCountry) }
    if mention.country != nil, mention.countryCode == nil {
      resolution.because.append("the country “\(mention.country ?? "")” is not known")
    }
    resolution.flags = ResolutionFlag.allCases.filter(resolution.flags.contains)
    return resolution
  }

  mutating func resolve(_ query: PlaceQuery) -> Resolution {
    let setting = setting(of: query)
    let ranked = rank(query, setting)
    let answer = Answering(resolver: resolver, query: query, setting: setting)
    if let verdict = verdict(ranked), verdict.confidence >= resolver.weights.resolvedConfidence {
      return answer.resolution(verdict)
    }
    if let standIn = answer.parentResolution(ranked) { return standIn }
    if let verdict = verdict(ranked), answer.isAmbiguity(verdict) { return answer.resolution(verdict) }
    return answer.unresolved(ranked, abroad: query.country == nil ? [] : rank(abroad(query), Setting()))
  }

  /// The same question without the country, to see whether the name is known elsewhere.
  private func abroad(_ query: PlaceQuery) -> PlaceQuery { PlaceQuery(query.text, country: nil) }

  /// The candidates of a query, best first.
  mutating func rank(_ query: PlaceQuery, _ setting: Setting) -> [Candidate] {
    let scoring = Scoring(resolver: resolver, query: query, setting: setting)
    var ranked = scoring.scored(candidates(query, wide: false))
    let isClear = ranked.first.map { $0.score >= resolver.weights.unknown / 4 && $0.cost < 0.4 } ?? false
    if !isClear { ranked = scoring.scored(candidates(query, wide: true)) }
    return ranked
  }

  private mutating func candidates(_ query: PlaceQuery, wide: Bool) -> [Candidate] {
    search.candidates(query.forms, isUnvowelled: query.name.isUnvowelled, wide: wide) { place in
      guard place.kind != .country else { return false }
      return query.country == nil || place.country == query.country || place.country.isEmpty
    }
  }

  func verdict(_ ranked: [Candidate]) -> Verdict? {
    Verdict(ranked, weights: resolver.weights) { resolver.relation($0, $1) }
  }
}

extension Resolver {
  /// How one candidate stands to another.
  func relation(_ a: Candidate, _ b: Candidate) -> Verdict.Relation {
    let (first, second) = (index.places[a.place], index.places[b.place])
    let meters = Nearness.meters(first.coordinate, second.coordinate)
    if first.kind.isAdministrative != second.kind.isAdministrative {
      let area = first.kind.isAdministrative ? first : second
      if meters <= max(area.uncertaintyMeters, 30_000), first.country == second.country { return .same }
    }
    if first.kind.isAdministrative, second.kind.isAdministrative, meters < 60_000 { return .same }
    guard meters <= weights.companionMeters else { return .rival }
    if meters <= weights.sameMeters, first.kind.isCompatible(with: second.kind), sharesName(first, second) {
      return .same
    }
    let sameGovernorate =
      governorates.number(of: first, at: a.place) == governorates.number(of: second, at: b.place)
    return sameGovernorate ? .companion : .rival
  }

  private func sharesName(_ a: Place, _ b: Place) -> Bool {
    let names = Set(([a.name] + a.alternateNames).map { NormalizedName($0).words })
    return ([b.name] + b.alternateNames).contains { names.contains(NormalizedName($0).words) }
  }
}
