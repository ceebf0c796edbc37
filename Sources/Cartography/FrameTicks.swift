import Foundation
import Geo
import GeoEngine

/// Where meridians and parallels of round degrees meet the edges of a frame.
struct FrameTicks {
  /// A meridian or parallel at an edge.
  struct Tick {
    /// On the edge.
    let point: PagePoint
    /// `39°30′ E`
    let label: String
  }

  private(set) var top: [Tick] = []
  private(set) var bottom: [Tick] = []
  private(set) var left: [Tick] = []
  private(set) var right: [Tick] = []

  private static let length = 4.0
  /// What the labels below a frame add to its height.
  static let labelHeight = 7.0
  /// Nearer to one another, labels would run together.
  private static let leastSpacing = 76.0
  /// Degrees between ticks: from 20° to 1′.
  private static let steps = [1.0 / 60, 1.0 / 30, 1.0 / 12, 1.0 / 6, 0.25, 0.5, 1, 2, 5, 10, 20]

  init(_ viewport: Viewport) throws(EngineError) {
    let frame = viewport.frame
    let step = try Self.step(viewport)
    top = try Self.ticks(viewport, from: frame.corners[0], to: frame.corners[1], step, longitudes: true)
    bottom = try Self.ticks(viewport, from: frame.corners[3], to: frame.corners[2], step, longitudes: true)
    left = try Self.ticks(viewport, from: frame.corners[3], to: frame.corners[0], step, longitudes: false)
    right = try Self.ticks(viewport, from: frame.corners[2], to: frame.corners[1], step, longitudes: false)
  }

  /// The smallest step that keeps labels apart in the middle of the map.
  private static func step(_ viewport: Viewport) throws(EngineError) -> Double {
    let middle = viewport.frame.center
    let ends = [middle, middle + PagePoint(x: 50, y: 0), middle + PagePoint(x: 0, y: -50)].map(viewport.planar)
    let places = try viewport.projection.unproject(ends)
    let east = abs(places[1].longitude - places[0].longitude) / 50
    let north = abs(places[2].latitude - places[0].latitude) / 50
    return steps.first { $0 >= Self.leastSpacing * max(east, north) } ?? steps[steps.count - 1]
  }

  /// The edge is followed in pieces so short that degrees run evenly along each.
  private static func ticks(
    _ viewport: Viewport, from start: PagePoint, to end: PagePoint, _ step: Double, longitudes: Bool
  ) throws(EngineError) -> [Tick] {
    let pieces = 32
    let points = (0...pieces).map { start + (end - start) * (Double($0) / Double(pieces)) }
    let degrees = try viewport.projection.unproject(points.map(viewport.planar))
      .map { longitudes ? $0.longitude : $0.latitude }
    var ticks: [Tick] = []
    for (index, (low, high)) in zip(degrees, degrees.dropFirst()).enumerated() where low < high {
      var number = (low / step).rounded(.up)
      while number * step < high {
        let part = (number * step - low) / (high - low)
        let point = points[index] + (points[index + 1] - points[index]) * part
        ticks.append(Tick(point: point, label: label(number * step, longitudes: longitudes)))
        number += 1
      }
    }
    return ticks
  }

  private static func label(_ degrees: Double, longitudes: Bool) -> String {
    let minutes = Int((abs(degrees) * 60).rounded())
    let side = minutes == 0 ? "" : longitudes ? (degrees < 0 ? " W" : " E") : degrees < 0 ? " S" : " N"
    let rest = minutes % 60
    return "\(minutes / 60)°" + (rest == 0 ? "" : rest < 10 ? "0\(rest)′" : "\(rest)′") + side
  }

  /// Writes a tick at each edge, into the frame, and labels below it and to its left.
  func write(id: String, in frame: Box, to svg: inout SVGWriter) {
    svg.group(id, "ticks") { svg in
      var path = SVGPath()
      let sides = [(top, 0, 1), (bottom, 0, -1), (left, 1, 0), (right, -1, 0)] as [([Tick], Double, Double)]
      for (ticks, x, y) in sides {
        for tick in ticks {
          path.add([tick.point, tick.point + PagePoint(x: x, y: y) * Self.length], closed: false)
        }
      }
      if !path.isEmpty { svg.element("path", ["class": "tick", "d": .path(path)]) }
      for tick in bottom where fits(tick, between: frame.minX, and: frame.maxX, at: tick.point.x) {
        svg.text(tick.label, at: PagePoint(x: tick.point.x, y: frame.maxY + 9.5), "tick-label")
      }
      for tick in left where fits(tick, between: frame.minY, and: frame.maxY, at: tick.point.y) {
        svg.text(tick.label, at: PagePoint(x: frame.minX - 3.2, y: tick.point.y), "tick-label", rotatedBy: -90)
      }
    }
  }

  /// Whether the label does not reach past the corners.
  private func fits(_ tick: Tick, between low: Double, and high: Double, at position: Double) -> Bool {
    let half = TextMetrics.width(of: tick.label, size: TypeSize.measure) / 2
    return position - half >= low && position + half <= high
  }
}
