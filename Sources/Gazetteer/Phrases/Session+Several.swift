import Geo
import GeoEngine
import Incidents

extension Session {
  /// The answer to a text that lists several places: the circle that holds them all; nil for another text, and for two
  /// names of one place.
  mutating func resolveSeveral(_ query: PlaceQuery) -> Resolution? {
    let names = ListedNames.names(query.text)
    guard names.count > 1, names.count <= Self.mostListed, !ListedNames.isBorder(query.text),
      !names.contains(where: { RelationParser($0).isBareOffset }), !isKnown(query.text, country: query.country)
    else { return nil }
    var answers: [Resolution] = []
    for name in names {
      let one = PlaceQuery(name, parents: query.parents, country: query.country, context: query.context)
      answers.append(resolveWritten(one))
    }
    // Without an *and*, what is not known for sure may be another name of the place beside it.
    let isJoined = ListedNames.isList(query.text)
    let least = isJoined ? 0 : Self.leastOfTwo
    let isClear = answers.map { answer in
      answer.status == .resolved && answer.best?.how != .parent && answer.best?.confidence ?? 0 >= least
    }
    guard isClear.allSatisfy(\.self) || (isClear.contains(true) && isJoined) else { return nil }
    let places = zip(answers, isClear).compactMap { $1 ? $0.best : nil }
    if isOne(places), isClear.allSatisfy(\.self) { return answers[0] }
    return whole(places, query, unclear: zip(names, isClear).compactMap { $1 ? nil : $0 })
  }

  private static let mostListed = 8
  /// How sure it must be of each of two names with only a stroke between them that they are two places.
  private static let leastOfTwo = 0.7

  private func isOne(_ places: [Match]) -> Bool {
    places.dropFirst().allSatisfy {
      Geodesic.distanceMeters(from: $0.coordinate, to: places[0].coordinate) <= resolver.weights.sameMeters
    }
  }

  private func whole(_ places: [Match], _ query: PlaceQuery, unclear: [String]) -> Resolution? {
    guard var (match, flags) = resolver.whole(places, name: query.text) else { return nil }
    flags.append(.severalPlaces)
    if unclear.isEmpty { return Resolution(status: .resolved, best: match, flags: flags) }
    match.confidence = min(match.confidence, resolver.weights.contradictedConfidence)
    let names = unclear.map { "“\($0)”" }.joined(separator: ", ")
    return Resolution(
      status: .ambiguous, best: match, flags: flags, because: ["\(names), which the text lists too, is not clear"])
  }
}

extension Resolver {
  /// The circle that holds several places, and what it must be flagged with; nil where there is none.
  func whole(_ places: [Match], name: String) -> (match: Match, flags: [ResolutionFlag])? {
    let circles = places.map { Geodesic.circle(around: $0.coordinate, radiusMeters: $0.uncertaintyMeters) }
    guard let circle = try? BoundingCircle.of(.area(MultiPolygon(circles))) else { return nil }
    let listed = places.map {
      "the text lists \($0.placeName) (\($0.kind.rawValue), \($0.placeID)): the circle holds it"
    }
    return match(
      Circle(center: circle.center, radiusMeters: circle.radiusMeters), name: name,
      matchedName: places.map(\.matchedName).joined(separator: " | "), how: .relative,
      assumedCountry: Set(places.map(\.country)).count == 1 ? places.first?.country : nil,
      confidence: places.reduce(1) { $0 * $1.confidence }, because: listed + places.flatMap(\.because))
  }
}
