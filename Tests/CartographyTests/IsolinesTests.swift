import Analysis
import Foundation
import Geo
import GeoEngine
import Testing

@testable import Cartography

@Suite("Isolines")
struct IsolinesTests {
  /// A density of one sharp incident in the middle of a degree of land.
  private func peak() throws -> DensityGrid {
    let middle = try Coordinate(longitude: 40.5, latitude: 34.5)
    return try density(
      of: [WeightedCoordinate(middle)], within: try Fixture.area([40, 34, 41, 35]), bandwidthMeters: 8000,
      cellMeters: 1000)
  }

  @Test("around a Gaussian they are circles of the radius that the formula gives", arguments: [0.2, 0.5, 0.9])
  func circles(_ part: Double) throws {
    let grid = try peak()
    let rings = Isolines(grid).rings(atOrAbove: part * grid.maximum)
    #expect(rings.count == 1)
    let radius = 8000 * (-2 * log(part)).squareRoot()
    for point in rings.joined() { #expect(abs((point.x * point.x + point.y * point.y).squareRoot() - radius) < 800) }
  }

  @Test("they run counterclockwise around higher ground and every one closes")
  func orientation() throws {
    let grid = try peak()
    for ring in Isolines(grid).rings(atOrAbove: grid.maximum / 3) {
      let area = zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
      #expect(area > 0)
      for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        #expect(abs(a.x - b.x) <= grid.cellMeters + 1e-6 && abs(a.y - b.y) <= grid.cellMeters + 1e-6)
      }
    }
  }

  @Test("above the maximum there are none")
  func none() throws {
    let grid = try peak()
    #expect(Isolines(grid).rings(atOrAbove: grid.maximum * 1.01).isEmpty)
  }
}
