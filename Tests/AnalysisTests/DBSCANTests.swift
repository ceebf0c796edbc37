import Analysis
import Geo
import GeoEngine
import TestSupport
import Testing

@Suite struct DBSCANTests {
  @Test(arguments: [(5000, 3, 2), (20_000, 5, 3), (1000, 2, 4)])
  func labelsEqualScikitLearn(radiusMeters: Double, minimumPoints: Int, column: Int) throws {
    let rows = try numbers(inFixture: "dbscan.csv")
    #expect(rows.count > 400)
    let labels = dbscan(rows.map { at($0[0], $0[1]) }, radiusMeters: radiusMeters, minimumPoints: minimumPoints)
    #expect(labels == rows.map { Int($0[column]) })
  }

  @Test func noPointsHaveNoLabels() {
    #expect(dbscan([], radiusMeters: 1000, minimumPoints: 3).isEmpty)
  }

  @Test(arguments: [
    ([at(180, 10), at(-180, 10), at(179.999, 10.0001)], [0, 0, 0]),
    ([at(0, 90), at(123, 90), at(-90, 89.999)], [0, 0, 0]),
    ([at(10, -90), at(-170, -89.999), at(10, -89.999)], [0, 0, 0]),
    ([at(40, 35), at(40, 35), at(40, 35), at(50, 35)], [0, 0, 0, -1]),
    ([at(40, 35), at(40.001, 35), at(41, 35), at(41.001, 35)], [0, 0, 1, 1]),
    ([at(40, 35)], [-1]),
  ])
  func smallCases(points: [Coordinate], expected: [Int]) {
    #expect(dbscan(points, radiusMeters: 1000, minimumPoints: 2) == expected)
  }

  /// Textbook DBSCAN over all pairs, on random points somewhere on the globe.
  @Test(arguments: Array(1...40) as [UInt64])
  func labelsEqualBruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let latitudes = [-90, -89.9, -35, 0, 35, 60, 89.95, 90]
    let spreads = [500.0, 50_000, 5_000_000]
    let center = at(.random(in: -180...180, using: &random), latitudes[Int.random(in: 0..<8, using: &random)])
    let spread = spreads[Int.random(in: 0..<3, using: &random)]
    let points = (0..<150).map { _ in
      Geodesic.destination(
        from: center, bearingDegrees: .random(in: 0...360, using: &random),
        distanceMeters: (spread * .random(in: 0...1, using: &random)).rounded())
    }
    let radius = spread * .random(in: 0.02...0.3, using: &random)
    let minimum = Int.random(in: 1...6, using: &random)
    #expect(
      dbscan(points, radiusMeters: radius, minimumPoints: minimum) == bruteForce(points, radius, minimum),
      "seed \(seed), center \(center), spread \(spread), radius \(radius), minimum \(minimum)")
  }

  /// A point with others all around it at just its radius, near a pole, where a degree of longitude is short: only if
  /// every one of them is found is the middle a core point.
  @Test(arguments: Array(1...40) as [UInt64])
  func everyPointOfTheCircleIsReached(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let middle = at(.random(in: -180...180, using: &random), .random(in: 80...89, using: &random))
    let toPole = Geodesic.distanceMeters(from: middle, to: at(0, 90))
    let radius = toPole * .random(in: 0.8...1.1, using: &random)
    let circle = (0..<180).map {
      Geodesic.destination(from: middle, bearingDegrees: Double($0) * 2, distanceMeters: radius * (1 - 1e-9))
    }
    // A stray in the south shifts the bands of latitude against the middle.
    let stray = at(0, middle.latitude - .random(in: 30...60, using: &random))
    let labels = dbscan([middle, stray] + circle, radiusMeters: radius, minimumPoints: 181)
    #expect(labels == [0, -1] + circle.map { _ in 0 }, "seed \(seed)")
  }

  @Test func theRadiusItselfIsWithin() {
    let points = [at(40, 35), at(40.05, 35.02)]
    let distance = Geodesic.distanceMeters(from: points[0], to: points[1])
    #expect(dbscan(points, radiusMeters: distance, minimumPoints: 2) == [0, 0])
    #expect(dbscan(points, radiusMeters: distance.nextDown, minimumPoints: 2) == [-1, -1])
  }

  @Test func aRadiusAroundTheGlobeTakesAll() {
    let points = [at(0, 0), at(180, 0), at(0, 90), at(-120, -90), at(77, -33)]
    #expect(dbscan(points, radiusMeters: 20_100_000, minimumPoints: 5) == [0, 0, 0, 0, 0])
  }

  private func bruteForce(_ points: [Coordinate], _ radius: Double, _ minimum: Int) -> [Int] {
    let neighbors = points.map { point in
      points.indices.filter { Geodesic.distanceMeters(from: point, to: points[$0]) <= radius }
    }
    var labels = points.map { _ in -1 }
    var cluster = 0
    for seed in points.indices where labels[seed] == -1 && neighbors[seed].count >= minimum {
      var queue = [seed]
      labels[seed] = cluster
      while let point = queue.popLast() {
        guard neighbors[point].count >= minimum else { continue }
        for neighbor in neighbors[point] where labels[neighbor] == -1 {
          labels[neighbor] = cluster
          queue.append(neighbor)
        }
      }
      cluster += 1
    }
    return labels
  }
}
