import Geo
import GeoEngine

/// Hexagons of one size on an equal-area map, one of them centered on its origin, points up.
struct HexagonGrid {
  /// From one side to the opposite one, in meters.
  let acrossMeters: Double

  /// A hexagon by its place in the grid.
  struct Cell: Hashable, Comparable {
    let column: Int
    let row: Int

    static func < (left: Cell, right: Cell) -> Bool { (left.row, left.column) < (right.row, right.column) }
  }

  /// From the middle to a corner.
  private var cornerMeters: Double { acrossMeters / 3.0.squareRoot() }

  /// The area of a hexagon.
  var squareKilometers: Double { acrossMeters * acrossMeters * 3.0.squareRoot() / 2 / 1e6 }

  /// The round sizes, in meters.
  private static let sizes: [Double] = [
    500, 1000, 2000, 5000, 10_000, 15_000, 20_000, 30_000, 50_000, 100_000, 200_000,
  ]

  /// A size that gives the region as many hexagons across as wanted, and half of the positions a circle of uncertainty
  /// that fits into one, as far as both can be had: there are never fewer than eight across.
  init(regionSquareMeters: Double, medianUncertaintyMeters: Double, across: Double) {
    let side = regionSquareMeters.squareRoot()
    let wanted = min(max(side / across, 2 * medianUncertaintyMeters), side / 8)
    acrossMeters = Self.sizes.first { $0 >= wanted } ?? Self.sizes[Self.sizes.count - 1]
  }

  /// The middle of a hexagon.
  func center(of cell: Cell) -> PlanarPoint {
    let shift = cell.row.isMultiple(of: 2) ? 0 : 0.5
    return PlanarPoint(x: (Double(cell.column) + shift) * acrossMeters, y: Double(cell.row) * 1.5 * cornerMeters)
  }

  /// The hexagon that a position is in: the one whose middle is nearest.
  func cell(at point: PlanarPoint) -> Cell {
    let row = Int((point.y / (1.5 * cornerMeters)).rounded())
    let candidates = (row - 1...row + 1).flatMap { row in
      let shift = row.isMultiple(of: 2) ? 0 : 0.5
      let column = Int((point.x / acrossMeters - shift).rounded())
      return (column - 1...column + 1).map { Cell(column: $0, row: row) }
    }
    func gap(_ cell: Cell) -> Double {
      let center = center(of: cell)
      return (center.x - point.x) * (center.x - point.x) + (center.y - point.y) * (center.y - point.y)
    }
    return candidates.min { (gap($0), $0) < (gap($1), $1) } ?? Cell(column: 0, row: row)
  }

  /// The six corners, counterclockwise.
  func corners(of cell: Cell) -> [PlanarPoint] {
    let (center, half, quarter) = (center(of: cell), acrossMeters / 2, cornerMeters / 2)
    return [
      (0, 2 * quarter), (-half, quarter), (-half, -quarter), (0, -2 * quarter), (half, -quarter), (half, quarter),
    ].map { PlanarPoint(x: center.x + $0.0, y: center.y + $0.1) }
  }
}
