import Geo
import Incidents

/// One run of lookups: the resolver and the work space that its lookups share. Answers of parents and governorates are
/// remembered, since documents repeat them. The answer to a mention does not depend on what was asked before.
struct Session {
  let resolver: Resolver
  var search: CandidateSearch
  /// What two looks at the same names share; nil where there is only one.
  var sight: SightMemory?
  var parents: [String: Setting.Parent?] = [:]
  var governorateNumbers: [String: Int?] = [:]

  init(_ resolver: Resolver) {
    self.resolver = resolver
    search = CandidateSearch(resolver.index)
  }

  mutating func resolve(_ mention: PlaceMention, context: ResolutionContext) -> Resolution {
    let mention = plain(mention)
    let query = PlaceQuery(
      mention.name, parents: mention.parents, country: mention.countryCode, context: context)
    var resolution = resolveWritten(query)
    if mention.country == nil, query.country != nil { lookAbroad(&resolution, query) }
    if let stated = mention.country, mention.countryCode == nil {
      doubt(&resolution, statedCountry: stated)
    } else if mention.countryCode == nil, resolution.best?.kind != .country {
      resolution.flags.append(.noCountry)
    }
    if let stated = context.governorate, !stated.isEmpty,
      governorate(named: stated, country: mention.countryCode) == nil
    {
      resolution.flags.append(.unknownGovernorate)
    }
    resolution.flags = ResolutionFlag.allCases.filter(resolution.flags.contains)
    return resolution
  }

  /// The answer to a text, which may be a position in figures, a relation to another place, or a name.
  mutating func resolveWritten(_ query: PlaceQuery) -> Resolution {
    resolvePosition(query) ?? resolveRelation(query) ?? resolveCountry(query) ?? resolveSeveral(query) ?? resolve(query)
  }

  /// The answer to a name.
  mutating func resolve(_ query: PlaceQuery) -> Resolution {
    let setting = setting(of: query)
    let answer = Answering(resolver: resolver, query: query, setting: setting)
    if CommonWords.areAll(query.text) || ListedNames.isBorder(query.text) { return answer.unnamed() }
    let ranked = rank(query, setting)
    let abroad = abroad(query, setting, ranked)
    let verdict = verdict(ranked, setting, of: query, abroad: abroad)
    if let verdict, verdict.confidence >= resolver.weights.resolvedConfidence {
      // Every town has an Old City: that one is known elsewhere says nothing about this one.
      let isElsewhere = query.isGeneric && setting.parents.first?.town != nil && answer.contradictsText(verdict.leader)
      let standIn = isElsewhere ? answer.parentResolution(ranked, verdict) : nil
      return standIn ?? answer.resolution(verdict)
    }
    if let verdict, answer.isTownElsewhere(verdict.leader) { return answer.resolution(verdict) }
    if let standIn = answer.parentResolution(ranked, verdict) { return standIn }
    if let verdict, answer.isAmbiguity(verdict) { return answer.resolution(verdict) }
    return answer.unresolved(ranked, verdict, abroad: abroad)
  }

  /// A name with its place, when that is a point and clear at first sight, without the longer search for names that are
  /// spelled much otherwise: what takes that is no witness for other names.
  mutating func clear(_ mention: PlaceMention, _ context: ResolutionContext) -> ClearName? {
    let mention = plain(mention)
    let query = PlaceQuery(
      mention.name, parents: mention.parents, country: mention.countryCode, context: context)
    guard relation(of: query) == nil, !CommonWords.areAll(query.text), !ListedNames.isList(query.text) else {
      return nil
    }
    let setting = setting(of: query)
    let ranked = ranked(query, setting, wide: false)
    guard let verdict = verdict(ranked, setting, of: query, abroad: abroad(query, setting, ranked)),
      verdict.confidence >= resolver.weights.sureConfidence,
      let best = Answering(resolver: resolver, query: query, setting: setting).resolution(verdict).best,
      best.confidence >= resolver.weights.sureConfidence, best.footprint == nil
    else { return nil }
    return ClearName(written: mention.name, phrase: query.phrase, match: best)
  }

  /// The candidates in other countries than the stated one, asked for when no place in it fits well: a name that is
  /// known elsewhere exactly is hardly that of a place here that is written differently.
  private mutating func abroad(_ query: PlaceQuery, _ setting: Setting, _ ranked: [Candidate]) -> [Candidate] {
    guard let country = query.country, setting.parents.isEmpty, setting.governorate == nil else { return [] }
    if ranked.contains(where: { $0.spellingCost < Self.fits }) { return [] }
    let anywhere = PlaceQuery(query.text, country: nil)
    let scoring = Scoring(resolver: resolver, query: anywhere, setting: Setting())
    return merged(scoring.scored(candidates(anywhere, wide: false))).filter { candidate in
      let found = resolver.index.attributes[candidate.place].country
      return found != .none && found != CountryCode(country) && candidate.spellingCost < Self.fits
    }
  }

  /// The cost up to which a spelling says by itself that a place is meant.
  static let fits: Float = 0.15

  /// The candidates of a query, best first.
  mutating func rank(_ query: PlaceQuery, _ setting: Setting) -> [Candidate] {
    rankAtSight(query, setting) ?? ranked(query, setting, wide: true)
  }

