import Foundation

/// Where along a river its name can stand: on a stretch as long as the name and as straight as can be found.
struct RiverLabel {
  let baseline: PagePoint
  let rotationDegrees: Double
  /// The space the text takes, as a row of boxes along the slanted baseline.
  let boxes: [Box]

  /// How far the text stands from the river.
  private static let offset = 3.0
  private static let straightEnough = 0.12

  /// The places for a text of that width, straightest first.
  static func candidates(along line: [PagePoint], width: Double, size: Double) -> [RiverLabel] {
    var stretches: [(bend: Double, label: RiverLabel)] = []
    var nextStart = 0.0
    let distances = cumulativeLengths(line)
    for start in line.indices where distances[start] >= nextStart {
      guard let end = line.indices.first(where: { distances[$0] - distances[start] >= width * 1.1 }) else { break }
      nextStart = distances[start] + 6
      let bend = bend(line[start...end]) / width
      guard bend < straightEnough else { continue }
      stretches.append((bend, RiverLabel(from: line[start], to: line[end], width: width, size: size)))
    }
    return stretches.enumerated().sorted { ($0.element.bend, $0.offset) < ($1.element.bend, $1.offset) }
      .map(\.element.label)
  }

  /// A text above the chord from one point to the other, never upside down.
  private init(from start: PagePoint, to end: PagePoint, width: Double, size: Double) {
    let (left, right) = start.x <= end.x ? (start, end) : (end, start)
    let direction = (right - left) * (1 / max((right - left).length, 0.001))
    let up = PagePoint(x: direction.y, y: -direction.x)
    baseline = (left + right) * 0.5 + up * Self.offset
    rotationDegrees = atan2(direction.y, direction.x) * 180 / .pi
    let height = size * (TextMetrics.capHeight + TextMetrics.descent)
    let middle = baseline + up * (size * (TextMetrics.capHeight - TextMetrics.descent) / 2)
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

  /// The largest distance of a vertex from the chord.
  private static func bend(_ stretch: ArraySlice<PagePoint>) -> Double {
    guard let first = stretch.first, let last = stretch.last else { return 0 }
    let chord = last - first
    let length = max(chord.length, 0.001)
    return stretch.map { abs(chord.x * ($0.y - first.y) - chord.y * ($0.x - first.x)) / length }.max() ?? 0
  }

  private static func cumulativeLengths(_ line: [PagePoint]) -> [Double] {
    var lengths = [0.0]
    for (a, b) in zip(line, line.dropFirst()) { lengths.append(lengths[lengths.count - 1] + (b - a).length) }
    return lengths
  }
}
