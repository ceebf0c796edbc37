/// A text that found its place on the map.
public struct PlacedLabel: Hashable, Sendable {
  /// What a label names; also its class in the drawing.
  public enum Kind: String, Sendable {
    /// The place of a symbol.
    case incident
    /// The count of a symbol too small to hold it, or of a line.
    case count
    /// A circle of uncertainty.
    case circle
    /// A town.
    case town
    /// A river, along its course.
    case river
    /// A governorate.
    case area
    /// A country.
    case country
  }

  /// The words.
  public let text: String
  /// What it names.
  public let kind: Kind
  /// The space it takes: one box, or several along a slanted baseline.
  public let boxes: [Box]
  /// Where on the baseline the text is held: at the end that is next to its symbol, so that the gap stays the same in
  /// a narrower font.
  let anchor: TextAnchor
  /// The point of the baseline at which it is held.
  let baseline: PagePoint
  /// Clockwise, in degrees.
  let rotationDegrees: Double
  /// The font size in sheet units.
  let size: Double
  /// From the symbol to the text when the text stands apart from it; otherwise nil.
  let leader: (PagePoint, PagePoint)?

  /// Whether both say the same in the same place.
  public static func == (left: PlacedLabel, right: PlacedLabel) -> Bool {
    left.text == right.text && left.kind == right.kind && left.boxes == right.boxes
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(boxes)
  }
}

/// The part of a text that stands at its position, as SVG has it.
enum TextAnchor: String {
  case start, middle, end

  /// The same side of a text that runs from right to left.
  var mirrored: TextAnchor {
    switch self {
    case .start: .end
    case .middle: .middle
    case .end: .start
    }
  }
}

/// Places labels one after the other, the most important first: each takes the first of its candidate positions that is
/// free, and what it takes is free no more (greedy point-feature labeling, after Imhof's rules of preference).
struct LabelPlacer {
  /// No label leaves it.
  let frame: Box
  private(set) var placed: [PlacedLabel] = []
  private var occupied = OccupancyGrid()

  /// Frames inside of this one: no label stands in one that names what is outside of it.
  private let windows: [Box]

  init(frame: Box, windows: [Box] = []) { (self.frame, self.windows) = (frame, windows) }

  /// Forbids a box to every later label.
  mutating func occupy(_ box: Box) { occupied.insert(box) }

  /// Whether a label could stand there.
  func isFree(_ box: Box) -> Bool { frame.contains(box) && !occupied.overlaps(box) }

  private func isOutside(_ box: Box, ofWindowsWithout center: PagePoint) -> Bool {
    windows.allSatisfy { $0.contains(center) || !$0.contains(box.center) }
  }

  /// The positions beside a symbol, best first: right, left, above, below, and between.
  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (0.8, -0.7), (0.8, 0.7), (-0.8, -0.7), (-0.8, 0.7),
  ]

  /// Places a text beside a disk; returns whether it found room.
  mutating func place(_ text: String, kind: PlacedLabel.Kind, beside center: PagePoint, radius: Double, size: Double)
    -> Bool
  {
    let extent = Self.extent(of: text, kind: kind, size: size)
    for direction in Self.directions {
      let box = Self.box(extent, from: center, direction: direction, distance: radius + 1.5)
      guard isFree(box), isOutside(box, ofWindowsWithout: center) else { continue }
      add(text, kind, box, size, beside: center)
      return true
    }
    return false
  }

  /// Places a text farther away, with a line from the disk to it that crosses no other label.
  mutating func placeWithLeader(
    _ text: String, kind: PlacedLabel.Kind, awayFrom center: PagePoint, radius: Double, size: Double
  ) -> Bool {
    let extent = Self.extent(of: text, kind: kind, size: size)
    for distance in stride(from: 8.0, through: 80, by: 6) {
      for direction in Compass.directions {
        let box = Self.box(extent, from: center, direction: direction, distance: radius + distance)
        guard isFree(box), isOutside(box, ofWindowsWithout: center) else { continue }
        let leader = Leader(from: center, radius: radius, to: box)
        let cells = leader.boxes
        guard !cells.contains(where: occupied.overlaps) else { continue }
        cells.forEach { occupied.insert($0) }
        add(text, kind, box, size, beside: center, leader: (leader.start, leader.visibleEnd))
        return true
      }
    }
    return false
  }

  /// Places a text centered on a point; returns whether there was room.
  mutating func place(_ text: String, kind: PlacedLabel.Kind, centeredOn point: PagePoint, size: Double) -> Bool {
    let extent = Self.extent(of: text, kind: kind, size: size)
    let box = Box(center: point, width: extent.width, height: extent.height)
    guard isFree(box) else { return false }
    add(text, kind, box, size, beside: point)
    return true
  }

  /// Places a text on a slanted baseline; `boxes` are the space it takes.
  mutating func place(
    _ text: String, kind: PlacedLabel.Kind, baseline: PagePoint, rotationDegrees: Double, boxes: [Box], size: Double
  ) -> Bool {
    guard boxes.allSatisfy(isFree) else { return false }
    boxes.forEach { occupied.insert($0) }
    placed.append(
      PlacedLabel(
        text: text, kind: kind, boxes: boxes, anchor: .middle, baseline: baseline, rotationDegrees: rotationDegrees,
        size: size,
        leader: nil))
    return true
  }

  /// Adds a label beside or around a point, held at the end nearest to it.
  private mutating func add(
    _ text: String, _ kind: PlacedLabel.Kind, _ box: Box, _ size: Double, beside center: PagePoint,
    leader: (PagePoint, PagePoint)? = nil
  ) {
    occupied.insert(box)
    let anchor: TextAnchor = center.x <= box.minX ? .start : center.x >= box.maxX ? .end : .middle
    let x = anchor == .start ? box.minX : anchor == .end ? box.maxX : box.center.x
    let baseline = PagePoint(x: x, y: box.maxY - size * TextMetrics.reach(of: text).below)
    placed.append(
      PlacedLabel(
        text: text, kind: kind, boxes: [box], anchor: anchor, baseline: baseline, rotationDegrees: 0, size: size,
        leader: leader))
  }

  static func extent(of text: String, kind: PlacedLabel.Kind, size: Double) -> (width: Double, height: Double) {
    let isBold = kind == .incident || kind == .count
    let width = TextMetrics.width(of: text, size: size, isBold: isBold)
    let reach = TextMetrics.reach(of: text)
    return (width, size * (reach.above + reach.below) + hairGap)
  }

  /// So that the ink of one label does not touch that of the next, whichever way a screen rounds it.
  private static let hairGap = 0.5

  /// The box whose nearest edge or corner is that far from the center, in that direction.
  private static func box(
    _ extent: (width: Double, height: Double), from center: PagePoint, direction: (x: Double, y: Double),
    distance: Double
  ) -> Box {
    let middle = PagePoint(
      x: center.x + direction.x * distance + direction.x.signOrZero * extent.width / 2,
      y: center.y + direction.y * distance + direction.y.signOrZero * extent.height / 2)
    return Box(center: middle, width: extent.width, height: extent.height)
  }
}

extension Double {
  fileprivate var signOrZero: Double { self > 0.2 ? 1 : self < -0.2 ? -1 : 0 }
}
