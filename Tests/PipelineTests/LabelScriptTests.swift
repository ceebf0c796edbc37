import Gazetteer
import Geo
import Incidents
import Testing

@testable import Pipeline

/// Which of a place's names a map writes.
@Suite struct LabelScriptTests {
  private func place(_ name: String, _ others: [String]) -> Place {
    Place(
      id: "test", name: name, alternateNames: others, coordinate: Coordinate(wrappingLongitude: 40, latitude: 35),
      country: "SY", kind: .town, source: "test")
  }

  @Test(arguments: [
    (["Fulanah", "Folana", "Atharib Qadim", "أثارب قديم", "فلانة"], "فلانة"),
    (["أثارب قديم", "فلانة", "Fulaneh", "Foulana", "Atharib"], "فلانة"), (["ڤولانه", "فلانة"], "فلانة"),
    (["ڤولانه"], "ڤولانه"), (["فلانة"], "فلانة"), (["فةلانا", "فلانة"], "فلانة"),
  ])
  func theArabicNameIsTheOneThatTheLatinOnesSpell(_ others: [String], _ expected: String) {
    #expect(LabelScript.arabic.name(of: place("Fulana", others)) == expected)
    #expect(LabelScript.both.name(of: place("Fulana", others)) == "Fulana \(expected)")
    #expect(LabelScript.latin.name(of: place("Fulana", others)) == "Fulana")
  }

  /// Where the Latin spellings fit both, those that tell the emphatic consonants apart decide.
  @Test(arguments: [
    ("Ţarmūs", "ترموس", "طرموس"), ("Ḩadūn", "هدون", "حدون"), ("Şaḩānā", "سحانا", "صحانا"), ("Ṭarmūs", "ترموس", "طرموس"),
  ])
  func marksTellConsonantsApart(_ latin: String, _ slip: String, _ expected: String) {
    for others in [[latin, slip, expected], [expected, slip, latin]] {
      #expect(LabelScript.arabic.name(of: place("Foo", others)) == expected)
    }
  }

  @Test func aPlaceWithoutAnArabicNameKeepsItsOwn() {
    #expect(LabelScript.arabic.name(of: place("Fulana", ["Foulana"])) == "Fulana")
  }
}
