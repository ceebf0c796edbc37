import Foundation
import Geo
import GeoEngine

/// Relative positions as circles, after the point-radius method (J. Wieczorek, Q. Guo and R. J. Hijmans, “The
/// point-radius method for georeferencing locality descriptions”, IJGIS 18 (2004), 745–767; A. D. Chapman and J. R.
/// Wieczorek, Georeferencing Best Practices, 2020; D. A. Bloom et al., Georeferencing Calculator Manual, 2020).
///
/// Every circle holds all positions that the words allow: the terms of its radius are added, not averaged.
struct PointRadius: Hashable {
  var circle: Circle
  /// How position and radius were made, in words.
  var because: [String]

  /// A place to start from: where it is, and the radius of its extent and of the imprecision of its coordinate.
  struct Anchor: Hashable {
    var name: String
    var coordinate: Coordinate
    var radiusMeters: Double
  }

  /// The directions of parallel ways spread as meridians converge: less than this share of a radius at the scale of a
  /// country.
  private static let convergence = 1.01

  private init(_ center: Coordinate, _ terms: [(meters: Double, words: String)], _ because: [String]) {
    let radius = terms.reduce(0) { $0 + $1.meters } * Self.convergence
    circle = Circle(center: center, radiusMeters: radius)
    let parts = terms.filter { $0.meters > 0 }.map { "\(Meters.words($0.meters)) for \($0.words)" }
    self.because = because + ["radius \(Meters.words(radius)): " + parts.joined(separator: ", ")]
  }

  private static func extent(_ anchor: Anchor) -> (meters: Double, words: String) {
    (anchor.radiusMeters, "the extent and coordinate of \(anchor.name)")
  }

  /// A distance in a direction.
  static func offset(_ length: WrittenLength, _ heading: Heading, from anchor: Anchor) -> PointRadius {
    let center = Geodesic.destination(
      from: anchor.coordinate, bearingDegrees: heading.bearingDegrees, distanceMeters: length.meters)
    func farthest(_ imprecision: Double) -> Double {
      let angles = [-heading.imprecisionDegrees, 0, heading.imprecisionDegrees]
      let lengths = [max(0, length.meters - imprecision), length.meters + imprecision]
      return angles.flatMap { angle in
        lengths.map { meters in
          let position = Geodesic.destination(
            from: anchor.coordinate, bearingDegrees: heading.bearingDegrees + angle, distanceMeters: meters)
          return Geodesic.distanceMeters(from: center, to: position)
        }
      }.max() ?? 0
    }
    let (turned, whole) = (farthest(0), farthest(length.imprecisionMeters))
    return PointRadius(
      center,
      [
        extent(anchor), (turned, "“\(heading.name)”, read as within \(degrees(heading.imprecisionDegrees)) of it"),
        (whole - turned, "the distance, rounded to within \(Meters.words(length.imprecisionMeters))"),
      ],
      ["\(Meters.words(length.meters)) from \(anchor.name) on the bearing \(degrees(heading.bearingDegrees))"])
  }

  /// A distance without a direction: the whole disk, since a ring has no middle.
  static func around(_ length: WrittenLength, from anchor: Anchor) -> PointRadius {
    PointRadius(
      anchor.coordinate,
      [
        extent(anchor), (length.meters, "the distance, in any direction"),
        (length.isUpperBound ? 0 : length.imprecisionMeters, "the rounding of the distance"),
      ], ["up to \(Meters.words(length.meters)) from \(anchor.name), in no stated direction"])
  }

  /// A direction without a distance: the circle around the sector that ends at the next place of its kind in that
  /// direction (Quick Reference Guide, “Offset – Heading only”).
  /// - Parameter reachMeters: how far that is.
  static func sector(_ heading: Heading, reachMeters: Double, from anchor: Anchor) -> PointRadius {
    // The circle through the tip and the two corners of a sector, which also holds its arc up to 45°.
    let radius = reachMeters / (2 * cos(heading.imprecisionDegrees * .pi / 180))
    let center = Geodesic.destination(
      from: anchor.coordinate, bearingDegrees: heading.bearingDegrees, distanceMeters: radius)
    return PointRadius(
      center,
      [
        extent(anchor),
        (
          radius,
          "the sector within \(degrees(heading.imprecisionDegrees)) of “\(heading.name)”, up to "
            + "\(Meters.words(reachMeters)) away, where the next place of its size or the limit is"
        ),
      ], ["\(heading.name) of \(anchor.name), at no stated distance"])
  }

  /// Near a place: its circle, widened half of the way to the next place of its kind (Quick Reference Guide, “Feature –
  /// near a Feature”).
  static func near(_ anchor: Anchor, reachMeters: Double) -> PointRadius {
    PointRadius(
      anchor.coordinate, [extent(anchor), (reachMeters / 2, "“near”, half of the way to the next place of its size")],
      ["near \(anchor.name), in no stated direction"])
  }

  /// The outskirts of a place: its circle, widened by half.
  static func outskirts(of anchor: Anchor) -> PointRadius {
    PointRadius(
      anchor.coordinate, [extent(anchor), (anchor.radiusMeters / 2, "“outskirts”, half as much again")],
      ["at the edge of \(anchor.name), on no stated side"])
  }

  /// Between two places: the middle of the geodesic, and a circle that holds both.
  static func between(_ first: Anchor, _ second: Anchor) -> PointRadius {
    let (distance, bearing) = Geodesic.inverse(from: first.coordinate, to: second.coordinate)
    let larger = first.radiusMeters >= second.radiusMeters ? first : second
    return PointRadius(
      Geodesic.destination(from: first.coordinate, bearingDegrees: bearing, distanceMeters: distance / 2),
      [(distance / 2, "half of the distance between \(first.name) and \(second.name)"), extent(larger)],
      ["midway between \(first.name) and \(second.name), \(Meters.words(distance)) apart"])
  }

  private static func degrees(_ angle: Double) -> String {
    angle == angle.rounded() ? "\(Int(angle))°" : "\(angle)°"
  }
}
