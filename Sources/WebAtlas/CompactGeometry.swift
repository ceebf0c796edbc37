import Formats
import Geo

/// Lines and rings as lists of whole numbers, for the interactive map: the first position, then each step to the next,
/// longitude before latitude, in units of a fixed part of a degree. A border that two areas share stays one.
struct CompactGeometry {
  /// The unit, in degrees: about 100 m, which no screen shows at the scales at which borders are looked at.
  static let stepDegrees = 0.001

  /// An area's rings by polygons; those that shrink to nothing are left out.
  static func json(_ area: MultiPolygon) -> JSON {
    .array(
      area.polygons.compactMap { polygon in
        let rings = polygon.rings.map { steps($0.coordinates) }
        return rings[0].count >= 8 ? .array(rings.filter { $0.count >= 8 }.map(json)) : nil
      })
  }

  /// Lines.
  static func json(_ lines: [LineString]) -> JSON {
    .array(lines.map { steps($0.coordinates) }.filter { $0.count >= 4 }.map(json))
  }

  private static func json(_ steps: [Int]) -> JSON { .array(steps.map { .number(Double($0)) }) }

  private static func steps(_ coordinates: [Coordinate]) -> [Int] {
    var steps: [Int] = []
    var last = (0, 0)
    for coordinate in coordinates {
      let next = (unit(coordinate.longitude), unit(coordinate.latitude))
      guard steps.isEmpty || next != last else { continue }
      steps += [next.0 - last.0, next.1 - last.1]
      last = next
    }
    return steps
  }

  private static func unit(_ degrees: Double) -> Int { Int((degrees / stepDegrees).rounded()) }
}
