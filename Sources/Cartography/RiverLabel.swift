import Foundation

/// Where along a river its name can stand: beside a stretch as long as the name and as straight as can be found.
struct RiverLabel {
  let baseline: PagePoint
  let rotationDegrees: Double
  /// The space the text takes, as a row of boxes along the slanted baseline.
  let boxes: [Box]
  private let slantedBox: SlantedBox

  private static let straightEnough = 0.14
  /// The distance between two beginnings of stretches that are looked at.
  private static let step = 6.0

  /// How far a text reaches from the middle of its baseline, in sheet units.
  private struct Extent {
    let width: Double
    let above: Double
    let below: Double

    init(_ text: String, size: Double) {
      let reach = TextMetrics.reach(of: text)
      width = TextMetrics.width(of: text, size: size)
      (above, below) = (size * reach.above, size * reach.below)
    }
  }

  /// The places for a text along a line, straightest first, those above the river before those below it.
  /// None of them is crossed by any of the lines.
  /// - Parameter gap: how far the text stands from the line.
  static func candidates(
    of text: String, along line: [PagePoint], size: Double, gap: Double, avoiding lines: [[PagePoint]]
  ) -> [RiverLabel] {
    let extent = Extent(text, size: size)
    let width = extent.width
    let course = MeasuredLine(line)
    var found: [(bend: Double, label: RiverLabel)] = []
    for start in stride(from: 0, through: course.length - width * 1.1, by: step) {
      let stretch = course.stretch(from: start, length: width * 1.1)
      let bend = stretch.bend
      guard (bend.above + bend.below) / width < straightEnough else { continue }
      for isAbove in [true, false] {
        let label = RiverLabel(beside: stretch, bend: bend, isAbove: isAbove, extent, gap: gap)
        found.append(((bend.above + bend.below) / width + (isAbove ? 0 : 0.04), label))
      }
    }
    return found.enumerated().sorted { ($0.element.bend, $0.offset) < ($1.element.bend, $1.offset) }
      .map(\.element.label)
      .filter { label in !lines.contains(where: label.slantedBox.isCrossed) }
  }

  /// A text beside the chord of a stretch, so far from it that no vertex touches the text, never upside down.
  private init(
    beside stretch: Stretch, bend: (above: Double, below: Double), isAbove: Bool, _ extent: Extent, gap: Double
  ) {
    let (up, direction) = (stretch.up, stretch.direction)
    let width = extent.width
    let offset = isAbove ? bend.above + gap + extent.below : -bend.below - gap - extent.above
    baseline = stretch.middle + up * offset
    rotationDegrees = atan2(direction.y, direction.x) * 180 / .pi
    let height = extent.above + extent.below
    let middle = baseline + up * ((extent.above - extent.below) / 2)
    slantedBox = SlantedBox(middle: middle, direction: direction, width: width, height: height)
    let count = max(1, Int((width / height).rounded(.up)))
    let step = width / Double(count)
    let (boxWidth, boxHeight) = (
      abs(direction.x) * step + abs(direction.y) * height, abs(direction.y) * step + abs(direction.x) * height
    )
    boxes = (0..<count).map { index in
      let along = (Double(index) + 0.5) * step - width / 2
      return Box(center: middle + direction * along, width: boxWidth, height: boxHeight)
    }
  }
}

/// A line with the distance of each vertex from its beginning.
private struct MeasuredLine {
  private let line: [PagePoint]
  private let distances: [Double]

  var length: Double { distances.last ?? 0 }

  init(_ line: [PagePoint]) {
    self.line = line
    var distances = [0.0]
    for (a, b) in zip(line, line.dropFirst()) { distances.append(distances[distances.count - 1] + (b - a).length) }
    self.distances = distances
  }

  /// The part from one distance on, its ends between vertices where need be.
  func stretch(from start: Double, length: Double) -> Stretch {
    let end = start + length
    let between = line.indices.filter { distances[$0] > start && distances[$0] < end }.map { line[$0] }
    return Stretch(points: [point(at: start)] + between + [point(at: end)])
  }

  private func point(at distance: Double) -> PagePoint {
    guard let next = distances.firstIndex(where: { $0 >= distance }), next > 0 else {
      return distance <= 0 ? line[0] : line[line.count - 1]
    }
    let part = (distance - distances[next - 1]) / max(distances[next] - distances[next - 1], 1e-9)
    return line[next - 1] + (line[next] - line[next - 1]) * part
  }
}

/// A part of a river, read from left to right.
private struct Stretch {
  let points: [PagePoint]
  let middle: PagePoint
  /// From the left end to the right one, of length 1.
  let direction: PagePoint
  /// Across it, up the sheet.
  let up: PagePoint

  init(points: [PagePoint]) {
    self.points = points
    let (first, last) = (points[0], points[points.count - 1])
    let (left, right) = first.x <= last.x ? (first, last) : (last, first)
    direction = (right - left) * (1 / max((right - left).length, 0.001))
    up = PagePoint(x: direction.y, y: -direction.x)
    middle = (left + right) * 0.5
  }

  /// How far the vertices lie above and below the chord.
  var bend: (above: Double, below: Double) {
    let heights = points.map { ($0 - middle).dot(up) }
    return (max(0, heights.max() ?? 0), max(0, -(heights.min() ?? 0)))
  }
}

/// A rectangle turned to a direction.
private struct SlantedBox {
  let middle: PagePoint
  let direction: PagePoint
  let width: Double
  let height: Double

  /// Whether the line runs through it, by clipping each piece to the rectangle (Y.-D. Liang and B. Barsky, 1984).
  func isCrossed(by line: [PagePoint]) -> Bool {
    let across = PagePoint(x: -direction.y, y: direction.x)
    let turned = line.map { PagePoint(x: ($0 - middle).dot(direction), y: ($0 - middle).dot(across)) }
    return zip(turned, turned.dropFirst()).contains { from, to in
      let move = to - from
      var (enter, leave) = (0.0, 1.0)
      for (start, speed, half) in [(from.x, move.x, width / 2), (from.y, move.y, height / 2)] {
        if speed == 0 {
          if abs(start) >= half { return false }
        } else {
          let ends = [(-half - start) / speed, (half - start) / speed]
          (enter, leave) = (max(enter, min(ends[0], ends[1])), min(leave, max(ends[0], ends[1])))
        }
      }
      return enter < leave
    }
  }
}

extension PagePoint {
  fileprivate func dot(_ other: PagePoint) -> Double { x * other.x + y * other.y }
}
