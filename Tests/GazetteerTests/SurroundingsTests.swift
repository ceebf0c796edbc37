import Geo
import GeoEngine
import Incidents
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct SurroundingsTests {
  @Test func areasAndNearestPlaces() throws {
    let resolver = try Invented.resolver(adding: [
      Invented.place("Hazmuriyah", 40.905, 31.9, id: "other:1"), Invented.place("Nahriyah", 40.5, 31.3, .river),
    ])
    let around = resolver.surroundings(of: Invented.at(40.5, 31.3), count: 3)
    #expect(around.areas.country == "AA")
    #expect(around.areas.governorate?.code == "AA-MA")
    #expect(around.places.map(\.place.name) == ["An Nafurah", "Marfan", "Dubayrah"])
    #expect(around.places[1].direction == "north")
    // geographiclib 2.1, Geodesic.WGS84.Inverse(31.2, 40.5, 31.3, 40.5).
    #expect(abs(around.places[1].distanceMeters - 11_088.1) < 1)
    let twins = resolver.surroundings(of: Invented.at(40.9, 31.9), count: 20).places.map(\.place.name)
    #expect(twins.count { $0 == "Hazmuriyah" } == 1)
    #expect(resolver.surroundings(of: Invented.at(40.5, 31.3), count: 0).places.isEmpty)
  }

  // Wadrikh, at 43.5° E 31° N, is the easternmost place; a degree of latitude is 111 km.
  @Test(
    arguments: [
      (10.0, 10.0, nil, false), (43.5, 32.1, nil, false), (43.5, 31.8, "BB", true), (43.5, 30.05, "BB", false),
      (42.9, 30.5, "BB", true),
    ] as [(Double, Double, String?, Bool)])
  func placesOnlyWhereThereAreAny(longitude: Double, latitude: Double, country: String?, areThere: Bool) throws {
    let around = try Invented.resolver().surroundings(of: Invented.at(longitude, latitude), count: 3)
    #expect(around.places.isEmpty != areThere)
    #expect(around.areas.country == country)
  }

  /// A district that reaches from Tolmun, in one country, into Gawran, in the other; and one that reaches beyond both.
  private func district(_ name: String, of code: String, _ country: String, _ west: Double, _ east: Double) throws
    -> Place
  {
    var place = try Invented.area(name, .district, code: code, country: country, west, east)
    place.id = "district:\(name)"
    return place
  }

  @Test(
    "District, governorate and country lie in each other, whichever source drew them",
    arguments: [
      (41.5, ["Wahat, Tolmun, AA"]), (41.95, ["Wahat, Tolmun, AA"]), (42.05, ["Wahat, Tolmun, AA", "–, Gawran, BB"]),
      (42.5, ["–, Gawran, BB"]), (43.95, ["Hadd, Sindab, BB"]), (44.05, ["Hadd, Sindab, BB"]), (44.5, []),
    ])
  func areasAgree(longitude: Double, areas: [String]) throws {
    let resolver = try Invented.resolver(adding: [
      district("Wahat", of: "AA-TO", "AA", 41.2, 42.1), district("Hadd", of: "BB-SI", "BB", 43.2, 44.1),
    ])
    let around = resolver.surroundings(of: Invented.at(longitude, 30.5), count: 0)
    let found = ([around.areas] + around.otherAreas).filter { $0.country != nil }
    #expect(
      found.map { "\($0.district ?? "–"), \($0.governorate?.name ?? "–"), \($0.country ?? "–")" } == areas)
  }

  @Test("Where borders of two countries overlap, the nearest place decides which is first", arguments: ["AA", "BB"])
  func countriesOverlap(nearest: String) throws {
    let resolver = try Invented.resolver(adding: [
      district("Wahat", of: "AA-TO", "AA", 41.2, 42.1), Invented.place("Qarib", 42.05, 30.51, country: nearest),
    ])
    let around = resolver.surroundings(of: Invented.at(42.05, 30.5))
    #expect(around.areas.country == nearest)
    #expect(around.areas.district == (nearest == "AA" ? "Wahat" : nil))
    #expect(around.otherAreas.count == 1)
  }

  @Test("Where governorates of two sources overlap, the one whose district holds the position is first")
  func governoratesOverlap() throws {
    let resolver = try Invented.resolver(adding: [
      Invented.area("Overreach", .governorate, code: "AA-ZZ", country: "AA", 42, 42.4),
      district("Wahat", of: "BB-GA", "BB", 42, 42.5),
    ])
    let around = resolver.surroundings(of: Invented.at(42.2, 30.5))
    #expect(around.areas.governorate?.code == "BB-GA" && around.areas.country == "BB")
    #expect(around.otherAreas.map(\.governorate?.code) == ["AA-ZZ"])
  }

  @Test("The nearest places are those of a search through all", arguments: [31, 32] as [UInt64])
  func nearest(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let places = (0..<200).map { number in
      Invented.place(
        "Foo\(number)", .random(in: 40...42, using: &random), .random(in: 30...32, using: &random), id: "n\(number)")
    }
    let resolver = try Resolver(places: places)
    for _ in 0..<20 {
      let position = Invented.at(.random(in: 40...42, using: &random), .random(in: 30...32, using: &random))
      let expected = places.map { ($0.id, Geodesic.distanceMeters(from: $0.coordinate, to: position)) }
        .sorted { $0.1 < $1.1 }.prefix(5).map(\.0)
      #expect(resolver.surroundings(of: position).places.map(\.place.id) == expected, "seed \(seed)")
    }
  }

  @Test(arguments: [
    (0.0, "north"), (11, "north"), (12, "north-northeast"), (47, "northeast"), (359, "north"),
    (202.5, "south-southwest"),
    (349, "north"), (340, "north-northwest"),
  ]) func directions(bearing: Double, name: String) { #expect(Heading.name(ofBearing: bearing) == name) }

  @Test func extentsOfACountry() throws {
    let resolver = try Invented.resolver()
    let extents = try #require(resolver.extents(ofCountry: "AA"))
    // A governorate of one degree by two: half of its diagonal is 121 km; the country's is 146 km.
    #expect(abs(extents.governorateMeters - 121_000) < 2000)
    #expect(abs(extents.countryMeters - 146_000) < 2000)
    #expect(extents.townMeters <= extents.districtMeters)
    #expect(resolver.extents(ofCountry: "ZZ") == nil)
  }
}
