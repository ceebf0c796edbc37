import Geo
import GeoEngine
import Incidents
import Testing

@testable import Gazetteer

struct ResolverTests {
  private let resolver: Resolver

  init() throws { resolver = try Resolver(places: InventedLand.places()) }

  @Test(
    "Spellings of a place lead to it",
    arguments: [
      ("Gadhirah", "gadhira", .exact), ("al-Gadhira", "gadhira", .exact), ("غديره", "gadhira", .alternateName),
      ("Old Sumbuk", "sumbuk", .alternateName), ("al-Sumbukiyah", "sumbuk", .exact), ("Sumbukia", "sumbuk", .exact),
      ("السمبوكية", "sumbuk", .alternateName), ("Nuqrash", "nuqrash", .exact), ("Nu’qrash", "nuqrash", .exact),
      ("Nukrash", "nuqrash", .spelling), ("Talltarmuz", "tarmuz", .spelling), ("Tal Tarmouz", "tarmuz", .exact),
      ("Baldukhna", "balduk", .spelling), ("Baldokhan", "balduk", .spelling), ("Bald Ukhan", "balduk", .spelling),
      ("Gadhirah city", "gadhira", .exact),
    ] as [(String, String, MatchKind)])
  func spelling(_ row: (written: String, id: String, how: MatchKind)) {
    let answer = resolver.resolve(mention(row.written))
    #expect(answer.status == .resolved)
    #expect(answer.best?.placeID == row.id)
    #expect(answer.best?.how == row.how)
    #expect(answer.best?.because.isEmpty == false)
  }

  @Test("The city stands in for its unknown neighborhood")
  func parentStandsIn() throws {
    let answer = resolver.resolve(mention("al-Vornap neighborhood", parents: ["Gadhirah"]))
    let city = try #require(resolver.index.places.first { $0.id == "gadhira" })
    #expect(answer.status == .resolved)
    #expect(answer.best?.placeID == "gadhira")
    #expect(answer.best?.how == .parent)
    #expect(answer.flags.contains(.parentStandsIn))
    #expect(answer.best?.uncertaintyMeters == city.uncertaintyMeters)
  }

  @Test("An unknown name with only a country has no answer")
  func unknown() {
    let answer = resolver.resolve(mention("Vornapliq"))
    #expect(answer.status == .unresolved)
    #expect(!answer.because.isEmpty)
  }

  @Test("A name known only in another country has no answer, and the reader is told")
  func onlyAbroad() {
    let answer = resolver.resolve(mention("Fershtokat", country: "XA"))
    #expect(answer.status == .unresolved)
    #expect(answer.flags.contains(.onlyInOtherCountry))
    #expect(resolver.resolve(mention("Fershtokat", country: "XB")).best?.placeID == "far")
  }

  @Test("Namesakes in two governorates are ambiguous")
  func namesakes() {
    let answer = resolver.resolve(mention("Mirwaza"))
    #expect(answer.status == .ambiguous)
    #expect((answer.best?.confidence ?? 1) < 0.5)
    #expect(answer.flags.contains(.rivals))
  }

  @Test("The governorate tells namesakes apart", arguments: [("Zorland", "mirwaz-z"), ("Marland", "mirwaz-m")])
  func namesakesInGovernorate(_ row: (governorate: String, id: String)) {
    let context = ResolutionContext(governorate: row.governorate)
    for answer in [
      resolver.resolve(mention("Mirwaza"), context: context),
      resolver.resolve(mention("Mirwaza", parents: [row.governorate])),
    ] {
      #expect(answer.status == .resolved)
      #expect(answer.best?.placeID == row.id)
      #expect((answer.best?.confidence ?? 0) > 0.7)
    }
  }

  @Test("Without a country the answer says so")
  func noCountry() {
    let answer = resolver.resolve(mention("Gadhirah", country: nil))
    #expect(answer.best?.placeID == "gadhira")
    #expect(answer.flags.contains(.noCountry))
  }

  @Test("A river alone is a line")
  func river() {
    let answer = resolver.resolve(mention("Wadun River"))
    guard case .lines? = answer.best?.footprint else {
      Issue.record("no line: \(answer)")
      return
    }
    #expect(answer.flags.contains(.notAPoint))
  }

  @Test("A river at a town is the point of it near the town")
  func riverAtTown() throws {
    let best = try #require(resolver.resolve(mention("Wadun River", parents: ["Gadhirah"])).best)
    #expect(best.footprint == nil)
    #expect(Geodesic.distanceMeters(from: best.coordinate, to: at(10.2, 30.25)) < 200)
  }

  @Test("A province is an area")
  func province() {
    let answer = resolver.resolve(mention("Zorland province"))
    guard case .area? = answer.best?.footprint else {
      Issue.record("no area: \(answer)")
      return
    }
    #expect(answer.best?.kind == .governorate)
    #expect(answer.flags.contains(.notAPoint))
  }
}
