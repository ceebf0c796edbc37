import Analysis
import GeoEngine

/// The outlines of the area where a density reaches a level, by marching squares with linear interpolation
/// (W. Lorensen and H. Cline, Computer Graphics 21, 1987, in two dimensions).
struct Isolines {
  private let columns: Int
  private let rows: Int
  private let values: [Double]
  private let grid: DensityGrid

  /// The grid continued some cells beyond the region, whose border the map cuts it at, and then a border of zeros, so
  /// that every outline closes.
  /// - Parameter values: what to draw in place of the densities, cell by cell.
  init(_ grid: DensityGrid, values: [Double?]? = nil) {
    let source = values ?? grid.values
    precondition(source.count == grid.values.count, "there is a value for each cell")
    self.grid = grid
    columns = grid.columns + 2 * Self.border
    rows = grid.rows + 2 * Self.border
    var cells = [Double?](repeating: nil, count: columns * rows)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        cells[(row + Self.border) * columns + column + Self.border] = source[row * grid.columns + column]
      }
    }
    for _ in 1..<Self.border { cells = Self.continued(cells, columns: columns) }
    self.values = cells.map { $0 ?? 0 }
  }

  private static let border = 3

  /// The cells, and around them one more row with the mean of the neighbors each has.
  private static func continued(_ cells: [Double?], columns: Int) -> [Double?] {
    var continued = cells
    let around = [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]
    for index in cells.indices.dropFirst(columns + 1).dropLast(columns + 1) where cells[index] == nil {
      var (sum, count) = (0.0, 0.0)
      for offset in around {
        guard let value = cells[index + offset] else { continue }
        (sum, count) = (sum + value, count + 1)
      }
      if count > 0 { continued[index] = sum / count }
    }
    return continued
  }

  /// The rings around all that is at or above the level, which must be above 0. Rings around higher ground run
  /// counterclockwise, rings around lower ground clockwise; each ends before it repeats its first point.
  func rings(atOrAbove level: Double) -> [[PlanarPoint]] {
    precondition(level > 0, "every outline closes only above 0")
    var next = segments(atOrAbove: level)
    var rings: [[PlanarPoint]] = []
    for start in next.indices where next[start] >= 0 {
      var ring: [PlanarPoint] = []
      var edge = start
      while next[edge] >= 0 {
        ring.append(crossing(of: edge, level))
        (edge, next[edge]) = (next[edge], -1)
      }
      rings.append(ring)
    }
    return rings
  }

  /// For each edge of the grid on which a piece of outline starts, the edge on which it ends; −1 for the others. The
  /// edge eastward of a node is numbered twice the node, the edge northward one more. The higher ground is on the left.
  private func segments(atOrAbove level: Double) -> [Int] {
    var next = [Int](repeating: -1, count: 2 * values.count)
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let node = row * columns + column
        let corners = [node, node + 1, node + columns + 1, node + columns].map { values[$0] }
        var pattern = 0
        for corner in 0..<4 where corners[corner] >= level { pattern |= 1 << corner }
        if (pattern == 5 || pattern == 10) && corners.reduce(0, +) / 4 >= level { pattern += 16 }
        let edges = [2 * node, 2 * (node + 1) + 1, 2 * (node + columns), 2 * node + 1]
        for (from, to) in Self.pieces[pattern] ?? [] { next[edges[from]] = edges[to] }
      }
    }
    return next
  }

  /// The pieces of outline in a square, by which of its corners (southwest 1, southeast 2, northeast 4, northwest 8) are
  /// high; 16 more where two opposite ones and the middle are. Edges: south 0, east 1, north 2, west 3.
  private static let pieces: [Int: [(Int, Int)]] = [
    1: [(0, 3)], 2: [(1, 0)], 3: [(1, 3)], 4: [(2, 1)], 5: [(0, 3), (2, 1)], 6: [(2, 0)], 7: [(2, 3)], 8: [(3, 2)],
    9: [(0, 2)], 10: [(1, 0), (3, 2)], 11: [(1, 2)], 12: [(3, 1)], 13: [(0, 1)], 14: [(3, 0)],
    21: [(0, 1), (2, 3)], 26: [(3, 0), (1, 2)],
  ]

  /// Where the outline crosses the edge.
  private func crossing(of edge: Int, _ level: Double) -> PlanarPoint {
    let node = edge / 2
    let other = edge % 2 == 0 ? node + 1 : node + columns
    let part = (level - values[node]) / (values[other] - values[node])
    let column = Double(node % columns - Self.border) + (edge % 2 == 0 ? part : 0)
    let row = Double(node / columns - Self.border) + (edge % 2 == 0 ? 0 : part)
    return PlanarPoint(
      x: grid.minX + (column + 0.5) * grid.cellMeters, y: grid.minY + (row + 0.5) * grid.cellMeters)
  }
}
