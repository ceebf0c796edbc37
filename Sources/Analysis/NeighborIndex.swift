import Geo
import GeoEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Who is within a fixed radius of whom, decided by geodesic distance.
///
/// The points are kept sorted by bands of latitude as high as the radius and, within a band, by longitude: a point's
/// neighbors are in three windows of consecutive positions. All arrays are in that order; `order` leads back.
struct NeighborIndex {
  /// The index of the point at each sorted position.
  let order: [Int]
  private let coordinates: [Coordinate]
  private let geocentric: [SIMD3<Double>]
  private let bands: LatitudeBands
  private let bandOfPosition: [Int]
  private let bandStarts: [Int]
  private let proximity: Proximity

  init(_ points: [Coordinate], radiusMeters: Double) {
    let bands = LatitudeBands(points, radiusMeters: radiusMeters)
    let keyed = points.indices.map { (band: bands.index(of: points[$0].latitude), index: $0) }.sorted {
      ($0.band, points[$0.index].longitude, $0.index) < ($1.band, points[$1.index].longitude, $1.index)
    }
    self.bands = bands
    order = keyed.map(\.index)
    bandOfPosition = keyed.map(\.band)
    coordinates = keyed.map { points[$0.index] }
    geocentric = coordinates.map(\.geocentric)
    proximity = Proximity(radiusMeters: radiusMeters)
    var starts = [Int](repeating: 0, count: bands.count + 1)
    for band in bandOfPosition { starts[band + 1] += 1 }
    for band in 0..<bands.count { starts[band + 1] += starts[band] }
    bandStarts = starts
  }

  /// Whether the points at two positions are within the radius of each other.
  func areNeighbors(_ a: Int, _ b: Int) -> Bool {
    let gap = geocentric[a] - geocentric[b]
    return proximity.holds(chordSquared: (gap * gap).sum(), coordinates[a], coordinates[b])
  }

  /// The ranges of positions in which all neighbors of a position are, itself included.
  func windows(around position: Int) -> [Range<Int>] {
    let band = bandOfPosition[position]
    let longitude = coordinates[position].longitude
    let reach = bands.reachDegrees(around: band)
    var windows: [Range<Int>] = []
    for band in max(0, band - 1)...min(bands.count - 1, band + 1) where bandStarts[band] < bandStarts[band + 1] {
      let all = bandStarts[band]..<bandStarts[band + 1]
      guard reach < 180 else {
        windows.append(all)
        continue
      }
      // The window itself, and what of it lies beyond the antimeridian.
      for turn in [0.0, -360, 360]
      where -180...180 ~= longitude + turn - reach || -180...180 ~= longitude + turn + reach {
        let from = firstPosition(in: all) { $0 >= longitude + turn - reach }
        let to = firstPosition(in: from..<all.upperBound) { $0 > longitude + turn + reach }
        if from < to { windows.append(from..<to) }
      }
    }
    return windows
  }

  /// Binary search in a range sorted by longitude.
  private func firstPosition(in range: Range<Int>, where isReached: (Double) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isReached(coordinates[middle].longitude) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Bands of latitude so high that neighbors are in the same band or the next.
private struct LatitudeBands {
  let count: Int
  private let south: Double
  private let heightDegrees: Double
  private let radiusMeters: Double

  /// A degree of latitude is shortest at the equator: the meridian's radius of curvature there is b² / a.
  init(_ points: [Coordinate], radiusMeters: Double) {
    let latitudes = points.map(\.latitude)
    south = latitudes.min() ?? 0
    let extent = (latitudes.max() ?? 0) - south
    let height = radiusMeters / Proximity.smallestRadiusOfCurvature * 180 / .pi * (1 + 1e-9)
    // Many more bands than points would only be empty.
    heightDegrees = max(height, extent / Double(4 * points.count + 16))
    count = Int(extent / heightDegrees) + 1
    self.radiusMeters = radiusMeters
  }

  func index(of latitude: Double) -> Int { min(count - 1, Int((latitude - south) / heightDegrees)) }

  /// How far apart in longitude a point in the band can be from a neighbor. Two points at distances p and q from the
  /// earth's axis are at least 2 √(pq) sin(Δλ / 2) apart in a straight line, and that is not more than the radius.
  func reachDegrees(around band: Int) -> Double {
    let edges = [Double(band - 1), Double(band + 2)].map { south + $0 * heightDegrees }
    guard let farthest = edges.map(abs).max(), farthest < 90 else { return 180 }
    let nearestToAxis = Coordinate(wrappingLongitude: 0, latitude: farthest).geocentric.x
    let halfSine = radiusMeters / (2 * nearestToAxis)
    return halfSine < 1 ? 2 * asin(halfSine) * 180 / .pi * (1 + 1e-9) + 1e-12 : 180
  }
}

/// Whether two points are within a radius of each other on the ellipsoid. The straight line between them settles nearly
/// every case; only where it cannot is the geodesic computed.
struct Proximity {
  /// b² / a of WGS 84: nowhere, in no direction, is the ellipsoid curved more.
  static let smallestRadiusOfCurvature = 6_335_439.0

  private let radiusMeters: Double
  private let certainSquared: Double
  private let possibleSquared: Double

  init(radiusMeters: Double) {
    self.radiusMeters = radiusMeters
    // A geodesic of length s, nowhere curved more than 1 / R, has a chord of at least 2 R sin(s / 2R) (Schur's
    // comparison theorem), and of at most s. The micrometer covers rounding.
    let radius = Self.smallestRadiusOfCurvature
    let certain = 2 * radius * sin(min(radiusMeters / (2 * radius), .pi / 2)) - 1e-6
    certainSquared = certain > 0 ? certain * certain : -1
    possibleSquared = (radiusMeters + 1e-6) * (radiusMeters + 1e-6)
  }

  /// - Parameter chordSquared: the square of the points' straight-line distance in meters.
  func holds(chordSquared: Double, _ a: Coordinate, _ b: Coordinate) -> Bool {
    if chordSquared <= certainSquared { return true }
    if chordSquared > possibleSquared { return false }
    return Geodesic.distanceMeters(from: a, to: b) <= radiusMeters
  }
}
