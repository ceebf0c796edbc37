import Geo
import GeoEngine
import Incidents

extension Resolver {
  /// How far from a place “near” it may be: what UCDP codes as near a place (`where_prec` 2). A grid that is farther
  /// away may be mistyped, or the name may be another place's: neither is sure.
  private static let nearbyMeters = 25_000.0
  /// Most confidence of a position that the named place contradicts.
  private static let contradictedConfidence = 0.75

  /// An incident with the position of its grid, and how far that is from the place the text names. Both are kept.
  func withGrid(_ located: LocatedIncident) -> LocatedIncident {
    guard let grid = located.incident.grid else { return located }
    let mention = located.incident.mentions.first
    let resolution = resolve(
      PlaceMention(name: grid.value, country: mention?.country, countryCode: mention?.countryCode, span: grid.span))
    var located = located
    located.grid = compare(Self.position(resolution, grid.value), with: located.named)
    return located
  }

  /// The answer, when it is a position and no place whose name looks like a grid.
  private static func position(_ resolution: Resolution, _ grid: String) -> Resolution {
    guard let best = resolution.best, best.how != .coordinates else { return resolution }
    return Resolution(status: .unresolved, best: nil, because: ["“\(grid)” is no grid reference"])
  }

  private func compare(_ resolution: Resolution, with named: Match?) -> GridAnswer {
    guard let named, var best = resolution.best else {
      return GridAnswer(resolution: resolution, distanceMeters: nil, isFar: false)
    }
    let meters = Geodesic.distanceMeters(from: best.coordinate, to: named.coordinate)
    let allowed = best.uncertaintyMeters + named.uncertaintyMeters
    let kilometers = "\(named.placeName), the place named, is \(Int((meters / 1000).rounded())) km away"
    if meters <= allowed {
      best.placeName = named.placeName
      best.because.append("\(kilometers): both uncertainties allow that")
    } else {
      best.because.append("\(kilometers), farther than both uncertainties allow")
    }
    if meters > allowed + Self.nearbyMeters { best.confidence = min(best.confidence, Self.contradictedConfidence) }
    var answer = resolution
    answer.best = best
    return GridAnswer(resolution: answer, distanceMeters: meters, isFar: meters > allowed)
  }
}
