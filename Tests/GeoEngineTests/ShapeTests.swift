import Geo
import GeoEngine
import TestSupport
import Testing

@Suite struct BoundingCircleTests {
  @Test func aPointHasNoExtent() throws {
    let circle = try BoundingCircle.of(.point(at(39, 36)))
    #expect(circle.radiusMeters < 0.001)
    #expect(Geodesic.distanceMeters(from: circle.center, to: at(39, 36)) < 0.001)
  }

  @Test func itHoldsEveryPositionAndIsTight() throws {
    let shape = try polygon([(38, 35), (40, 35), (39.8, 36.5), (38.4, 36.1)])
    let circle = try BoundingCircle.of(.area(MultiPolygon([shape])))
    let distances = shape.exterior.coordinates.map { Geodesic.distanceMeters(from: circle.center, to: $0) }
    #expect(distances.allSatisfy { $0 <= circle.radiusMeters })
    // No circle around the two farthest positions is smaller than half their distance.
    let farthest = Geodesic.distanceMeters(from: at(38, 35), to: at(39.8, 36.5))
    #expect(circle.radiusMeters >= farthest / 2 && circle.radiusMeters < farthest / 2 * 1.1)
  }

  @Test func aStraightLineIsHalved() throws {
    let line = try LineString([at(40, 35), at(40, 36)])
    let circle = try BoundingCircle.of(.lines([line]))
    #expect(abs(circle.radiusMeters - Geodesic.lengthMeters(line) / 2) < 20)
  }

  @Test func noLinesAreAnError() {
    #expect(throws: EngineError.emptyGeometry) { try BoundingCircle.of(.lines([])) }
  }
}

@Suite struct NearestTests {
  @Test func theFootOfThePerpendicularIsFound() throws {
    let meridian = try LineString([at(40, 30), at(40, 40)])
    let nearest = Nearest.on([meridian], to: at(40.1, 35))
    #expect(nearest.coordinate.longitude == 40)
    #expect(abs(nearest.coordinate.latitude - 35) < 0.001)
    #expect(abs(nearest.distanceMeters - Geodesic.distanceMeters(from: at(40.1, 35), to: at(40, 35))) < 0.1)
  }

  @Test(arguments: [(at(41, 35), at(40, 35)), (at(37, 35), at(38, 35))])
  func beyondTheEndTheEndIsNearest(target: Coordinate, end: Coordinate) throws {
    #expect(Nearest.on([try LineString([at(38, 35), at(40, 35)])], to: target).coordinate == end)
  }

  /// The straight line through the earth passes far below the middle of a long edge.
  @Test func theMiddleOfALongEdgeIsNearerThanAShortOne() throws {
    let long = try LineString([at(30, 45), at(44, 45)])
    let short = try LineString([at(37, 45.2), at(37, 45.3)])
    #expect(Nearest.on([short, long], to: at(37, 45)).distanceMeters < 0.01)
  }

  /// Against 2,000 steps along each edge.
  @Test(arguments: [7, 8, 9] as [UInt64])
  func noOtherPositionIsNearer(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func any() -> Coordinate { at(.random(in: 38...44, using: &random), .random(in: 31...37, using: &random)) }
    let lines = try (0..<4).map { _ in try LineString((0..<6).map { _ in any() }) }
    let target = any()
    let nearest = Nearest.on(lines, to: target)
    for line in lines {
      for (a, b) in zip(line.coordinates, line.coordinates.dropFirst()) {
        for step in 0...2000 {
          let share = Double(step) / 2000
          let position = at(
            a.longitude + share * (b.longitude - a.longitude), a.latitude + share * (b.latitude - a.latitude))
          #expect(
            Geodesic.distanceMeters(from: position, to: target) >= nearest.distanceMeters - 0.001, "seed \(seed)")
        }
      }
    }
  }
}
