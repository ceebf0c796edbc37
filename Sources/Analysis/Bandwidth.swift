import Geo
import GeoEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How widely to spread incidents on a density map, and why so.
public struct Bandwidth: Hashable, Sendable {
  /// The standard deviation of the kernel.
  public let meters: Double
  /// What determined it.
  public let rule: Rule

  /// What determined a bandwidth, in words for a legend.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// The spread of the incidents.
    case scott = "Scott's rule"
    /// Half of the incidents are no better known than that.
    case medianUncertainty = "median uncertainty of the incidents"
    /// Less would only show single incidents.
    case regionMinimum = "1/40 of the region's size"
    /// More would show no pattern in the region.
    case regionMaximum = "1/8 of the region's size"
  }

  /// Scott's rule, which in the plane is also Silverman's: h = σ n^(−1/6), with σ² the mean of the variances along the
  /// two axes (D. W. Scott, Multivariate Density Estimation, 1992, §6.3). Not less than the median uncertainty, and in
  /// any case between 1/40 and 1/8 of the region's size, which is the square root of its area.
  /// - Throws: `EngineError` when PROJ refuses.
  public init(
    for points: [WeightedCoordinate], within region: MultiPolygon, projection: Projection? = nil
  ) throws(EngineError) {
    let projection = if let projection { projection } else { try Projection(equalAreaFor: region.boundingBox) }
    let positions = try projection.project(points.map(\.coordinate))
    let size = Geodesic.areaSquareMeters(region).squareRoot()
    let uncertainties = points.map(\.uncertaintyMeters).sorted()
    let median = uncertainties.isEmpty ? 0 : uncertainties[uncertainties.count / 2]
    let scott = Self.deviation(positions) * pow(max(1, Double(positions.count)), -1 / 6)
    let wanted: (meters: Double, rule: Rule) = scott >= median ? (scott, .scott) : (median, .medianUncertainty)
    (meters, rule) =
      if wanted.meters < size / 40 {
        (size / 40, .regionMinimum)
      } else if wanted.meters > size / 8 {
        (size / 8, .regionMaximum)
      } else {
        wanted
      }
  }

  private static func deviation(_ points: [PlanarPoint]) -> Double {
    guard points.count > 1 else { return 0 }
    let count = Double(points.count)
    let (meanX, meanY) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
    let squares = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) + ($1.y - meanY) * ($1.y - meanY) }
    return (squares / (2 * (count - 1))).squareRoot()
  }
}
