import Foundation
import Geo

/// Distances good enough to weigh evidence (a percent at the scale of a country); what is reported is geodesic.
enum Nearness {
  /// Meters between two positions on a sphere, on the plane that touches it between them.
  static func meters(_ a: Coordinate, _ b: Coordinate) -> Double {
    let radians = Double.pi / 180
    let x = (b.longitude - a.longitude) * cos((a.latitude + b.latitude) / 2 * radians)
    let y = b.latitude - a.latitude
    return (x * x + y * y).squareRoot() * radians * 6_371_009
  }
}
