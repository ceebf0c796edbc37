import Geo
import GeoEngine
import Incidents

extension Resolver {
  /// An incident of which the text names several governorates or districts, with the ground of all of them, or lists
  /// several towns, with a circle around them: one of them alone would say more than the text does.
  func withAreas(_ located: LocatedIncident) -> LocatedIncident {
    var located = located
    located.areas = Self.areas(located.resolutions) ?? listed(located)
    return located
  }

  private func listed(_ located: LocatedIncident) -> Match? {
    let matches = located.resolutions.compactMap { $0.status == .resolved ? $0.best : nil }
    guard let phrase = located.incident.placePhrase?.value, ListedNames.isList(phrase), let first = matches.first,
      matches.count > 1, matches.count == located.resolutions.count,
      matches.allSatisfy({ $0.footprint == nil && $0.how != .parent && $0.country == first.country })
    else { return nil }
    let isBeyond = matches.dropFirst().contains {
      let meters = Geodesic.distanceMeters(from: first.coordinate, to: $0.coordinate)
      return meters + $0.uncertaintyMeters > first.uncertaintyMeters
    }
    guard isBeyond, var (whole, _) = whole(matches, name: matches.map(\.placeName).joined(separator: ", ")) else {
      return nil
    }
    whole.governorate = Set(matches.map(\.governorate)).count == 1 ? first.governorate : nil
    whole.country = first.country
    return whole
  }

  private static func areas(_ resolutions: [Resolution]) -> Match? {
    let matches = resolutions.compactMap { $0.status == .resolved ? $0.best : nil }
    guard matches.count > 1, matches.count == resolutions.count, var whole = matches.first,
      matches.allSatisfy({ $0.country == whole.country })
    else { return nil }
    let polygons = matches.compactMap(outline)
    guard polygons.count == matches.count else { return nil }
    let ground = MultiPolygon(polygons.flatMap(\.polygons))
    guard let circle = try? BoundingCircle.of(.area(ground)) else { return nil }
    (whole.coordinate, whole.uncertaintyMeters, whole.footprint) = (circle.center, circle.radiusMeters, .area(ground))
    whole.placeID = matches.map(\.placeID).joined(separator: "+")
    whole.otherIDs = []
    whole.placeName = matches.map(\.placeName).joined(separator: ", ")
    whole.matchedName = matches.map(\.matchedName).joined(separator: ", ")
    whole.precision = matches.reduce(whole.precision) { $0.coarsened(to: $1.precision) }
    whole.confidence = matches.reduce(1) { $0 * $1.confidence }
    whole.governorate = Set(matches.map(\.governorate)).count == 1 ? whole.governorate : nil
    whole.because = ["the text names several areas: the incident belongs to all of them"] + matches.flatMap(\.because)
    return whole
  }

  /// The outline of a governorate or a district; a country holds others.
  private static func outline(_ match: Match) -> MultiPolygon? {
    guard match.kind == .governorate || match.kind == .district, case .area(let outline)? = match.footprint else {
      return nil
    }
    return outline
  }
}
