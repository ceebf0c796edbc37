import Geo
import GeoEngine
import TestSupport
import Testing

@Suite struct GeodesicTests {
  @Test func distancesAndBearingsEqualGeographicLib() throws {
    let rows = try numbers(inFixture: "geodesics.csv")
    #expect(rows.count == 200)
    for row in rows {
      let (start, end) = (at(row[0], row[1]), at(row[2], row[3]))
      #expect(abs(Geodesic.distanceMeters(from: start, to: end) - row[4]) < 0.001, "\(start) to \(end)")
      let inverse = Geodesic.inverse(from: start, to: end)
      #expect(abs(inverse.distanceMeters - row[4]) < 0.001)
      #expect(Geodesic.isWithin(row[4] + 0.001, from: start, to: end))
      #expect(!Geodesic.isWithin(row[4] - 0.001, from: start, to: end), "\(start) to \(end)")
      #expect((0..<360).contains(inverse.initialBearingDegrees))
      guard row[4] > 1 else { continue }
      let turn = abs(inverse.initialBearingDegrees - row[5])
      #expect(min(turn, 360 - turn) < 1e-6, "\(start) to \(end)")
      let arrived = Geodesic.destination(
        from: start, bearingDegrees: inverse.initialBearingDegrees, distanceMeters: inverse.distanceMeters)
      #expect(Geodesic.distanceMeters(from: arrived, to: end) < 0.001, "\(start) to \(end)")
    }
  }

  /// geographiclib 2.1, Geodesic.WGS84.Direct(35.95, 39.01, 57.5, 25000).
  @Test func destinationEqualsGeographicLib() {
    let end = Geodesic.destination(from: at(39.01, 35.95), bearingDegrees: 57.5, distanceMeters: 25_000)
    #expect(abs(end.longitude - 39.24405961766247) < 1e-11)
    #expect(abs(end.latitude - 36.070829843423326) < 1e-11)
  }

  /// geographiclib 2.1, Geodesic.WGS84.Polygon() over the corners, computed for both rings.
  @Test func areaEqualsGeographicLib() throws {
    let hole = [(38.5, 35.5), (39.0, 35.5), (39.0, 36.0), (38.5, 36.0)]
    let whole = try polygon([(38, 35), (40, 35), (40, 36.5), (38, 36.5)], holes: [hole])
    let island = try polygon(hole)
    let (outer, inner) = (30_105_671_958.281982, 2_508_875_342.0780334)
    #expect(abs(Geodesic.areaSquareMeters(MultiPolygon([whole])) - (outer - inner)) < 1)
    #expect(abs(Geodesic.areaSquareMeters(MultiPolygon([whole, island])) - outer) < 1)
  }

  @Test func lengthIsTheSumOfItsEdges() throws {
    let line = try LineString([at(0, 0), at(90, 0), at(90, 90)])
    // A quarter of the equator and a quarter of a meridian: 10,018,754.171 m and 10,001,965.729 m.
    #expect(abs(Geodesic.lengthMeters(line) - 20_020_719.900) < 0.01)
  }

  @Test(arguments: [at(39, 36), at(-179.99, 10), at(10, 89)])
  func everyVertexOfACircleIsOnIt(center: Coordinate) {
    let circle = Geodesic.circle(around: center, radiusMeters: 5000, vertices: 12)
    #expect(circle.exterior.coordinates.count == 13)
    for vertex in circle.exterior.coordinates {
      #expect(abs(Geodesic.distanceMeters(from: center, to: vertex) - 5000) < 0.001)
    }
  }
}
