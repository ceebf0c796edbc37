import Geo
import GeoEngine
import Incidents

extension Session {
  /// The answer to a part of a place. A governorate often goes by its capital's name: of its `southern Idlib` the part of
  /// the governorate is meant as well as that of the town, and the answer holds both.
  mutating func part(_ part: PlacePart, of name: String, _ outer: PlaceQuery) -> Resolution {
    let whole = resolveName(name, within: [], outer)
    if let area = area(whole, name, part, outer) {
      return Resolution(
        status: .resolved, best: self.part(part, of: area, beside: whole.best), flags: [.notAPoint], because: [])
    }
    guard whole.status == .resolved, let best = whole.best, best.how != .parent else { return resolve(outer) }
    if best.kind.isSettlement, part.ground != .within {
      let relation: PlaceRelation = part.heading.map { .offset(nil, $0, from: name) } ?? .near(name)
      return position(RelationPhrase(relation: relation), outer)
    }
    guard [.city, .town, .area].contains(best.kind) else { return resolve(outer) }
    var answer = whole
    answer.best?.because.append("the text says “\(part.words)”: somewhere in that part of it")
    if part.heading != nil, !resolver.governorates.areKnown(in: best.country) {
      answer.best?.confidence = min(best.confidence, resolver.weights.aroundParentConfidence)
      answer.best?.because.append("no governorates of \(best.country) are known, one of which may be meant")
    }
    return answer
  }

  /// The area of a name: a country, a governorate, and a district where no town is meant.
  private mutating func area(_ whole: Resolution, _ name: String, _ part: PlacePart, _ outer: PlaceQuery) -> Match? {
    let best = whole.status == .resolved ? whole.best : nil
    if let best, best.kind.isAdministrative || best.footprint != nil && best.kind == .area { return best }
    // The middle, or what is old, is a town's.
    guard part.heading != nil || part.ground == .around, NameForm.readings(of: NormalizedName(name)).kind == nil else {
      return nil
    }
    let query = PlaceQuery(name, parents: outer.parents, country: outer.country, context: outer.context)
    guard let found = parent(named: name, within: setting(of: query))?.area?.match else { return nil }
    guard best == nil || found.governorate == best?.governorate, best != nil || found.confidence > 0.5 else {
      return nil
    }
    guard found.kind == .governorate || part.ground == .around else { return nil }
    var area = found
    area.confidence = max(found.confidence, best?.confidence ?? 0)
    return area
  }

  /// The part of an area, with the town of its name unless what is around the town is meant.
  private func part(_ part: PlacePart, of area: Match, beside town: Match?) -> Match {
    var match = area
    match.how = .relative
    guard let heading = part.heading, case .area(let outline)? = area.footprint else {
      match.because.append("the text says “\(part.words)”: somewhere in it")
      return match
    }
    let isTownMeant = part.ground != .around && town?.kind.isSettlement == true && town?.footprint == nil
    let held = isTownMeant ? town : nil
    let side = outline.side(toward: heading, holding: held.map { Circle($0) })
    guard let side, let circle = try? BoundingCircle.of(.area(side)) else { return match }
    (match.coordinate, match.uncertaintyMeters, match.footprint) = (circle.center, circle.radiusMeters, .area(side))
    match.because.append("the text says “\(part.words)”: the \(heading.name) of the middle of it")
    if let held { match.because.append("and \(held.placeName), which may be meant as well") }
    return match
  }
}

extension Circle {
  fileprivate init(_ match: Match) { self.init(center: match.coordinate, radiusMeters: match.uncertaintyMeters) }
}

extension MultiPolygon {
  /// The half of an area that lies on a side of its middle, for a side between two winds the quarter (Georeferencing
  /// Quick Reference Guide, 2020, “Feature – Subdivision”); as much more as a circle needs that it is to hold.
  fileprivate func side(toward heading: Heading, holding circle: Circle?) -> MultiPolygon? {
    let box = boundingBox
    let middle = box.center
    let held = circle.flatMap { circle in
      BoundingBox(
        [0, 90, 180, 270].map {
          Geodesic.destination(
            from: circle.center, bearingDegrees: $0, distanceMeters: circle.radiusMeters)
        })
    }
    let winds = heading.winds
    let west = winds.contains("e") ? min(middle.longitude, held?.west ?? .infinity) : box.west
    let east = winds.contains("w") ? max(middle.longitude, held?.east ?? -.infinity) : box.east
    let south = winds.contains("n") ? min(middle.latitude, held?.south ?? .infinity) : box.south
    let north = winds.contains("s") ? max(middle.latitude, held?.north ?? -.infinity) : box.north
    let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    let ring = try? Ring(corners.map { Coordinate(wrappingLongitude: $0.0, latitude: $0.1) })
    return ring.flatMap { try? Overlay.intersection(self, MultiPolygon([Polygon(exterior: $0)])) } ?? nil
  }
}
