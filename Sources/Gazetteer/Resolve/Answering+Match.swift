import Geo
import GeoEngine
import Incidents

extension Answering {
  /// A candidate as a match: its position, how fine that is, and the reasons.
  func match(_ candidate: Candidate, confidence: Double) -> Match {
    let place = resolver.index.places[candidate.place]
    let matchedName = resolver.index.name(ofForm: candidate.form)
    let position = Position(of: place, setting: setting, resolver: resolver)
    let number = position.governorate ?? resolver.governorate(holding: candidate.place)
    let governorate = number.map { resolver.governorates.governorates[$0] }
    return Match(
      placeID: place.id, otherIDs: place.otherIDs, placeName: place.name, matchedName: matchedName, kind: place.kind,
      country: position.country ?? place.country, governorate: governorate, coordinate: position.coordinate,
      uncertaintyMeters: position.uncertaintyMeters, footprint: position.footprint, precision: position.precision,
      how: how(candidate, place: place),
      confidence: position.isElsewhere ? min(confidence, resolver.weights.contradictedConfidence) : confidence,
      because: reasons(candidate, place: place, matchedName: matchedName, governorate: governorate)
        + position.because,
      source: place.source)
  }

  private func how(_ candidate: Candidate, place: Place) -> MatchKind {
    guard candidate.spellingCost < 0.001 else { return .spelling }
    return resolver.index.isMainName(candidate.form, of: candidate.place) ? .exact : .alternateName
  }

  private func reasons(
    _ candidate: Candidate, place: Place, matchedName: String, governorate: Governorate?
  ) -> [String] {
    var reasons = SpellingReasons.words(query, name: matchedName)
    if matchedName != place.name { reasons.append("“\(matchedName)” is another name of \(place.name)") }
    if let country = query.country, country == place.country { reasons.append("country \(country) agrees") }
    reasons += scoring.evidence(candidate).compactMap { $0.reason?.words(resolver, setting) }
    if let governorate, setting.governorate == nil { reasons.append("in \(governorate.name)") }
    return reasons
  }
}

/// Where a place is: a point for most, the circle around it for areas, the stretch that is meant for rivers.
struct Position {
  var coordinate: Coordinate
  var uncertaintyMeters: Double
  var footprint: Geometry?
  var precision: Precision
  var governorate: Int?
  var country: String?
  var because: [String] = []
  /// Whether a line does not run through an area that the text states with it.
  var isElsewhere = false

  init(of place: Place, setting: Setting, resolver: Resolver) {
    coordinate = place.coordinate
    uncertaintyMeters = place.uncertaintyMeters
    footprint = place.footprint
    precision = place.kind.precision
    if case .lines(let lines)? = place.footprint {
      if let town = setting.parents.lazy.compactMap(\.town).first {
        setStretch(of: lines, near: town, resolver: resolver)
      } else {
        setLine(lines, place: place, setting: setting, resolver: resolver)
      }
    } else if let area = place.footprint, let circle = try? BoundingCircle.of(area) {
      coordinate = circle.center
      uncertaintyMeters = circle.radiusMeters
      // A region is no finer than it is wide.
      if !place.kind.isAdministrative {
        precision = precision.coarsened(to: Precision(uncertaintyMeters: circle.radiusMeters))
      }
    }
  }

  /// A river at a town: the nearest position on it, as uncertain as the town.
  private mutating func setStretch(of lines: [LineString], near town: Match, resolver: Resolver) {
    let nearest = Nearest.on(lines, to: town.coordinate)
    coordinate = nearest.coordinate
    uncertaintyMeters = max(town.uncertaintyMeters, nearest.distanceMeters)
    footprint = nil
    precision = town.precision
    governorate = resolver.governorates.number(containing: coordinate)
    country = town.country
    because = ["the point of the river nearest to \(town.placeName)"]
  }

  /// A river without a town: the line within the smallest area stated that it runs through, and the circle around it.
  private mutating func setLine(_ lines: [LineString], place: Place, setting: Setting, resolver: Resolver) {
    var stretch = lines
    precision = .country
    for area in Self.areas(setting, resolver) {
      guard let clipped = Self.clip(lines, to: resolver.index.footprint(of: area.place)) else {
        isElsewhere = true
        because.append("it does not run through \(resolver.index.text(.name, of: area.place))")
        continue
      }
      stretch = clipped
      (precision, governorate) = (area.precision, area.governorate)
      country = resolver.index.text(.country, of: area.place)
      break
    }
    footprint = .lines(stretch)
    if let circle = try? BoundingCircle.of(.lines(stretch)) {
      coordinate = circle.center
      uncertaintyMeters = circle.radiusMeters
    }
  }

  private typealias Area = (place: Int, precision: Precision, governorate: Int?)

  /// The areas stated: districts and governorates among the parents, the governorate of the context, the country.
  private static func areas(_ setting: Setting, _ resolver: Resolver) -> [Area] {
    func governorate(_ number: Int) -> Area { (resolver.governorates.places[number], .governorate, number) }
    var areas: [Area] = setting.parents.compactMap(\.area).map { area in
      area.governorate.map(governorate)
        ?? (area.place, .district, resolver.governorates.number(ofPlace: area.place, in: resolver.index))
    }
    if let stated = setting.governorate { areas.append(governorate(stated)) }
    if let country = setting.country.flatMap({ resolver.countryAreas[$0] }) { areas.append((country, .country, nil)) }
    return areas
  }

  /// The part of the lines in an area; nil when there is none.
  private static func clip(_ lines: [LineString], to area: Geometry?) -> [LineString]? {
    guard case .area(let area)? = area, let clipped = try? Overlay.clip(lines, to: area), !clipped.isEmpty else {
      return nil
    }
    return clipped
  }
}
