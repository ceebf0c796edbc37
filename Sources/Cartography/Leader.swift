/// The line from a symbol to a label that stands apart from it.
struct Leader {
  let start: PagePoint
  let end: PagePoint

  /// From the rim of the disk to the nearest point of the box.
  init(from center: PagePoint, radius: Double, to box: Box) {
    end = PagePoint(
      x: min(max(center.x, box.minX), box.maxX), y: min(max(center.y, box.minY), box.maxY))
    let away = end - center
    start = center + away * ((radius + 1) / max(away.length, 0.001))
  }

  /// A little before the text, where the line would else read as a part of it.
  var visibleEnd: PagePoint {
    let vector = end - start
    return vector.length > 4 ? end - vector * (2 / vector.length) : end
  }

  /// Small boxes along the line: what no label may cover. The ends are left out, where symbol and text touch it.
  var boxes: [Box] {
    let vector = end - start
    let count = Int((vector.length / 2.5).rounded(.down))
    guard count > 1 else { return [] }
    return (1..<count).map { step in
      Box(center: start + vector * (Double(step) / Double(count)), width: 2, height: 2)
    }
  }
}

/// Sixteen directions on the sheet, starting to the right and alternating between its two sides.
enum Compass {
  static let directions: [(x: Double, y: Double)] = [
    (1, 0), (-1, 0), (0.92, -0.38), (0.92, 0.38), (-0.92, -0.38), (-0.92, 0.38), (0.71, -0.71), (0.71, 0.71),
    (-0.71, -0.71), (-0.71, 0.71), (0.38, -0.92), (0.38, 0.92), (-0.38, -0.92), (-0.38, 0.92), (0, -1), (0, 1),
  ]
}

/// The boxes taken so far, found by the cells of a coarse grid they reach into.
struct OccupancyGrid {
  private static let cellSize = 24.0
  private var boxesByCell: [Cell: [Box]] = [:]

  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  mutating func insert(_ box: Box) {
    for cell in Self.cells(of: box) { boxesByCell[cell, default: []].append(box) }
  }

  func overlaps(_ box: Box) -> Bool {
    Self.cells(of: box).contains { cell in boxesByCell[cell]?.contains { $0.overlaps(box) } ?? false }
  }

  private static func cells(of box: Box) -> [Cell] {
    let columns = Int((box.minX / cellSize).rounded(.down))...Int((box.maxX / cellSize).rounded(.down))
    let rows = Int((box.minY / cellSize).rounded(.down))...Int((box.maxY / cellSize).rounded(.down))
    return columns.flatMap { column in rows.map { Cell(column: column, row: $0) } }
  }
}
