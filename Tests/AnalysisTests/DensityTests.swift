import Analysis
import Geo
import GeoEngine
import TestSupport
import Testing

@Suite struct DensityTests {
  private func randomPoints(_ random: inout SplitMix64, count: Int) -> [WeightedCoordinate] {
    (0..<count).map { _ in
      WeightedCoordinate(
        at(.random(in: 38.01...39.99, using: &random), .random(in: 35.01...36.49, using: &random)),
        uncertaintyMeters: .random(in: 0...20_000, using: &random), weight: Double.random(in: 0.5...3, using: &random))
    }
  }

  private func integral(_ grid: DensityGrid) -> Double {
    grid.values.compactMap { $0 }.reduce(0, +) * grid.cellMeters * grid.cellMeters / 1e6
  }

  /// However near the border the incidents are, and however wide or narrow the kernel: none is lost, none is made.
  @Test(arguments: [1, 2, 3, 4] as [UInt64], [300.0, 5000, 80_000])
  func theIntegralIsTheNumberOfIncidents(seed: UInt64, bandwidthMeters: Double) throws {
    var random = SplitMix64(seed: seed)
    let points = randomPoints(&random, count: 40)
    let grid = try density(
      of: points, within: try box(38, 35, 40, 36.5), bandwidthMeters: bandwidthMeters, cellMeters: 2000)
    let expected = points.reduce(0) { $0 + $1.weight }
    #expect(grid.outside == 0)
    #expect(abs(grid.total - expected) < 1e-9 && abs(integral(grid) - expected) < 1e-9 * expected, "seed \(seed)")
  }

  @Test func cellsOutsideTheRegionAreEmpty() throws {
    let region = MultiPolygon([
      try box(38, 35, 39, 36).polygons[0], Polygon(exterior: try box(39.5, 35, 40, 36).polygons[0].exterior),
    ])
    let grid = try density(of: [], within: region, bandwidthMeters: 5000, cellMeters: 2500)
    let locator = try AreaLocator([region])
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let center = try grid.projection.unproject([grid.center(column: column, row: row)])[0]
        let isInside = locator.firstIndex(containing: center) == 0
        // Edges are straight in degrees for one and on the map for the other: leave out what is within 300 m of one.
        let nearEdge =
          Nearest.on(
            try region.polygons.map { try LineString($0.exterior.coordinates) }, to: center
          ).distanceMeters < 300
        #expect(nearEdge || (grid.value(column: column, row: row) != nil) == isInside, "\(center)")
      }
    }
    #expect(grid.maximum == 0)
  }

  /// A town on the shore of a lake that is cut out: counted on the land around it, and nothing of it in the water.
  @Test func aPositionWithinReachIsCounted() throws {
    let shape = Polygon(
      exterior: try box(38, 35, 40, 37).polygons[0].exterior,
      holes: [try box(38.9, 35.9, 39.1, 36.1).polygons[0].exterior])
    let points = [WeightedCoordinate(at(38.93, 36)), WeightedCoordinate(at(41, 36))]
    let grid = try density(
      of: points, within: MultiPolygon([shape]), bandwidthMeters: 9000, cellMeters: 1000, reachMeters: 10_000)
    #expect(grid.value(column: grid.columns / 2, row: grid.rows / 2) == nil)
    #expect(grid.outside == 1 && abs(integral(grid) - 1) < 1e-9)
  }

  @Test func aPartIsAShareOfTheWhole() throws {
    var random = SplitMix64(seed: 9)
    let points = randomPoints(&random, count: 20)
    let region = try box(38, 35, 40, 36.5)
    func grid(_ points: [WeightedCoordinate]) throws -> DensityGrid {
      try density(of: points, within: region, bandwidthMeters: 20_000, cellMeters: 5000)
    }
    let (whole, one, other) = (try grid(points), try grid(Array(points[..<7])), try grid(Array(points[7...])))
    for (a, b) in zip(one.divided(by: whole).values, other.divided(by: whole).values) {
      guard let a, let b else { continue }
      #expect(abs(a + b - 1) < 1e-9 && (0...1).contains(a))
    }
  }

  @Test func aHoleIsOutside() throws {
    let shape = Polygon(
      exterior: try box(38, 35, 40, 37).polygons[0].exterior,
      holes: [try box(38.9, 35.9, 39.1, 36.1).polygons[0].exterior])
    let points = [WeightedCoordinate(at(38.8, 36)), WeightedCoordinate(at(39, 36))]
    let grid = try density(of: points, within: MultiPolygon([shape]), bandwidthMeters: 9000, cellMeters: 1000)
    #expect(grid.value(column: grid.columns / 2, row: grid.rows / 2) == nil)
    #expect(grid.outside == 1 && abs(integral(grid) - 1) < 1e-9)
  }

  /// Far from the border the peak of one incident is 1 / 2πσ².
  @Test(arguments: [(5000.0, 0.0), (4000, 3000), (3000, 4000)])
  func thePeakIsTheGaussians(bandwidthMeters: Double, uncertaintyMeters: Double) throws {
    let grid = try density(
      of: [WeightedCoordinate(at(39, 36), uncertaintyMeters: uncertaintyMeters)], within: try box(38, 35, 40, 37),
      bandwidthMeters: bandwidthMeters, cellMeters: 250)
    #expect(abs(grid.maximum * 2 * .pi * 25 - 1) < 0.002)
  }

  @Test func imprecisionFlattensThePeak() throws {
    func peak(_ uncertainty: Double) throws -> Double {
      try density(
        of: [WeightedCoordinate(at(39, 36), uncertaintyMeters: uncertainty)], within: try box(38, 35, 40, 37),
        bandwidthMeters: 5000, cellMeters: 1000
      ).maximum
    }
    #expect(try peak(20_000) < peak(5000) / 5)
  }

  @Test func incidentsElsewhereAreNotCounted() throws {
    let points = [at(39, 36), at(45, 33), at(37.9, 36), at(37.995, 36), at(-141, -36)].dropLast()
    let grid = try density(
      of: points.map { WeightedCoordinate($0) }, within: try box(38, 35, 40, 37), bandwidthMeters: 5000,
      cellMeters: 1000)
    // The one half a kilometer over the border counts: borders are simplified, and a grid has cells.
    #expect(grid.outside == 2 && grid.total == 2 && abs(integral(grid) - 2) < 1e-9)
  }

  @Test func theProjectionCanBeShared() throws {
    let projection = try Projection(equalAreaCenteredOn: at(41, 34))
    let grid = try density(
      of: [], within: try box(38, 35, 40, 37), bandwidthMeters: 5000, cellMeters: 9000, projection: projection)
    #expect(grid.projection === projection)
  }
}

