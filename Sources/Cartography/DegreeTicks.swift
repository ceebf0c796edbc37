import Foundation
import Geo
import GeoEngine

/// Marks along the frame of a map where round longitudes and latitudes cross it, named on two sides.
struct DegreeTicks: Sendable {
  /// A mark: where it begins on the frame, and where it ends inside.
  struct Tick: Sendable {
    let start: PagePoint
    let end: PagePoint
  }

  /// The degrees of a mark.
  struct Label: Sendable {
    let text: String
    /// The space it takes, inside the frame.
    let box: Box
    /// Whether it stands under its mark at the upper edge; otherwise it ends beside its mark at the right one.
    let isUnderMark: Bool
  }

  private(set) var ticks: [Tick] = []
  private(set) var labels: [Label] = []

  private static let length = 4.0

  /// No marks.
  init() {}

  /// Longitudes are named at the upper edge, latitudes at the right one; both have marks on the opposite side too.
  init(_ viewport: Viewport, avoiding obstacles: [Box]) throws(EngineError) {
    let frame = viewport.frame
    let sides = [
      Side(from: frame.corners[0], to: frame.corners[1], inward: PagePoint(x: 0, y: 1), isMeridians: true),
      Side(from: frame.corners[3], to: frame.corners[2], inward: PagePoint(x: 0, y: -1), isMeridians: true),
      Side(from: frame.corners[2], to: frame.corners[1], inward: PagePoint(x: -1, y: 0), isMeridians: false),
      Side(from: frame.corners[3], to: frame.corners[0], inward: PagePoint(x: 1, y: 0), isMeridians: false),
    ]
    var taken = obstacles
    for (number, side) in sides.enumerated() {
      for (degrees, point) in try side.crossings(viewport) {
        ticks.append(Tick(start: point, end: point + side.inward * Self.length))
        guard number.isMultiple(of: 2) else { continue }
        let text = side.text(degrees)
        let box = Self.box(text, at: point, isUnderMark: side.isMeridians)
        guard frame.expanded(by: -1).contains(box), !taken.contains(where: { $0.overlaps(box) }) else { continue }
        labels.append(Label(text: text, box: box, isUnderMark: side.isMeridians))
        taken.append(box.expanded(by: 2))
      }
    }
  }

  private static func box(_ text: String, at point: PagePoint, isUnderMark: Bool) -> Box {
    let width = TextMetrics.width(of: text, size: TypeSize.measure)
    let height = TypeSize.measure * TextMetrics.capHeight + 2
    return isUnderMark
      ? Box(x: point.x - width / 2, y: point.y + length + 1.5, width: width, height: height)
      : Box(x: point.x - length - 2.5 - width, y: point.y - height / 2, width: width, height: height)
  }
}

/// A side of a frame, along which longitude or latitude grows.
private struct Side {
  let from: PagePoint
  let to: PagePoint
  /// The direction into the frame, of length 1.
  let inward: PagePoint
  let isMeridians: Bool

  /// 1, 2 and 5 times a power of ten, in degrees: `38.5`, and not minutes, as in the files beside the map.
  private static let steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]
  /// Marks are at least so far apart, in sheet units.
  private static let leastGap = 70.0
  /// The curve of degrees along a side is all but straight: so many chords of it are within a thousandth of a unit.
  private static let samples = 64

  /// Round degrees and where they cross the side.
  func crossings(_ viewport: Viewport) throws(EngineError) -> [(degrees: Double, point: PagePoint)] {
    let parts = (0...Self.samples).map { Double($0) / Double(Self.samples) }
    let points = parts.map { from + (to - from) * $0 }
    let degrees = try viewport.projection.unproject(points.map(viewport.planar))
      .map { isMeridians ? $0.longitude : $0.latitude }
    guard let first = degrees.first, let last = degrees.last, last > first else { return [] }
    let widest = (last - first) * Self.leastGap / max((to - from).length, 1)
    guard let step = Self.steps.first(where: { $0 >= widest }) else { return [] }
    return stride(from: (first / step).rounded(.up), through: (last / step).rounded(.down), by: 1).compactMap { count in
      let round = count * step
      guard let index = degrees.indices.dropLast().first(where: { degrees[$0] <= round && round <= degrees[$0 + 1] })
      else { return nil }
      let rest = (round - degrees[index]) / (degrees[index + 1] - degrees[index])
      return (round, points[index] + (points[index + 1] - points[index]) * rest)
    }
  }

  /// `38.5° E`.
  func text(_ degrees: Double) -> String {
    let thousandths = (abs(degrees) * 1000).rounded() / 1000
    let number = thousandths == thousandths.rounded() ? String(Int(thousandths)) : String(thousandths)
    let hemisphere = isMeridians ? (degrees < 0 ? "W" : "E") : (degrees < 0 ? "S" : "N")
    return thousandths == 0 ? "0°" : "\(number)° \(hemisphere)"
  }
}

extension DegreeTicks {
  /// Writes the marks as one path, and their degrees.
  func write(id: String, to svg: inout SVGWriter) {
    svg.element("g", ["id": .text(id), "class": "degrees"]) { svg in
      var path = SVGPath()
      for tick in ticks { path.add([tick.start, tick.end], closed: false) }
      if !path.isEmpty { svg.element("path", ["class": "degree-tick", "d": .path(path)]) }
      for label in labels {
        let x = label.isUnderMark ? label.box.center.x : label.box.maxX
        let style = label.isUnderMark ? "degree-label" : "degree-label end"
        svg.text(label.text, at: PagePoint(x: x, y: label.box.maxY - 1), style)
      }
    }
  }
}
