import Geo
import GeoEngine
import Incidents

/// Turns the places that a relation starts from into its answer.
struct RelativeAnswer {
  let resolver: Resolver
  let query: PlaceQuery
  let phrase: RelationPhrase
  let setting: Setting

  /// The answer from one place. What is unsure about the place is unsure about the answer.
  func answer(_ anchor: Resolution) -> Resolution {
    guard let best = anchor.best else { return unknown(anchor) }
    // A larger place that stands in for an unknown one is nothing to measure from: the answer lies somewhere around it.
    if best.how == .parent { return around(anchor, best) }
    let (match, flags) = placed(point(best), [best])
    return checked(
      Resolution(
        status: anchor.status, best: match, alternatives: anchor.alternatives.map { placed(point($0), [$0]).match },
        flags: kept(anchor.flags) + flags, because: anchor.because))
  }

  /// The answer between two places.
  func answer(_ first: Resolution, _ second: Resolution) -> Resolution {
    guard let from = first.best else { return unknown(first) }
    guard let to = second.best else { return unknown(second) }
    var line: Geometry?
    if case .road = phrase.relation { line = Self.line(from.coordinate, to.coordinate) }
    let (match, flags) = placed(.between(anchor(from), anchor(to)), [from, to], line: line)
    let isResolved = first.status == .resolved && second.status == .resolved
    return checked(
      Resolution(
        status: isResolved ? .resolved : .ambiguous, best: match, flags: kept(first.flags + second.flags) + flags,
        because: first.because + second.because))
  }

  private func point(_ place: Match) -> PointRadius {
    let anchor = anchor(place)
    switch phrase.relation {
    case .offset(let length?, let heading?, _): return .offset(length, heading, from: anchor)
    case .offset(let length?, nil, _): return .around(length, from: anchor)
    case .offset(nil, let heading?, _):
      return .sector(heading, reachMeters: resolver.reachMeters(from: place, toward: heading), from: anchor)
    case .outskirts: return .outskirts(of: anchor)
    default: return .near(anchor, reachMeters: resolver.reachMeters(from: place, toward: nil))
    }
  }

  private func anchor(_ place: Match) -> PointRadius.Anchor {
    PointRadius.Anchor(
      name: place.placeName, coordinate: place.coordinate, radiusMeters: place.uncertaintyMeters)
  }

  /// The position as a match: where it is measured from, and why that is the place meant, come first.
  private func placed(
    _ point: PointRadius, _ anchors: [Match], line: Geometry? = nil
  ) -> (match: Match, flags: [ResolutionFlag]) {
    let origins = anchors.flatMap { anchor in
      ["measured from \(anchor.placeName) (\(anchor.kind.rawValue), \(anchor.placeID))"] + anchor.because
    }
    let unknown = phrase.subject.map {
      ["“\($0)” itself is not known there; the position is where the text says it is"]
    }
    let stretch = line == nil ? [] : ["no gazetteer has the road itself: the straight line stands for it"]
    return resolver.match(
      point.circle, name: query.text, matchedName: anchors.map(\.matchedName).joined(separator: " | "),
      footprint: line, how: .relative, assumedCountry: query.country ?? sharedCountry(of: anchors, in: point.circle),
      confidence: anchors.reduce(1) { $0 * $1.confidence },
      because: (unknown ?? []) + origins + point.because + stretch)
  }

  /// The country of the places measured from, when the position may be where they are themselves.
  private func sharedCountry(of anchors: [Match], in circle: Circle) -> String? {
    guard let country = anchors.first?.country, !country.isEmpty else { return nil }
    let areAllInside = anchors.allSatisfy {
      $0.country == country
        && Geodesic.distanceMeters(from: $0.coordinate, to: circle.center) <= circle.radiusMeters
    }
    return areAllInside ? country : nil
  }

  /// The flags of the places measured from that also hold for the answer.
  private func kept(_ flags: [ResolutionFlag]) -> [ResolutionFlag] { flags.filter { $0 != .notAPoint } }

  private func unknown(_ anchor: Resolution) -> Resolution {
    Resolution(
      status: .unresolved, best: nil, alternatives: anchor.alternatives, flags: anchor.flags,
      because: ["the text gives the position from a place that is not known"] + anchor.because)
  }

  private func around(_ anchor: Resolution, _ parent: Match) -> Resolution {
    var best = parent
    if case .offset(let length?, _, _) = phrase.relation {
      best.uncertaintyMeters += length.meters + length.imprecisionMeters
      best.because.append("widened by the distance, \(Meters.words(length.meters))")
    }
    return Resolution(
      status: anchor.status, best: best, alternatives: anchor.alternatives, flags: anchor.flags, because: anchor.because
    )
  }

  /// A position beyond the stated country, or beyond the stated governorate and not beside it, is not to be drawn.
  private func checked(_ resolution: Resolution) -> Resolution {
    guard var best = resolution.best else { return resolution }
    let circle = Circle(center: best.coordinate, radiusMeters: best.uncertaintyMeters)
    var contradictions = Contradictions(circle, query, setting, resolver)
    // What is only reckoned must not cross a border, however near.
    contradictions.isGrave = contradictions.isGrave || contradictions.flags.contains(.countryDisagrees)
    var checked = resolution
    best.because += contradictions.words
    checked.flags += contradictions.flags
    checked.because += contradictions.doubt
    if contradictions.isGrave {
      best.confidence = min(best.confidence, resolver.weights.contradictedConfidence)
      checked.status = .ambiguous
    }
    checked.best = best
    return checked
  }

  /// The geodesic between two positions, with a position about every tenth of it.
  private static func line(_ start: Coordinate, _ end: Coordinate) -> Geometry? {
    let (distance, bearing) = Geodesic.inverse(from: start, to: end)
    let inner = (1...9).map {
      Geodesic.destination(from: start, bearingDegrees: bearing, distanceMeters: distance * Double($0) / 10)
    }
    return (try? LineString([start] + inner + [end])).map { .lines([$0]) }
  }
}
