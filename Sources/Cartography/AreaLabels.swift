extension LabelPlacer {
  /// Places a text inside the largest part of an area, looked for on a grid from its middle outward; returns whether
  /// there was room.
  mutating func place(_ text: String, kind: PlacedLabel.Kind, inside outlines: [PageOutline], size: Double) -> Bool {
    let extent = Self.extent(of: text, kind: kind, size: size)
    guard let largest = outlines.largest else { return false }
    for point in largest.gridOutward() {
      let box = Box(center: point, width: extent.width, height: extent.height)
      guard box.corners.allSatisfy(largest.contains), largest.contains(point) else { continue }
      if place(text, kind: kind, centeredOn: point, size: size) { return true }
    }
    return false
  }

  /// The same. Where there is no room inside, a text that hangs over only a little stands in the middle, any other beside
  /// the area with a line to it.
  mutating func place(_ text: String, kind: PlacedLabel.Kind, insideOrBeside outlines: [PageOutline], size: Double) {
    if place(text, kind: kind, inside: outlines, size: size) { return }
    guard let point = outlines.pointInside else { return }
    let width = Self.extent(of: text, kind: kind, size: size).width
    if outlines.contains(where: { $0.box.width >= 0.7 * width }), place(text, kind: kind, centeredOn: point, size: size)
    {
      return
    }
    _ = placeWithLeader(text, kind: kind, awayFrom: point, radius: 1, size: size)
  }
}

extension [PageOutline] {
  /// The part with the largest box.
  fileprivate var largest: PageOutline? {
    self.max { $0.box.width * $0.box.height < $1.box.width * $1.box.height }
  }

  /// The circle in the box around the largest part.
  var circleAround: (center: PagePoint, radius: Double)? {
    largest.map { ($0.box.center, Swift.max($0.box.width, $0.box.height) / 2) }
  }

  /// A point inside the largest part, near its middle.
  var pointInside: PagePoint? {
    largest.flatMap { outline in outline.gridOutward().first(where: outline.contains) }
  }
}

extension PageOutline {
  /// Points of a grid over the box, those near its middle first.
  fileprivate func gridOutward() -> [PagePoint] {
    let middle = box.center
    let points = (0..<13).flatMap { row in
      (0..<13).map { column in
        PagePoint(
          x: box.minX + box.width * (Double(column) + 0.5) / 13, y: box.minY + box.height * (Double(row) + 0.5) / 13)
      }
    }
    return points.enumerated()
      .sorted { (($0.element - middle).length, $0.offset) < (($1.element - middle).length, $1.offset) }
      .map(\.element)
  }
}
