import Foundation
import Geo

/// How many of some places lie around a position: a summed-area table (F. Crow, 1984) over cells of a tenth of a degree,
/// so that the places of a window of any size are counted in four steps.
struct PlaceDensity: Sendable {
  /// The number of places.
  let count: Int
  private let columns: Range<Int>
  private let rows: Range<Int>
  /// For the lower left corner of each cell, and the ends of rows and columns, how many places lie below and left of it.
  private var sums: [Int32]

  /// The density of places at some positions, in any order. They are gone through twice and never kept.
  init(_ positions: some Collection<Coordinate>) {
    let cells = positions.lazy.map(Cell.init)
    var (count, columns, rows) = (0, 0..<0, 0..<0)
    for cell in cells {
      count += 1
      columns = Self.range(columns, and: cell.column)
      rows = Self.range(rows, and: cell.row)
    }
    (self.count, self.columns, self.rows) = (count, columns, rows)
    sums = [Int32](repeating: 0, count: (columns.count + 1) * (rows.count + 1))
    for cell in cells { sums[corner(cell.column + 1, cell.row + 1)] += 1 }
    for row in rows {
      for column in columns {
        let (left, below) = (sums[corner(column, row + 1)], sums[corner(column + 1, row)])
        sums[corner(column + 1, row + 1)] += left + below - sums[corner(column, row)]
      }
    }
  }

  /// How many of the places lie in a window.
  func count(in window: Window) -> Int {
    let (left, right) = (window.columns.lowerBound, window.columns.upperBound)
    let (bottom, top) = (window.rows.lowerBound, window.rows.upperBound)
    let below = sums[corner(right, bottom)] - sums[corner(left, bottom)]
    return Int(sums[corner(right, top)] - sums[corner(left, top)] - below)
  }

  /// Where the sum for the lower left corner of a cell stands; of a cell outside, that of the nearest corner.
  private func corner(_ column: Int, _ row: Int) -> Int {
    let x = min(max(column, columns.lowerBound), columns.upperBound) - columns.lowerBound
    let y = min(max(row, rows.lowerBound), rows.upperBound) - rows.lowerBound
    return y * (columns.count + 1) + x
  }

  private static func range(_ range: Range<Int>, and number: Int) -> Range<Int> {
    range.isEmpty ? number..<number + 1 : min(range.lowerBound, number)..<max(range.upperBound, number + 1)
  }
}

extension PlaceDensity {
  /// A cell of a tenth of a degree.
  struct Cell: Hashable {
    /// Cells a degree.
    static let perDegree = 10.0

    let column: Int
    let row: Int

    init(_ position: Coordinate) {
      column = Int((position.longitude * Self.perDegree).rounded(.down))
      row = Int((position.latitude * Self.perDegree).rounded(.down))
    }
  }

  /// Whole cells around a position.
  struct Window {
    let columns: Range<Int>
    let rows: Range<Int>

    /// The cell of a position and those around it, to about a distance in each direction.
    init(around position: Coordinate, meters: Double) {
      let cell = Cell(position)
      let cells = meters / 111_195 * Cell.perDegree  // a degree on a sphere of 6,371 km
      let shrinking = max(0.1, cos(position.latitude * .pi / 180))
      let (beside, above) = (Int((cells / shrinking).rounded()), Int(cells.rounded()))
      columns = cell.column - beside..<cell.column + beside + 1
      rows = cell.row - above..<cell.row + above + 1
    }

    func contains(_ position: Coordinate) -> Bool {
      let cell = Cell(position)
      return columns.contains(cell.column) && rows.contains(cell.row)
    }
  }
}
