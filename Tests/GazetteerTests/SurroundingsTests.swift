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
    #expect(around.country == "AA")
    #expect(around.governorate?.code == "AA-MA")
    #expect(around.places.map(\.place.name) == ["An Nafurah", "Marfan", "Dubayrah"])
    #expect(around.places[1].direction == "north")
    // geographiclib 2.1, Geodesic.WGS84.Inverse(31.2, 40.5, 31.3, 40.5).
    #expect(abs(around.places[1].distanceMeters - 11_088.1) < 1)
    let twins = resolver.surroundings(of: Invented.at(40.9, 31.9), count: 20).places.map(\.place.name)
    #expect(twins.count { $0 == "Hazmuriyah" } == 1)
    #expect(resolver.surroundings(of: Invented.at(10, 10), count: 0).places.isEmpty)
    #expect(resolver.surroundings(of: Invented.at(10, 10)).country == nil)
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
