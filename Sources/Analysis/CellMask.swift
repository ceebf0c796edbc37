import Geo
import GeoEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The cells of a region and the incidents that have been put into them.
struct CellMask {
  let minX: Double
  let minY: Double
  let cellMeters: Double
  let columns: Int
  let rows: Int
  private let isInside: [Bool]
  private var masses: [Double]

  /// A cell is inside when its center is, by the even-odd rule along each row.
  init(_ region: MultiPolygon, projection: Projection, cellMeters: Double) throws(EngineError) {
    var rings: [[PlanarPoint]] = []
    for ring in region.polygons.flatMap(\.rings) { rings.append(try projection.project(ring.coordinates)) }
    guard let frame = PlanarRectangle(rings.joined()) else { throw .emptyGeometry }
    let columns = max(1, Int((frame.width / cellMeters).rounded(.up)))
    let rows = max(1, Int((frame.height / cellMeters).rounded(.up)))
    minX = frame.minX - (Double(columns) * cellMeters - frame.width) / 2
    minY = frame.minY - (Double(rows) * cellMeters - frame.height) / 2
    (self.columns, self.rows, self.cellMeters) = (columns, rows, cellMeters)
    masses = Array(repeating: 0, count: columns * rows)
    var isInside = Array(repeating: false, count: columns * rows)
    for (row, var crossings) in Self.crossings(rings, minY: minY, cellMeters: cellMeters, rows: rows).enumerated() {
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let from = Int(((crossings[pair] - minX) / cellMeters - 0.5).rounded(.up))
        let to = Int(((crossings[pair + 1] - minX) / cellMeters - 0.5).rounded(.up))
        for column in max(0, from)..<max(0, from, min(columns, to)) { isInside[row * columns + column] = true }
      }
    }
    self.isInside = isInside
  }

  /// Where the edges cross the line through each row's cell centers.
  private static func crossings(
    _ rings: [[PlanarPoint]], minY: Double, cellMeters: Double, rows: Int
  ) -> [[Double]] {
    var crossings = [[Double]](repeating: [], count: rows)
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where a.y != b.y {
        // Half-open in y, so that a vertex on the line counts for one of its two edges.
        let first = max(0, Int(((min(a.y, b.y) - minY) / cellMeters - 0.5).rounded(.up)))
        let end = min(rows, Int(((max(a.y, b.y) - minY) / cellMeters - 0.5).rounded(.up)))
        for row in first..<max(first, end) {
          let y = minY + (Double(row) + 0.5) * cellMeters
          crossings[row].append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
        }
      }
    }
    return crossings
  }

  /// The cell of a position when it is inside, or else the nearest inside cell next to it or within reach; nil when there
  /// is none.
  func nearestCell(to position: PlanarPoint, reachMeters: Double) -> Int? {
    let x = (position.x - minX) / cellMeters
    let y = (position.y - minY) / cellMeters
    let reach = max(1, Int(min(reachMeters / cellMeters, 1e6).rounded(.up)))
    let around = Double(reach)
    guard x > -around, y > -around, x < Double(columns) + around, y < Double(rows) + around else { return nil }
    let (column, row) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
    func gap(_ cell: Int) -> Double { hypot(Double(cell % columns) + 0.5 - x, Double(cell / columns) + 0.5 - y) }
    if (0..<columns).contains(column), (0..<rows).contains(row), isInside[row * columns + column] {
      return row * columns + column
    }
    let neighbors = clamp(row - reach, row + reach, rows).flatMap { row in
      clamp(column - reach, column + reach, columns).map { row * columns + $0 }
    }
    return neighbors.filter { isInside[$0] }.min { gap($0) < gap($1) }
  }

  /// Spreads a weight over the inside cells by a Gaussian around the position, so that they get exactly the weight
  /// together. The Gaussian of a plane is the product of two on its axes. When it is so narrow that no inside cell's
  /// center is within its reach, the one cell gets all.
  mutating func spread(_ weight: Double, at position: PlanarPoint, deviationMeters: Double, orInto cell: Int) {
    let across = profile((position.x - minX) / cellMeters, deviationMeters / cellMeters, columns)
    let up = profile((position.y - minY) / cellMeters, deviationMeters / cellMeters, rows)
    let (columns, inside, widths) = (columns, isInside, across.heights)
    var sum = 0.0
    for (row, height) in zip(up.cells, up.heights) {
      let first = row * columns + across.cells.lowerBound
      for index in widths.indices where inside[first + index] { sum += height * widths[index] }
    }
    guard sum > 0 else {
      masses[cell] += weight
      return
    }
    let scale = weight / sum
    // As a span the masses are checked once to be nobody else's, and not at every cell.
    var masses = self.masses.mutableSpan
    for (row, height) in zip(up.cells, up.heights) {
      let first = row * columns + across.cells.lowerBound
      for index in widths.indices where inside[first + index] {
        masses[first + index] += height * widths[index] * scale
      }
    }
  }

  /// The Gaussian along one axis at the centers of the cells within four standard deviations, all in cells.
  private func profile(_ middle: Double, _ deviation: Double, _ count: Int) -> (cells: Range<Int>, heights: [Double]) {
    // Wider than any grid, the Gaussian is flat: the bound keeps the numbers small.
    let reach = min(4 * deviation, 1e6)
    let cells = clamp(Int((middle - reach - 0.5).rounded(.up)), Int((middle + reach - 0.5).rounded(.down)), count)
    let heights = cells.map { cell in
      let gap = (Double(cell) + 0.5 - middle) / deviation
      return exp(-0.5 * gap * gap)
    }
    return (cells, heights)
  }

  private func clamp(_ first: Int, _ last: Int, _ count: Int) -> Range<Int> {
    let from = max(0, first)
    return from..<max(from, min(count, last + 1))
  }

  var valuesPerSquareKilometer: [Double?] {
    let squareKilometers = cellMeters * cellMeters / 1e6
    return zip(isInside, masses).map { $0 ? $1 / squareKilometers : nil }
  }
}
