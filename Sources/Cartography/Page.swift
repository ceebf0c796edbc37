/// A position on the sheet, in sheet units: x to the right, y downward. One unit is a quarter of a millimeter.
public struct PagePoint: Hashable, Sendable {
  /// Units from the left edge.
  public var x: Double
  /// Units from the top edge.
  public var y: Double

  /// A position on the sheet.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  static func + (left: PagePoint, right: PagePoint) -> PagePoint { PagePoint(x: left.x + right.x, y: left.y + right.y) }
  static func - (left: PagePoint, right: PagePoint) -> PagePoint { PagePoint(x: left.x - right.x, y: left.y - right.y) }
  static func * (point: PagePoint, factor: Double) -> PagePoint { PagePoint(x: point.x * factor, y: point.y * factor) }

  var length: Double { (x * x + y * y).squareRoot() }

  /// The nearest crossing of a grid with a quarter of a unit between its lines: fine enough to be invisible, and the
  /// same for every outline that shares the vertex, so that neighbors keep their common border.
  var snapped: PagePoint { PagePoint(x: (x * 4).rounded() / 4, y: (y * 4).rounded() / 4) }
}

/// A rectangle on the sheet.
public struct Box: Hashable, Sendable {
  /// The left edge.
  public var minX: Double
  /// The top edge.
  public var minY: Double
  /// The right edge.
  public var maxX: Double
  /// The bottom edge.
  public var maxY: Double

  init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    (self.minX, self.minY, self.maxX, self.maxY) = (minX, minY, maxX, maxY)
  }

  init(x: Double, y: Double, width: Double, height: Double) {
    self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  init(center: PagePoint, width: Double, height: Double) {
    self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  /// The smallest box around the points; nil when there are none.
  init?(_ points: some Sequence<PagePoint>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
    while let point = iterator.next() {
      (minX, minY, maxX, maxY) = (min(minX, point.x), min(minY, point.y), max(maxX, point.x), max(maxY, point.y))
    }
  }

  /// The width.
  public var width: Double { maxX - minX }
  /// The height.
  public var height: Double { maxY - minY }
  /// The middle.
  public var center: PagePoint { PagePoint(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  var corners: [PagePoint] {
    [
      PagePoint(x: minX, y: minY), PagePoint(x: maxX, y: minY), PagePoint(x: maxX, y: maxY),
      PagePoint(x: minX, y: maxY),
    ]
  }

  /// Whether the interiors share a point; boxes that only touch do not overlap.
  public func overlaps(_ other: Box) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether the other box lies inside or on the edge.
  public func contains(_ other: Box) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  /// Whether the point lies inside or on the edge.
  public func contains(_ point: PagePoint) -> Bool {
    minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
  }

  func expanded(by margin: Double) -> Box {
    Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  func union(_ other: Box) -> Box {
    Box(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }
}
