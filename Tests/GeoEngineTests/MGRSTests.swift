import Foundation
import Geo
import GeoEngine
import TestSupport
import Testing

@Suite struct MGRSTests {
  /// `grids.csv` comes from PyPI `mgrs` 1.6 (GEOTRANS) and pyproj: seeded positions in Iraq, Syria and the world, many
  /// beside the edges of zones and bands, in Norway and Svalbard.
  @Test func equalsGEOTRANSAndPROJ() throws {
    let grids = try rows(inFixture: "grids.csv")
    #expect(grids.count == 380)
    for row in grids {
      let numbers = row.compactMap(Double.init)
      let (position, grid) = (at(numbers[0], numbers[1]), row[3])
      #expect(try MGRS.reference(position, digits: Int(numbers[2])) == grid, "\(position)")
      let square = try MGRS.square(grid)
      #expect(Geodesic.distanceMeters(from: square.center, to: at(numbers[3], numbers[4])) < 0.01, "\(grid)")
      #expect(abs(square.radiusMeters - numbers[5]) < 0.01, "\(grid)")
      #expect(Geodesic.distanceMeters(from: square.center, to: position) <= square.radiusMeters + 0.01, "\(grid)")
    }
  }

  @Test(arguments: [
    ("38SLF1234567890", 1.0, 0.7), ("38SLF12346789", 10, 7.1), ("38slf123678", 100, 70.7), ("38SLF1267", 1000, 707.1),
    ("38SLF16", 10_000, 7071), ("38SLF", 100_000, 70_711),
  ]) func moreDigitsAreFiner(grid: String, side: Double, radius: Double) throws {
    let square = try MGRS.square(grid)
    #expect(square.sideMeters == side)
    #expect(abs(square.radiusMeters - radius) < radius / 50 + 0.01)
  }

  /// No C++ exception comes through: each is an error of ours.
  @Test(arguments: [
    "", "38", "38S", "61SLF1234", "38SLF123", "38ILF12", "38SII12", "3 8S", "Raqqah", "38SLF12é4", "38SLA١٢",
  ])
  func refuses(grid: String) {
    #expect(throws: EngineError.self) { try MGRS.square(grid) }
  }
}
