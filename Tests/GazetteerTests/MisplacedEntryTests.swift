import Geo
import Incidents
import Testing

@testable import Gazetteer

/// What a gazetteer says wrongly, or by halves, must not become a sure answer.
@Suite struct MisplacedEntryTests {
  private func answer(_ name: String, adding place: Place, country: String? = "Alifia") throws -> Resolution {
    try Invented.resolver(adding: [place]).resolve(Invented.mention(name, country: country))
  }

  @Test(arguments: [
    (40.5, 30.7, false), (42.05, 31.0, false), (41.96, 31.0, false), (31.0, 40.5, true), (43.5, 31.0, true),
    (50.0, 31.0, true),
  ]) func anEntryOutsideOfItsCountryIsNoAnswer(longitude: Double, latitude: Double, isMisplaced: Bool) throws {
    let answer = try answer("Kelmish", adding: Invented.place("Kelmish", longitude, latitude))
    #expect(answer.flags.contains(.countryDisagrees) == isMisplaced)
    #expect((answer.status == .resolved) != isMisplaced)
  }

  @Test func aGovernorateGivenAsAPointIsTheOutlinedOne() throws {
    let point = Invented.place("Marfan", 40.6, 31.4, .governorate, also: ["محافظة مرفان"])
    let best = try #require(try answer("محافظة مرفان", adding: point).best)
    #expect(best.placeID == "governorate:Marfan")
    #expect(best.footprint != nil)
  }

  @Test func aGovernorateThatNoOneOutlinesIsStillNoPoint() throws {
    let answer = try answer("Ruzniq province", adding: Invented.place("Ruzniq", 40.6, 31.4, .governorate))
    #expect(answer.best?.placeName == "Ruzniq")
    #expect(answer.flags.contains(.notAPoint))
  }

  @Test func aWholeNameIsNoStandInForItself() throws {
    let town = Invented.place("Jisr al-Hamluk", 40.4, 30.8, .town)
    let answer = try answer("Jisr al-Hamluk", adding: town)
    #expect(answer.best?.placeID == town.id)
    #expect(!answer.flags.contains(.parentStandsIn))
    let named = try self.answer("Hamluk bridge", adding: Invented.place("Hamluk", 40.4, 30.8, .town))
    #expect(named.flags.contains(.parentStandsIn))
  }

  @Test func aRivalIsNeverLikelierThanTheAnswer() throws {
    for name in ["al-Qusba", "Dubayra", "Shahrut", "Marfan"] {
      let answer = try Invented.resolver().resolve(Invented.mention(name))
      guard let best = answer.best else { continue }
      #expect(answer.alternatives.allSatisfy { $0.confidence <= best.confidence })
    }
  }

  @Test func anUnknownGovernorateIsFlagged() throws {
    let resolver = try Invented.resolver()
    let context = ResolutionContext(governorate: "Narniq", near: nil)
    #expect(
      resolver.resolve(Invented.mention("Wadrikh", country: "Bedia"), context: context).flags.contains(
        .unknownGovernorate))
  }
}
