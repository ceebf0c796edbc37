import Geo
import GeoEngine
import TestSupport
import Testing

@Suite struct AreaLocatorTests {
  private func locator() throws -> AreaLocator {
    let withHole = try polygon([(0, 0), (4, 0), (4, 4), (0, 4)], holes: [[(1, 1), (2, 1), (2, 2), (1, 2)]])
    return try AreaLocator([MultiPolygon([withHole]), box(4, 0, 8, 4), box(1, 1, 2, 2)])
  }

  @Test(arguments: [
    (at(3, 3), [0]), (at(1.5, 1.5), [2]), (at(4, 2), [0, 1]), (at(1, 1.5), [0, 2]), (at(6, 2), [1]), (at(0, 0), [0]),
    (at(9, 2), []), (at(3, 4.001), []),
  ])
  func findsTheAreas(coordinate: Coordinate, expected: [Int]) throws {
    let locator = try locator()
    #expect(locator.indices(containing: coordinate) == expected)
    #expect(locator.firstIndex(containing: coordinate) == expected.first)
  }

  @Test func noAreasContainNothing() throws {
    #expect(try AreaLocator([]).firstIndex(containing: at(0, 0)) == nil)
  }

  /// Seeded random stars against the even-odd rule.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func agreesWithTheEvenOddRule(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let ring = try Ring(star(&random))
    let locator = try AreaLocator([MultiPolygon([Polygon(exterior: ring)])])
    for _ in 0..<2000 {
      let point = at(.random(in: -1...1, using: &random), .random(in: -1...1, using: &random))
      #expect((locator.firstIndex(containing: point) != nil) == isInside(point, ring), "seed \(seed): \(point)")
    }
  }

  private func star(_ random: inout SplitMix64) -> [Coordinate] {
    let corners = (0..<40).map { index in
      let radius = Double.random(in: 0.2...1, using: &random)
      let meters = Geodesic.destination(
        from: at(0, 0), bearingDegrees: Double(index) * 9, distanceMeters: radius * 100_000)
      return meters
    }
    return corners + corners.prefix(1)
  }

  private func isInside(_ point: Coordinate, _ ring: Ring) -> Bool {
    var inside = false
    for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst())
    where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
      let share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
      if point.longitude < a.longitude + share * (b.longitude - a.longitude) { inside.toggle() }
    }
    return inside
  }
}
