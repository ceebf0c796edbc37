import Geo
import GeoEngine
import TestSupport
import Testing

@Suite struct ProjectionTests {
  private let syria = try? Projection(equalAreaCenteredOn: at(39.01, 35.95))

  /// pyproj 3.7.2, OGC:CRS84 to the same definition.
  @Test(arguments: [
    (at(39.01, 35.95), 0, 0), (at(40.5, 34.4), 137005.678, -170928.5585),
    (at(47.8, 30.5), 843127.8634, -567627.2301), (at(36.2, 33.5), -261108.6657, -268089.8488),
    (at(-70, -20), -10_784_888.7684, -1_174_448.3288),
  ])
  func projectsAsPyprojDoes(coordinate: Coordinate, x: Double, y: Double) throws {
    let projection = try #require(syria)
    let point = try projection.project([coordinate])[0]
    #expect(abs(point.x - x) < 0.001 && abs(point.y - y) < 0.001, "\(point)")
    let back = try projection.unproject([point])[0]
    // PROJ inverts by a series: the way back is good to about 1.5 mm.
    #expect(Geodesic.distanceMeters(from: back, to: coordinate) < 0.003)
  }

  @Test func saysWhatItIs() throws {
    let projection = try Projection(equalAreaCenteredOn: at(-43.126, -35.954))
    #expect(projection.name == "Lambert azimuthal equal-area, centered on 43.13° W, 35.95° S")
    #expect(projection.definition == "+proj=laea +lat_0=-35.95 +lon_0=-43.13 +datum=WGS84 +units=m +no_defs")
  }

  @Test func keepsAreas() throws {
    let area = try box(44, 33, 44.5, 33.5)
    let projection = try Projection(equalAreaCenteredOn: at(39, 36))
    let corners = try projection.project(area.polygons[0].exterior.coordinates)
    let doubled = zip(corners, corners.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    // The sides are geodesics in one case, straight on the map in the other.
    #expect(abs(doubled / 2 / Geodesic.areaSquareMeters(area) - 1) < 1e-4)
  }

  @Test func theAntipodeIsAnError() throws {
    let projection = try #require(syria)
    let antipode = at(39.01 - 180, -35.95)
    #expect(throws: EngineError.outsideProjection(antipode, definition: projection.definition)) {
      try projection.project([at(39, 36), antipode])
    }
    #expect(throws: Never.self) { try projection.project([at(39, 36)]) }
  }

  @Test(arguments: [PlanarPoint(x: 2e7, y: 0), PlanarPoint(x: .nan, y: 0), PlanarPoint(x: 0, y: .infinity)])
  func aPointBeyondTheMapIsAnError(point: PlanarPoint) throws {
    let projection = try #require(syria)
    #expect(throws: EngineError.self) { try projection.unproject([point]) }
  }

  @Test func noPositionsAreNoProblem() throws {
    #expect(try #require(syria).project([]).isEmpty)
  }
}