  /// The candidates of a query that an entry is spelled like, or nearly like; nil when none fits well.
  private mutating func rankAtSight(_ query: PlaceQuery, _ setting: Setting) -> [Candidate]? {
    let ranked = ranked(query, setting, wide: false)
    guard let first = ranked.first, first.score >= resolver.weights.unknown / 4, first.cost < 0.4 else { return nil }
    return ranked
  }

  private mutating func ranked(_ query: PlaceQuery, _ setting: Setting, wide: Bool) -> [Candidate] {
    merged(Scoring(resolver: resolver, query: query, setting: setting).scored(candidates(query, wide: wide)))
  }

  /// The candidates with those that are one place in several sources made one: the best of them, as prominent as the
  /// most prominent of them.
  private func merged(_ ranked: [Candidate]) -> [Candidate] {
    var kept: [RankedCandidate] = []
    var rest = ranked[...]
    while let next = rest.first, kept.isEmpty || next.score > kept[0].score - Self.mergedRange {
      rest.removeFirst()
      let candidate = resolver.ranked(next)
      if let twin = kept.firstIndex(where: { resolver.isTwin($0, candidate) }) {
        kept[twin].candidate.raise(prior: next.prior)
      } else {
        kept.append(candidate)
      }
    }
    if kept.count + rest.count == ranked.count { return ranked }
    return (kept.map(\.candidate) + rest).sorted(by: resolver.index.ranks(_:before:))
  }

  /// Candidates this much worse than the best, in nats, are not worth merging.
  private static let mergedRange = 6.0

  private mutating func candidates(_ query: PlaceQuery, wide: Bool) -> [Candidate] {
    if wide { return found(query, wide: true) }
    if let known = sight?.take(query) { return known }
    let found = found(query, wide: false)
    sight?.keep(found, of: query)
    return found
  }

  private mutating func found(_ query: PlaceQuery, wide: Bool) -> [Candidate] {
    let country = query.country.map(CountryCode.init)
    let found = search.candidates(query, wide: wide) { place in
      guard place.kind != .country else { return false }
      return country == nil || place.country == country || place.country == .none
    }
    // Of one or two letters nearly every name is a misspelling.
    let isShort = query.forms.allSatisfy { $0.symbols.count < 3 }
    let outlined = resolver.withOutlines(isShort ? found.filter { $0.cost < Self.fits } : found)
    return resolver.mislabeled.isEmpty ? outlined : outlined.filter { !resolver.mislabeled.contains($0.place) }
  }

  func verdict(
    _ ranked: [Candidate], _ setting: Setting, of query: PlaceQuery, abroad: [Candidate] = []
  ) -> Verdict? {
    let weights = resolver.weights
    let elsewhere = abroad.first.map { $0.score + weights.otherCountry }
    let isTownless = query.kind == .neighborhood && setting.parents.isEmpty && setting.governorate == nil
    // That gazetteers list few quarters, and only some towns, is one doubt where no other place has the name.
    let isRare = isTownless && ranked.count { $0.spellingCost < Self.fits } == 1
    let doubt =
      (query.country == nil ? weights.noCountry : 0) + (isTownless ? weights.townless : 0)
      + (isKnownElsewhere(ranked, setting) ? weights.knownElsewhere : 0)
    return Verdict(
      ranked.lazy.map(resolver.ranked), abroad: elsewhere, weights: weights,
      doubt: { leader in doubt + (leader.attributes.isSelected && !isRare ? weights.unlisted : 0) },
      relation: resolver.relation)
  }

  /// Whether the name is spelled as that of a place outside of the stated governorate, and the leader's is not.
  private func isKnownElsewhere(_ ranked: [Candidate], _ setting: Setting) -> Bool {
    guard let stated = setting.governorate, let leader = ranked.first, leader.spellingCost >= Self.fits else {
      return false
    }
    return ranked.contains { candidate in
      candidate.spellingCost < Self.fits
        && resolver.governorates.number(ofPlace: candidate.place, in: resolver.index) != stated
    }
  }
}

extension Resolver {
  /// A candidate with the facts about its place.
  func ranked(_ candidate: Candidate) -> RankedCandidate {
    RankedCandidate(candidate: candidate, attributes: index.attributes[candidate.place])
  }

  /// How one candidate stands to another.
  func relation(_ a: RankedCandidate, _ b: RankedCandidate) -> Verdict.Relation {
    let (first, second) = (a.attributes, b.attributes)
    let meters = Nearness.meters(first.coordinate, second.coordinate)
    if first.kind == .area, regions.contains(a.place, second.coordinate) { return .companion }
    if first.kind.isAdministrative || second.kind.isAdministrative {
      return isNamesake(first, second, meters) || isAround(a.place, b.place) ? .same : .rival
    }
    guard meters <= weights.companionMeters else { return .rival }
    let governorate = governorates.number(ofPlace: a.place, in: index)
    return governorate == governorates.number(ofPlace: b.place, in: index) ? .companion : .rival
  }

  /// An area around its namesake town, or two levels or sources of one area.
  private func isNamesake(_ a: PlaceAttributes, _ b: PlaceAttributes, _ meters: Double) -> Bool {
    guard a.country == b.country else { return false }
    let extents = [a, b].map { $0.kind.isAdministrative ? Double($0.uncertaintyMeters) : 0 }
    return meters <= max(extents[0], extents[1], 30_000)
  }
}
