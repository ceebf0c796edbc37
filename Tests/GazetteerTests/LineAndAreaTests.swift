import Geo
import GeoEngine
import Incidents
import Testing

@testable import Gazetteer

@Suite struct LineAndAreaTests {
  private let resolver: Resolver

  init() throws {
    resolver = try Invented.resolver(adding: [
      Invented.area("Hazmar", .district, code: "AA-MA", country: "AA", 40.2, 40.6),
      Invented.area("Shamrul", .district, code: "AA-TO", country: "AA", 41.2, 41.9),
      Invented.place("Shamrul", 41.85, 30.1, .town), Invented.place("Old Bridge", 40.51, 31.2, .bridge),
      Invented.place("Great Mosque of Marfan", 40.5, 31.21, .site), Invented.place("Barud Camp", 40.4, 30.6, .camp),
    ])
  }

  private func resolve(_ name: String, _ parents: [String] = [], country: String? = "Alifia") -> Resolution {
    resolver.resolve(Invented.mention(name, parents, country: country))
  }

  /// A river is the stretch of it in the area that is stated: from its west to its east end.
  @Test(
    arguments: [
      ("Zarnuq River", ["Hazmar district"], Precision.district, 40.2, 40.6),
      ("Zarnuq", ["Marfan governorate"], .governorate, 40, 41),
      ("Nahr az-Zarnuq", [], .country, 40, 42),
    ] as [(String, [String], Precision, Double, Double)])
  func stretches(name: String, parents: [String], precision: Precision, west: Double, east: Double) throws {
    let answer = resolve(name, parents)
    let best = try #require(answer.best)
    #expect(answer.status == .resolved)
    #expect(best.precision == precision)
    let box = try #require(best.footprint?.boundingBox)
    #expect(abs(box.west - west) < 1e-6 && abs(box.east - east) < 1e-6, "\(box)")
  }

  @Test func aRiverThatIsElsewhereIsNotDrawn() throws {
    let answer = resolve("Zarnuq River", ["Tolmun governorate"], country: "Alifia")
    #expect(answer.status == .resolved)
    let dry = try Resolver(
      places: Invented.places().filter { $0.id != "river" } + [
        Place(
          id: "river", name: "Zarnuq", coordinate: Invented.at(40.5, 31), country: "", kind: .river, source: "test",
          footprint: .lines([try LineString([Invented.at(40.1, 31.2), Invented.at(40.9, 31.2)])]))
      ])
    let elsewhere = dry.resolve(Invented.mention("Zarnuq River", ["Tolmun governorate"]))
    #expect(elsewhere.status != .resolved)
    #expect(elsewhere.best?.because.contains { $0.contains("does not run through Tolmun") } == true)
  }

  @Test func aDistrictIsNoRivalOfItsTown() {
    let answer = resolve("Shamrul district")
    #expect(answer.best?.kind == .district)
    #expect(answer.flags == [.notAPoint])
  }

  @Test(
    arguments: [
      ("Old Bridge", ["Marfan"], PlaceKind.bridge), ("Barud camp", [], .camp), ("Great Mosque of Marfan", [], .site),
      ("Shahrut oilfield", [], .oilfield),
    ] as [(String, [String], PlaceKind)])
  func sites(name: String, parents: [String], kind: PlaceKind) { #expect(resolve(name, parents).best?.kind == kind) }

  /// What is not known is in the place that is stated with it.
  @Test(arguments: [
    "Ypsyho mosque", "a school", "Ypsyho bridge", "Ypsyho camp",
  ]) func unknownSitesAreInTheirParent(name: String) throws {
    let answer = resolve(name, ["Marfan"])
    #expect(answer.best?.how == .parent)
    #expect(answer.flags.contains(.parentStandsIn))
    #expect(answer.best?.placeName == "Marfan")
  }
}