@Suite struct BandwidthTests {
  private let region = try? box(38, 35, 40, 37)

  /// Four points at the corners of a square of side 2a on the map: σ² = 4a²/3 on each axis, n^(−1/6) = 4^(−1/6).
  @Test func scottsRule() throws {
    let region = try #require(region)
    let projection = try Projection(equalAreaFor: region.boundingBox)
    let side = 12_000.0
    let corners = try projection.unproject(
      [(-side, -side), (side, -side), (side, side), (-side, side)].map(PlanarPoint.init))
    let bandwidth = try Bandwidth(for: corners.map { WeightedCoordinate($0) }, within: region, projection: projection)
    #expect(bandwidth.rule == .scott)
    #expect(abs(bandwidth.meters - (4 * side * side / 3).squareRoot() * 0.7937005) < 0.01)
  }

  private static let extremes: [(points: [WeightedCoordinate], rule: Bandwidth.Rule, share: Double)] = [
    ([], .regionMinimum, 0.025),
    ([WeightedCoordinate(at(39, 36))], .regionMinimum, 0.025),
    ([WeightedCoordinate(at(39, 36), uncertaintyMeters: 90_000)], .regionMaximum, 0.125),
    ([WeightedCoordinate(at(38, 35)), WeightedCoordinate(at(40, 37))], .regionMaximum, 0.125),
  ]

  @Test(arguments: extremes)
  func itFitsTheRegion(points: [WeightedCoordinate], rule: Bandwidth.Rule, share: Double) throws {
    let region = try #require(region)
    let bandwidth = try Bandwidth(for: points, within: region)
    #expect(bandwidth.rule == rule)
    #expect(abs(bandwidth.meters / Geodesic.areaSquareMeters(region).squareRoot() - share) < 1e-9)
  }

  @Test func itIsNotFinerThanTheIncidents() throws {
    let points = [8000.0, 10_000, 12_000].map { WeightedCoordinate(at(39, 36), uncertaintyMeters: $0) }
    let bandwidth = try Bandwidth(for: points, within: try #require(region))
    #expect(bandwidth == (try Bandwidth(for: points.reversed(), within: try #require(region))))
    #expect(bandwidth.meters == 10_000 && bandwidth.rule == .medianUncertainty)
  }
}
