import Geo
import GeoEngine
import Incidents

extension Session {
  /// The answer to a phrase that says where something is from another place; nil for a plain name.
  mutating func resolveRelation(_ query: PlaceQuery) -> Resolution? {
    guard let (phrase, parents) = relation(of: query) else { return nil }
    // Some names are only written like a relation, such as that of the quarter Between Two Bridges.
    let plain = resolve(query)
    if plain.status == .resolved, let best = plain.best, best.how != .parent,
      NormalizedName(best.matchedName).words == query.name.words
    {
      return plain
    }
    let outer = PlaceQuery(query.text, parents: parents, country: query.country, context: query.context)
    return answer(phrase, outer)
  }

  /// The relation in a query: in its own words, or in the first of its parents (`al-Foo, a village north of A`).
  func relation(of query: PlaceQuery) -> (phrase: RelationPhrase, parents: [String])? {
    if let phrase = RelationPhrase(query.text) { return (phrase, query.parents) }
    guard let parent = query.parents.first, let phrase = RelationPhrase(parent), phrase.subject == nil else {
      return nil
    }
    // A named place in a part of another is no part itself: `the city of Foo, the countryside of A`.
    if case .part = phrase.relation, !CommonWords.areAll(query.text) { return nil }
    // `20 km north, 30 km east of A`: half of it would be another place.
    if RelationParser(query.text).isBareOffset { return nil }
    return (RelationPhrase(subject: query.text, relation: phrase.relation), Array(query.parents.dropFirst()))
  }

  private mutating func answer(_ phrase: RelationPhrase, _ outer: PlaceQuery) -> Resolution? {
    switch phrase.relation {
    case .inside(let area): return resolveName(phrase.words ?? area, within: [area], outer)
    case .crossing(let river, let near):
      let town = near ?? phrase.subject
      return resolveName(river, within: town.map { [$0] } ?? [], outer)
    case .part(let part, let name): return self.part(part, of: name, outer)
    case .near(let anchor):
      if let subject = phrase.subject, let known = known(resolveName(subject, within: [anchor], outer)) { return known }
      return position(phrase, outer)
    case .road:
      let whole = resolve(outer)
      if whole.status == .resolved, whole.best?.kind == .road { return whole }
      return position(phrase, outer)
    case .offset, .outskirts, .between:
      let position = position(phrase, outer)
      guard let subject = phrase.subject, let circle = position.best else { return position }
      var near = outer.context
      near.near = circle.coordinate
      for context in [near, outer.context] {
        let named = resolve(PlaceQuery(subject, parents: outer.parents, country: outer.country, context: context))
        guard let known = known(named), let best = known.best else { continue }
        let meters = Geodesic.distanceMeters(from: best.coordinate, to: circle.coordinate)
        let isThere = best.footprint == nil && meters <= circle.uncertaintyMeters + best.uncertaintyMeters
        if isThere || isToward(best, phrase.relation, outer) { return known }
      }
      return position
    }
  }

  /// How much more than its word says a direction may mean of a place that is named too.
  private static let directionSlackDegrees = 22.5

  /// Whether a place lies in a stated direction from a larger one, however far: for readers abroad `Palmyra, east of Homs`
  /// is 130 km east of it.
  private mutating func isToward(_ place: Match, _ relation: PlaceRelation, _ outer: PlaceQuery) -> Bool {
    guard case .offset(nil, let heading?, let name) = relation, let anchor = resolveName(name, within: [], outer).best
    else { return false }
    let way = Geodesic.inverse(from: anchor.coordinate, to: place.coordinate)
    return way.distanceMeters <= resolver.weights.mostDirectionMeters
      && heading.covers(way.initialBearingDegrees, slackDegrees: Self.directionSlackDegrees)
  }

  /// An answer that is the place itself and not a larger one.
  private func known(_ resolution: Resolution) -> Resolution? {
    resolution.status == .resolved && resolution.best?.how != .parent ? resolution : nil
  }

  mutating func resolveName(_ name: String, within parents: [String], _ outer: PlaceQuery) -> Resolution {
    resolveWritten(
      PlaceQuery(name, parents: parents + outer.parents, country: outer.country, context: outer.context))
  }

  /// The circle, or the line, that a relation describes.
  mutating func position(_ phrase: RelationPhrase, _ outer: PlaceQuery) -> Resolution {
    switch phrase.relation {
    case .offset(_, _, let name), .near(let name), .outskirts(let name), .inside(let name), .crossing(let name, _),
      .part(_, let name):
      let anchor = resolveName(name, within: [], outer)
      return RelativeAnswer(resolver: resolver, query: outer, phrase: phrase, setting: areas(outer)).answer(anchor)
    case .between(let from, let to): return between([PlaceRelation.RoadEnds(from: from, to: to)], phrase, outer)
    case .road(let ends): return between(ends, phrase, outer)
    }
  }

  /// The stated country and governorate without the parents, which say where the anchor is.
  private mutating func areas(_ outer: PlaceQuery) -> Setting {
    setting(of: PlaceQuery(outer.text, country: outer.country, context: outer.context))
  }

  /// Of the ways to read two ends, the one whose places are surest. Each end is looked up by itself first; one that has
  /// namesakes is then looked for near the other.
  private mutating func between(
    _ readings: [PlaceRelation.RoadEnds], _ phrase: RelationPhrase, _ outer: PlaceQuery
  ) -> Resolution {
    var best: (sureness: Double, anchors: [Resolution])?
    for ends in readings {
      var anchors = [ends.from, ends.to].map { resolveName($0, within: [], outer) }
      for (number, name) in [ends.from, ends.to].enumerated() where anchors[number].status != .resolved {
        guard let other = anchors[1 - number].best, anchors[1 - number].status == .resolved else { continue }
        var context = outer.context
        context.near = other.coordinate
        let near = PlaceQuery(name, parents: outer.parents, country: outer.country, context: context)
        anchors[number] = resolveWritten(near)
      }
      let sureness = anchors.reduce(1) { $0 * ($1.status == .unresolved ? 0 : $1.best?.confidence ?? 0) }
      if sureness > best?.sureness ?? -1 { best = (sureness, anchors) }
    }
    let answer = RelativeAnswer(resolver: resolver, query: outer, phrase: phrase, setting: areas(outer))
    guard let anchors = best?.anchors else { return Resolution(status: .unresolved, best: nil) }
    return answer.answer(anchors[0], anchors[1])
  }
}
