/// The `d` attribute of a path, written as it is drawn.
struct SVGPath {
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  /// Starts a line at the point.
  mutating func move(to point: PagePoint) { append("M", point) }

  /// Draws a straight line to the point.
  mutating func line(to point: PagePoint) { append("L", point) }

  /// Draws a circular arc, clockwise on the sheet, to the point.
  mutating func arc(radius: Double, isLarge: Bool, to point: PagePoint) {
    bytes.append(UInt8(ascii: "A"))
    SVGNumber.append(radius, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    SVGNumber.append(radius, to: &bytes)
    bytes.append(contentsOf: (isLarge ? " 0 1 1 " : " 0 0 1 ").utf8)
    appendCoordinates(point)
  }

  /// Returns to the start of the line.
  mutating func close() { bytes.append(UInt8(ascii: "Z")) }

  /// Adds a line through the points; a closed one repeats no point.
  mutating func add(_ points: [PagePoint], closed: Bool) {
    guard let first = points.first else { return }
    move(to: first)
    for point in points.dropFirst() { line(to: point) }
    if closed { close() }
  }

  private mutating func append(_ command: Unicode.Scalar, _ point: PagePoint) {
    bytes.append(UInt8(ascii: command))
    appendCoordinates(point)
  }

  private mutating func appendCoordinates(_ point: PagePoint) {
    SVGNumber.append(point.x, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    SVGNumber.append(point.y, to: &bytes)
  }
}
