import Geo
import Testing

@testable import Gazetteer

/// The names that maps write.
@Suite struct EnglishNameTests {
  private static func place(_ name: String, _ country: String) -> Place {
    Place(
      id: "test", name: name, coordinate: Coordinate(wrappingLongitude: 40, latitude: 35), country: country,
      kind: .town,
      source: "test")
  }

  @Test(arguments: [
    ("As Salamīyah", "Al-Salamiyah"), ("An Nu‘mānīyah", "Al-Numaniyah"),
    ("Aş Şūrah aş Şaghīrah", "Al-Surah al-Saghirah"),
    ("Abū az̧ Z̧uhūr", "Abu al-Zuhur"), ("'Ākra", "Akra"), ("Derbendîxan", "Derbendixan"), ("Ra’s al ‘Ayn", "Ras al-Ayn"),
    ("Al-Karamah", "Al-Karamah"), ("Deir ez-Zor", "Deir ez-Zor"), ("Al", "Al"), ("Ar Bil", "Ar Bil"), ("Ana", "Ana"),
    ("كوباني", "كوباني"), ("N'Dour", "N'Dour"),
  ])
  func english(_ name: String, _ expected: String) {
    #expect(Self.place(name, "SY").englishName == expected)
  }

  @Test(arguments: ["Şanlıurfa", "An Nhơn", "München", "Saint-Étienne"])
  func namesOfLatinScriptStay(_ name: String) {
    #expect(Self.place(name, "TR").englishName == name)
  }
}
