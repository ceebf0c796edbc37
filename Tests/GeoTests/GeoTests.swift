import Geo
import Testing

@Suite struct GeoTests {
  @Test(arguments: [
    ("500m", 500.0), ("25km", 25_000), ("25 KM", 25_000), ("5nmi", 9260), ("3mi", 4828.032), ("0.5km", 500),
    ("10 miles", 16_093.44), ("1 mile", 1609.344), ("2 Kilometers", 2000), ("300 metres", 300),
    ("1 nautical mile", 1852),
  ])
  func readsLengths(text: String, meters: Double) throws {
    #expect(abs(try Distance(parsing: text).meters - meters) < 1e-6)
  }

  @Test(arguments: ["25", "km", "", "-5km", "0m", "25 parsecs", "nankm", "infm", "1e400km", "5 5km x", "10 smiles"])
  func refusesLengths(text: String) {
    let error = #expect(throws: GeoError.self) { try Distance(parsing: text) }
    #expect(error?.description.contains("25km") == true)
  }

  @Test(arguments: [(95.0, 200.0), (181, 0), (0, -91), (.nan, 0), (0, .infinity)])
  func refusesWhatIsNotOnTheGlobe(longitude: Double, latitude: Double) {
    #expect(throws: GeoError.self) { try Coordinate(longitude: longitude, latitude: latitude) }
  }

  @Test(arguments: [(35.95, 139.01, true), (35.95, 200, false)])
  func saysWhenCoordinatesLookSwapped(longitude: Double, latitude: Double, swapped: Bool) {
    let error = #expect(throws: GeoError.self) { try Coordinate(longitude: longitude, latitude: latitude) }
    #expect(error?.description.contains("swapped") == swapped)
  }

  @Test func wrapsResultsOfArithmetic() {
    let wrapped = Coordinate(wrappingLongitude: 190, latitude: 90.0000001)
    #expect(wrapped.longitude == -170)
    #expect(wrapped.latitude == 90)
  }

  @Test func ringsAreClosed() throws {
    let open = try [(0, 0), (1, 0), (1, 1), (0, 1)].map { try Coordinate(longitude: $0.0, latitude: $0.1) }
    #expect(throws: GeoError.notARing(positions: 4, closed: false)) { try Ring(open) }
    #expect(throws: GeoError.notARing(positions: 3, closed: true)) { try Ring([open[0], open[1], open[0]]) }
    let ring = try Ring(open + [open[0]])
    #expect(ring.isCounterclockwise)
    #expect(!ring.oriented(counterclockwise: false).isCounterclockwise)
    #expect(Polygon(exterior: ring, holes: [ring]).holes.allSatisfy { !$0.isCounterclockwise })
  }

  @Test func boxesUniteAndMeet() throws {
    let box = try #require(BoundingBox([try Coordinate(longitude: 1, latitude: 2)]))
    let other = try #require(BoundingBox([try Coordinate(longitude: 3, latitude: -2)]))
    #expect(!box.intersects(other))
    #expect(box.union(other).intersects(other))
    #expect(box.union(other).contains(try Coordinate(longitude: 2, latitude: 0)))
    #expect(BoundingBox([]) == nil)
  }
}
