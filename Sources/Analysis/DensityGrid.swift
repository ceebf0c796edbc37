import Geo
import GeoEngine

/// An incident as a density counts it.
public struct WeightedCoordinate: Hashable, Sendable {
  /// The position.
  public var coordinate: Coordinate
  /// How far off it may be; it spreads the incident out.
  public var uncertaintyMeters: Double
  /// How many incidents it stands for.
  public var weight: Double

  /// A position with its uncertainty.
  public init(_ coordinate: Coordinate, uncertaintyMeters: Double = 0, weight: Double = 1) {
    precondition(uncertaintyMeters >= 0 && weight >= 0, "uncertainty and weight are not negative")
    self.coordinate = coordinate
    self.uncertaintyMeters = uncertaintyMeters
    self.weight = weight
  }
}

/// Incidents per square kilometer, cell by cell, over a region on an equal-area map.
public struct DensityGrid: Sendable {
  /// The map projection of the grid.
  public let projection: Projection
  /// The western edge of the first column, in the projection's meters.
  public let minX: Double
  /// The southern edge of the first row.
  public let minY: Double
  /// The side of a cell.
  public let cellMeters: Double
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int
  /// Incidents per km², row by row from the south, each from the west; nil where the cell's center is outside the
  /// region.
  public let values: [Double?]
  /// The standard deviation of the kernel of an incident without uncertainty.
  public let bandwidthMeters: Double
  /// How many incidents the grid holds: the integral over the region.
  public let total: Double
  /// How many of the given positions lie outside the region and were not counted.
  public let outside: Int

  /// What to print beside the legend.
  public static let kernelName = "Gaussian, truncated at 4 standard deviations"

  /// The value of a cell; nil outside the region. Column and row count from 0 at the southwest.
  public func value(column: Int, row: Int) -> Double? { values[row * columns + column] }

  /// The center of a cell, in the projection's meters.
  public func center(column: Int, row: Int) -> PlanarPoint {
    PlanarPoint(x: minX + (Double(column) + 0.5) * cellMeters, y: minY + (Double(row) + 0.5) * cellMeters)
  }

  /// The lowest value in the region.
  public var minimum: Double { values.lazy.compactMap { $0 }.min() ?? 0 }

  /// What part of another density this one is, cell by cell, 0…1; 0 where the other one is 0. Both are of the same
  /// region, with cells of the same size.
  public func divided(by whole: DensityGrid) -> DensityGrid {
    precondition(columns == whole.columns && rows == whole.rows, "the cells of both are the same")
    let parts = zip(values, whole.values).map { part, whole -> Double? in
      guard let part, let whole else { return nil }
      return whole > 0 ? part / whole : 0
    }
    return DensityGrid(
      projection: projection, minX: minX, minY: minY, cellMeters: cellMeters, columns: columns, rows: rows,
      values: parts, bandwidthMeters: bandwidthMeters, total: total, outside: outside)
  }

  /// The highest value; 0 when there are no incidents.
  public var maximum: Double { values.lazy.compactMap { $0 }.max() ?? 0 }
}

/// Kernel density of incidents within a region, in incidents per km².
///
/// Each incident is spread by a Gaussian (B. W. Silverman, Density Estimation for Statistics and Data Analysis, 1986,
/// §4.2) whose variance is the square of the bandwidth plus the square of the incident's uncertainty, so that an
/// imprecise incident makes no sharp peak. What would fall outside the region is put back by dividing by the kernel's
/// mass inside (the edge correction of M. C. Jones, “Simple boundary correction for kernel density estimation”,
/// Statistics and Computing 3, 1993, 135–146): the integral over the region is the number of incidents in it.
///
/// - Parameters:
///   - points: those whose cell and its eight neighbors are all outside the region are not counted.
///   - region: where incidents can be.
///   - bandwidthMeters: see `Bandwidth`.
///   - cellMeters: the side of the cells.
///   - reachMeters: how far outside the region a position may lie and still be counted, such as one on the shore of a
///     lake that is cut out of it.
///   - projection: an equal-area projection to share with a map; by default one centered on the region.
/// - Throws: `EngineError` when PROJ refuses.
public func density(
  of points: [WeightedCoordinate], within region: MultiPolygon, bandwidthMeters: Double, cellMeters: Double,
  reachMeters: Double = 0, projection: Projection? = nil
) throws(EngineError) -> DensityGrid {
  precondition(bandwidthMeters > 0 && cellMeters > 0, "bandwidth and cells have a size")
  let projection = if let projection { projection } else { try Projection(equalAreaFor: region.boundingBox) }
  var mask = try CellMask(region, projection: projection, cellMeters: cellMeters)
  let positions = try projection.project(points.map(\.coordinate))
  var (total, outside) = (0.0, 0)
  for (point, position) in zip(points, positions) {
    guard let cell = mask.nearestCell(to: position, reachMeters: reachMeters) else {
      outside += 1
      continue
    }
    total += point.weight
    let variance = bandwidthMeters * bandwidthMeters + point.uncertaintyMeters * point.uncertaintyMeters
    mask.spread(point.weight, at: position, deviationMeters: variance.squareRoot(), orInto: cell)
  }
  return DensityGrid(
    projection: projection, minX: mask.minX, minY: mask.minY, cellMeters: cellMeters, columns: mask.columns,
    rows: mask.rows, values: mask.valuesPerSquareKilometer, bandwidthMeters: bandwidthMeters, total: total,
    outside: outside)
}
