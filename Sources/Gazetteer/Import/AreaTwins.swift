import Geo
import GeoEngine

/// Finds for an area of one publisher the same area of another one.
struct AreaTwins {
  /// The share of their common area (intersection over union) from which two areas are one, whatever they are called:
  /// publishers generalize their lines, and the worst pair of the same governorate here has 0.945.
  private static let sameShare = 0.8
  /// The share from which they are one when they share a name too.
  private static let sameShareWithName = 0.5

  /// An area that is known.
  struct Known {
    let place: Place
    let area: MultiPolygon

    /// Nil for a place without an area.
    init?(_ place: Place) {
      guard case .area(let area)? = place.footprint else { return nil }
      self.place = place
      self.area = area
    }
  }

  private let known: [Known]

  init(_ known: [Known]) { self.known = known }

  /// The known area that a place's is the same as, in the same country.
  /// - Throws: `EngineError` for an area that crosses itself.
  func twin(of place: Place) throws(EngineError) -> Place? {
    guard case .area(let area)? = place.footprint else { return nil }
    let names = Self.readings(place)
    var best: (share: Double, place: Place)?
    for other in known
    where other.place.country == place.country && Self.overlap(other.area.boundingBox, area.boundingBox) {
      let share = try Self.commonShare(area, other.area)
      let least = names.isDisjoint(with: Self.readings(other.place)) ? Self.sameShare : Self.sameShareWithName
      if share >= least, share > best?.share ?? 0 { best = (share, other.place) }
    }
    return best?.place
  }

  private static func readings(_ place: Place) -> Set<[UInt8]> {
    Set(
      ([place.name] + place.alternateNames).flatMap { name in
        NameForm.readings(of: NormalizedName(name)).forms.map(\.symbols)
      })
  }

  private static func overlap(_ a: BoundingBox, _ b: BoundingBox) -> Bool {
    a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north
  }

  /// The area of the intersection over that of the union, both on the plane of degrees: the ratio of areas at one place
  /// is the same there as on the ground.
  private static func commonShare(_ a: MultiPolygon, _ b: MultiPolygon) throws(EngineError) -> Double {
    let (first, second) = (try valid(a), try valid(b))
    guard let common = try Overlay.intersection(first, second) else { return 0 }
    let shared = squareDegrees(common)
    return shared / (squareDegrees(first) + squareDegrees(second) - shared)
  }

  private static func valid(_ area: MultiPolygon) throws(EngineError) -> MultiPolygon {
    if try Overlay.isValid(area) { return area }
    return try Overlay.repaired(area) ?? area
  }

  /// The shoelace sum of all rings, holes taken off.
  private static func squareDegrees(_ area: MultiPolygon) -> Double {
    area.polygons.reduce(0) { sum, polygon in
      sum + squareDegrees(polygon.exterior) - polygon.holes.reduce(0) { $0 + squareDegrees($1) }
    }
  }

  private static func squareDegrees(_ ring: Ring) -> Double {
    let doubleArea = zip(ring.coordinates, ring.coordinates.dropFirst()).reduce(0.0) {
      $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
    }
    return abs(doubleArea) / 2
  }
}
