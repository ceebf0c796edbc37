import Incidents
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    (2016, 2, 29, true), (2017, 2, 29, false), (2017, 2, 30, false), (1900, 2, 29, false), (2019, 13, 1, false),
  ])
  func daysThatDoNotExistCannotBeMade(year: Int, month: Int, day: Int, exists: Bool) {
    #expect((CalendarDate(year: year, month: month, day: day) != nil) == exists)
  }

  @Test(arguments: [
    ("2019-03-01", "2019-03-01"), ("2019-3-1", nil), ("2019-02-30", nil), ("20190301", nil), ("", nil),
    ("+019-01-01", nil),
  ])
  func readsISODates(text: String, expected: String?) {
    #expect(CalendarDate(iso8601: text)?.description == expected)
  }

  @Test func datesPrintAsPreciselyAsTheyAreKnown() throws {
    let first = try #require(CalendarDate(year: 2023, month: 1, day: 20))
    let last = try #require(CalendarDate(year: 2023, month: 1, day: 26))
    #expect("\(IncidentDate(first))" == "2023-01-20")
    #expect("\(try #require(IncidentDate(from: first, through: last)))" == "2023-01-20/2023-01-26")
    #expect("\(try #require(IncidentDate(year: 2023, month: 2)))" == "2023-02")
    #expect(IncidentDate(from: last, through: first) == nil)
  }

  @Test(arguments: [
    (CountRange(3), CountRange(2), "5"), (CountRange(min: 1, max: 2), CountRange(1), "2–3"),
    (CountRange(min: 4, max: nil), CountRange(1), "at least 5"),
  ])
  func countsAddUp(left: CountRange, right: CountRange, sum: String) {
    #expect("\(left + right)" == sum)
  }

  @Test func countriesAreFoundInAnyCase() {
    let names = CountryNames(["Syria": "SY", "سوريا": "SY"])
    #expect(names.code(of: "SYRIA") == "SY")
    #expect(names.code(of: "سوريا") == "SY")
    #expect(names.code(of: "Raqqah") == nil)
  }

  @Test(
    arguments: [
      ("Syrie", "SY"), ("Suriye", "SY"), ("Сирія", "SY"), ("سوریه", "SY"), ("Syrian Arab Republic", "SY"),
      ("Türkiye", "TR"), ("turkiye", "TR"), ("Türkei", "TR"), ("Ivory Coast", "CI"), ("Côte d'Ivoire", "CI"),
      ("Bosnia and Herzegovina", "BA"), ("Burma", "MM"), ("Myanmar", "MM"), ("DRC", "CD"), ("UKR", "UA"), ("ukr", nil),
      ("and", nil), ("in", nil), ("IN", nil), ("European Union", nil), ("", nil),
    ] as [(String, String?)])
  func countriesOfTheWorldAreKnown(_ name: String, _ code: String?) {
    #expect(CountryNames([:]).code(of: name) == code)
  }

  @Test(arguments: [("in", "IN"), ("ukr", "UA"), ("Kosovo", "XK"), ("xx", nil)] as [(String, String?)])
  func aColumnMayHaveAnyCode(_ text: String, _ code: String?) { #expect(CountryNames([:]).code(stated: text) == code) }

  @Test func approximateNumbersAreFlagged() {
    var incident = Incident(
      document: "a.txt", ordinal: 1, line: 1, span: ByteSpan(start: 0, end: 9), assessment: .unstated)
    #expect(IncidentRecord(LocatedIncident(incident: incident, resolutions: [])).flags == [])
    incident.isApproximate = true
    #expect(
      IncidentRecord(LocatedIncident(incident: incident, resolutions: [])).flags == ["number of people is approximate"])
  }
}
