import GeoEngine

/// A circle of uncertainty on the sheet; equal ones are drawn once.
struct UncertaintyCircle: Hashable {
  let center: PagePoint
  let radius: Double
  /// The place that it is around; empty for one that holds others.
  let name: String
  let radiusMeters: Double

  /// From this radius on, in sheet units, it is far from its symbol.
  private static let largeRadius = 28.0

  fileprivate var isLarge: Bool { radius >= Self.largeRadius && !name.isEmpty }

  /// Smaller ones, in sheet units, would be specks between the symbols.
  private static let smallestRadius = 4.0

  /// Whether any of it is in the frame and not under a symbol.
  fileprivate func isSeen(in frame: Box, beside symbols: [MapSymbol]) -> Bool {
    radius >= Self.smallestRadius && crosses(frame)
      && !symbols.contains { ($0.center - center).length + radius <= $0.radius + 1 }
  }

  /// Whether any of its rim is in the frame.
  private func crosses(_ frame: Box) -> Bool {
    let nearest = PagePoint(
      x: min(max(center.x, frame.minX), frame.maxX), y: min(max(center.y, frame.minY), frame.maxY))
    let farthest = frame.corners.map { ($0 - center).length }.max() ?? 0
    return (nearest - center).length < radius && radius < farthest
  }

  /// For each center, the smallest circle around it that holds all circles nearer to it than to any other center.
  fileprivate static func enclosing(_ circles: [UncertaintyCircle], around centers: [PagePoint]) -> [UncertaintyCircle]
  {
    guard !centers.isEmpty else { return [] }
    var radii = [Double](repeating: 0, count: centers.count)
    for circle in circles {
      let distances = centers.map { ($0 - circle.center).length }
      let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
      radii[nearest] = max(radii[nearest], distances[nearest] + circle.radius)
    }
    return zip(centers, radii).filter { $1 > 0 }.map {
      UncertaintyCircle(center: $0, radius: $1, name: "", radiusMeters: 0)
    }
  }
}

extension [UncertaintyCircle] {
  /// Those that are to be named: large ones on the sheet, among smaller ones.
  var outstanding: [UncertaintyCircle] {
    let radii = map(\.radius).sorted()
    guard !radii.isEmpty else { return [] }
    let median = radii[(radii.count - 1) / 2]
    return filter { $0.isLarge && (count == 1 || $0.radius >= 2 * median) }
  }
}

extension FrameContent {
  /// More circles than this would be a mesh; then each symbol has one around all that it stands for.
  private static let mostCircles = 300

  /// The circles that are to be seen beside the symbols.
  func circles(
    _ viewport: Viewport, _ spots: [MapSymbol.Located], beside symbols: [MapSymbol]
  ) -> [UncertaintyCircle] {
    var seen: [UncertaintyCircle] = []
    for located in spots {
      for place in located.spot.weighted {
        let circle = UncertaintyCircle(
          center: located.point, radius: place.uncertaintyMeters * viewport.unitsPerMeter, name: located.spot.name,
          radiusMeters: place.uncertaintyMeters)
        if circle.isSeen(in: viewport.frame, beside: symbols) { seen.append(circle) }
      }
    }
    return seen.count <= Self.mostCircles ? seen : UncertaintyCircle.enclosing(seen, around: symbols.map(\.center))
  }
}
