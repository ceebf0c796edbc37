import Geo
import Incidents
import Testing

@Suite struct CrosswalkTests {
  private func location(
    _ precision: Precision, _ match: MatchKind = .exact, meters: Double = 2000, footprint: Geometry? = nil,
    country: String = "SY"
  ) throws -> Location {
    Location(
      coordinate: try Coordinate(longitude: 39, latitude: 36), uncertaintyMeters: meters, precision: precision,
      footprint: footprint, placeID: "x:1", placeName: "Foo", matchedName: "Foo", match: match, confidence: 0.9,
      country: country, governorate: nil, because: [])
  }

  private let extents = CountryExtents(
    townMeters: 3000, districtMeters: 30_000, governorateMeters: 120_000, countryMeters: 400_000)

  @Test(
    arguments: [
      (Precision.site, MatchKind.exact, 1000.0, 1, 1), (.neighborhood, .spelling, 1500, 1, 1),
      (.town, .alternateName, 9000, 1, 1), (.district, .exact, 30_000, 3, 2), (.governorate, .exact, 90_000, 4, 3),
      (.country, .exact, 400_000, 6, nil), (.town, .exact, 40_000, 5, 2), (.town, .parent, 15_000, 2, 2),
      (.district, .parent, 30_000, 3, 2),
      (.governorate, .parent, 90_000, 4, 3), (.town, .relative, 9000, 2, 2), (.district, .relative, 24_000, 2, 2),
      (.district, .relative, 26_000, 5, 2), (.governorate, .relative, 80_000, 5, 3), (.site, .coordinates, 70, 1, 1),
      (.town, .coordinates, 7000, 2, 1), (.governorate, .coordinates, 71_000, 5, 3),
    ] as [(Precision, MatchKind, Double, Int, Int?)])
  func codes(precision: Precision, match: MatchKind, meters: Double, ucdp: Int, acled: Int?) throws {
    let location = try location(precision, match, meters: meters)
    #expect(UCDPWherePrecision(location)?.rawValue == ucdp)
    #expect(ACLEDGeoPrecision(location)?.rawValue == acled)
  }

  @Test func linesAreLines() throws {
    let line = try LineString([Coordinate(longitude: 39, latitude: 36), Coordinate(longitude: 40, latitude: 36)])
    let location = try location(.governorate, meters: 60_000, footprint: .lines([line]))
    #expect(UCDPWherePrecision(location) == .lineOrFuzzyArea)
    #expect(ACLEDGeoPrecision(location) == .region)
  }

  @Test func outsideOfAllCountriesThereIsNoCode() throws {
    #expect(UCDPWherePrecision(try location(.site, .coordinates, country: "")) == nil)
  }

  @Test func radiiOfCodes() {
    let ucdp = UCDPWherePrecision.allCases.map { $0.uncertaintyMeters(extents) }
    #expect(ucdp == [3000, 25_000, 30_000, 120_000, nil, 400_000, nil])
    #expect(ACLEDGeoPrecision.allCases.map { $0.uncertaintyMeters(extents) } == [3000, 30_000, 120_000])
  }

  /// A code's radius leads back to the code, where it stands for an area of the country.
  @Test(arguments: [(3, Precision.district), (4, .governorate), (6, .country)])
  func thereAndBack(code: Int, precision: Precision) throws {
    let ucdp = try #require(UCDPWherePrecision(rawValue: code))
    let meters = try #require(ucdp.uncertaintyMeters(extents))
    #expect(UCDPWherePrecision(try location(precision, meters: meters)) == ucdp)
  }

  @Test(
    arguments: [
      (nil, nil), (0.0, nil), (-5, nil), (.nan, nil), (.infinity, nil), (0.3, 1), (1, 1), (70.1, 71), (2500, 2500),
      (20_037_509, 20_037_509), (20_037_510, nil),
    ] as [(Double?, Int?)])
  func darwinCore(meters: Double?, value: Int?) {
    #expect(DarwinCore.coordinateUncertaintyInMeters(meters) == value)
    if let value { #expect(DarwinCore.read(Double(value)) == Double(value)) }
  }
}
