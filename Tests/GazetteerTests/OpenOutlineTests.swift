import Geo
import Incidents
import Testing

@testable import Gazetteer

/// Positions in countries of which places are known, and no outline.
@Suite struct OpenOutlineTests {
  private let resolver: Resolver

  init() throws {
    resolver = try Invented.resolver(adding: [
      Invented.place("Ostrava Lun", 60.5, 50.2, .city, country: "UA", population: 200_000),
      Invented.place("Drevnik", 60.9, 50.2, .town, country: "UA", population: 20_000),
      Invented.place("Kalimesh", 39.97, 31.2, .town, country: "UA", population: 20_000),
    ])
  }

  private func resolve(_ name: String, _ country: String?) -> Resolution {
    resolver.resolve(
      PlaceMention(name: name, country: country, countryCode: country, span: ByteSpan(start: 0, end: 0)))
  }

  @Test(arguments: [
    ("near Drevnik", "UA", "UA"), ("5 km west of Drevnik", "UA", "UA"), ("5 km west of Drevnik", nil, "UA"),
    ("between Ostrava Lun and Drevnik", "UA", "UA"), ("50.1 N 60.8 E", "UA", "UA"), ("50.1 N 60.8 E", nil, ""),
    // So far away that it may be in another country, unless the text says that it is not.
    ("300 km west of Drevnik", nil, ""), ("300 km west of Drevnik", "UA", "UA"),
  ])
  func positionsWithoutAnOutlineAreNotContradicted(name: String, country: String?, found: String) throws {
    let answer = resolve(name, country)
    #expect(answer.status == .resolved)
    #expect(!answer.flags.contains(.countryDisagrees))
    let best = try #require(answer.best)
    #expect(best.country == found)
    #expect(best.because.contains { $0.contains("no outline that is known here") } == !found.isEmpty)
    #expect(best.governorate == nil)
  }

  @Test("A position in the outline of another country is contradicted all the same")
  func anotherOutline() {
    let answer = resolve("20 km east of Kalimesh", "UA")
    #expect(answer.status == .ambiguous)
    #expect(answer.best?.country == "AA")
    #expect(answer.flags.contains(.countryDisagrees))
  }

  @Test("A country whose governorates are known ends where they end")
  func closedOutline() {
    let answer = resolve("300 km north of Marfan", "AA")
    #expect(answer.status == .ambiguous)
    #expect(answer.best?.country == "")
  }
}
