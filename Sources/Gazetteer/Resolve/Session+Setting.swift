import Geo
import Incidents

extension Session {
  /// Resolves the names in a query's context: its governorate, then its parents from the largest to the nearest.
  mutating func setting(of query: PlaceQuery) -> Setting {
    var setting = Setting(country: query.country)
    if let stated = query.context.governorate, !stated.isEmpty {
      setting.governorate = governorate(named: stated, country: query.country)
      if setting.governorate == nil { setting.because.append("the governorate “\(stated)” is not known") }
    }
    for name in query.parents.reversed() {
      if let parent = parent(named: name, within: setting) {
        setting.parents.insert(parent, at: 0)
      } else {
        setting.because.append("“\(name)”, which the text names, is not clear")
      }
    }
    return setting
  }

  /// The number of a governorate by ISO code or by name in any spelling. The name of a district stands for the
  /// governorate it is in: lists differ in which districts have become governorates.
  mutating func governorate(named text: String, country: String?) -> Int? {
    if let number = resolver.governorates.number(ofCode: text) { return number }
    let key = "\(country ?? "")/\(text)"
    if let known = governorateNumbers[key] { return known }
    let query = PlaceQuery(text, country: country)
    let stated = country.map(CountryCode.init)
    let candidates = search.candidates(query, wide: true) { place in
      [.governorate, .district].contains(place.kind) && (stated == nil || place.country == stated)
    }
    let known = candidates.filter { $0.cost < resolver.farthest($0) && resolver.governorate(named: $0) != nil }
    let best = known.min {
      let (first, second) = (($0.cost, resolver.rank($0)), ($1.cost, resolver.rank($1)))
      return first == second ? resolver.index.precedes($0.place, $1.place) : first < second
    }
    let number = best.flatMap { resolver.governorate(named: $0) }
    governorateNumbers[key] = number
    return number
  }

  mutating func parent(named text: String, within setting: Setting) -> Setting.Parent? {
    let outer = setting.parents.map(\.name).joined(separator: "/")
    let key = "\(setting.country ?? "")/\(setting.governorate ?? -1)/\(outer)/\(text)"
    if let known = parents[key] { return known }
    let parent = findParent(named: text, within: setting)
    parents[key] = .some(parent)
    return parent
  }

  /// Whether an area goes by a name that is written like a part of a place: `Rural Damascus`.
  private mutating func isArea(_ name: String, _ setting: Setting) -> Bool {
    rank(PlaceQuery(name, country: setting.country), setting).contains {
      $0.spellingCost < Self.fits && resolver.index.attributes[$0.place].kind.isAdministrative
    }
  }

  private mutating func findParent(named text: String, within setting: Setting) -> Setting.Parent? {
    if case .part(let part, let name)? = RelationPhrase(text)?.relation, !isArea(text, setting),
      var parent = parent(named: name, within: setting)
    {
      if part.ground == .around, parent.area != nil { parent.town = nil }
      parent.name = text
      return parent
    }
    if let (owner, _) = Self.owned(text), !isArea(text, setting), var parent = parent(named: owner, within: setting) {
      parent.name = text
      return parent
    }
    let query = PlaceQuery(text, country: setting.country)
    let ranked = rank(query, setting)
    let attributes = resolver.index.attributes
    let answering = Answering(resolver: resolver, query: query, setting: setting)
    var parent = Setting.Parent(name: text)
    let statesArea = query.kind == .governorate || query.kind == .district
    let towns = ranked.filter { !attributes[$0.place].kind.isAdministrative && !resolver.regions.isArea($0.place) }
    if !statesArea, let verdict = verdict(towns, setting, of: query),
      verdict.confidence >= resolver.weights.resolvedConfidence
    {
      parent.town = answering.match(verdict.leader, confidence: verdict.confidence)
    }
    let areas = ranked.filter { candidate in
      guard candidate.cost < 0.7,
        attributes[candidate.place].kind.isAdministrative || resolver.regions.isArea(candidate.place)
      else { return false }
      if case .area? = resolver.index.footprint(of: candidate.place) { return true }
      return false
    }
    // A bare name that is a town's, a district's and a governorate's leaves open which; the widest holds the others.
    let governorate = query.kind == nil ? areas.first { attributes[$0.place].kind == .governorate } : nil
    if let best = governorate.flatMap({ $0.cost <= (areas.first?.cost ?? 0) + 0.1 ? $0 : nil }) ?? areas.first {
      let isGovernorate = attributes[best.place].kind == .governorate
      let number = isGovernorate ? resolver.governorates.places.firstIndex(of: best.place) : nil
      parent.area = Setting.Parent.Area(
        place: best.place, governorate: number, match: answering.match(best, confidence: 0.8))
      if let town = towns.first, isHidden(town, by: best) { parent.town = nil }
    }
    return parent.town == nil && parent.area == nil ? nil : parent
  }

  /// Whether a place is not meant where an area goes by the name: it lies elsewhere, as a village called like a
  /// governorate, or has only a part of the name, as a university has.
  private func isHidden(_ town: Candidate, by area: Candidate) -> Bool {
    guard area.cost <= town.cost else { return false }
    let isElsewhere = resolver.relation(resolver.ranked(area), resolver.ranked(town)) == .rival
    return isElsewhere || town.stripping == .part
  }
}

extension Resolver {
  /// The governorate a candidate is, or is a district of.
  fileprivate func governorate(named candidate: Candidate) -> Int? {
    index.attributes[candidate.place].kind == .governorate
      ? governorates.places.firstIndex(of: candidate.place)
      : governorates.number(ofPlace: candidate.place, in: index)
  }

  /// The cost up to which a name is taken for that of a governorate, of which there are few, or of a district.
  fileprivate func farthest(_ candidate: Candidate) -> Float {
    index.attributes[candidate.place].kind == .governorate ? 0.9 : 0.35
  }

  fileprivate func rank(_ candidate: Candidate) -> Int {
    index.attributes[candidate.place].kind == .governorate ? 0 : 1
  }
}
