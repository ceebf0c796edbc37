import Foundation
import Geo
import Incidents
import TestSupport
import Testing

@testable import Cartography

@Suite struct ChoroplethTests {
  @Test(arguments: [
    (0, ["1 or more"]), (1, ["1 or more"]), (9, ["1", "2–4", "5 or more"]),
    (26, ["1", "2–4", "5–9", "10–19", "20 or more"]),
    (55, ["1–4", "5–9", "10–19", "20–49", "50 or more"]),
    (1200, ["1–99", "100–199", "200–499", "500–999", "1000 or more"]),
  ])
  func classes(_ maximum: Int, _ labels: [String]) {
    #expect(CountClasses(maximum: maximum).labels == labels)
  }

  /// Every count has exactly one class, and larger counts no lower one.
  @Test func classesAreOrderedAndComplete() {
    for maximum in [1, 7, 50, 999, 12_345] {
      let classes = CountClasses(maximum: maximum)
      let indices = (1...maximum).map { classes.index(of: $0) ?? -1 }
      #expect(indices.first == 0)
      #expect(zip(indices, indices.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(classes.index(of: 0) == nil)
    }
  }

  private static func figures(_ west: (killed: Int, injured: Int)?, excluded: Bool = false) throws -> LocatedFigures {
    let span = ByteSpan(start: 0, end: 1)
    let month = try #require(IncidentDate(year: 2018, month: 12))
    var figures = MonthlyFigures(
      document: "t", line: 1, span: span, month: Cited(month, span),
      national: .init(killed: Cited(30, span), injured: Cited(40, span)))
    figures.countryCode = "XX"
    let mention = PlaceMention(name: "West", country: nil, countryCode: "XX", span: span)
    if let west {
      let toll = MonthlyFigures.Toll(killed: Cited(west.killed, span), injured: Cited(west.injured, span))
      figures.areas = [MonthlyFigures.Area(mention: mention, toll: toll)]
    }
    return LocatedFigures(
      figures: figures, areas: figures.areas.map { .init(area: $0, match: match(Fixture.west)) },
      excluded: excluded ? [match(Fixture.east)] : [])
  }

  private static func match(_ governorate: Governorate) -> Match {
    Match(
      placeID: "t:\(governorate.code)", placeName: governorate.name, matchedName: governorate.name, kind: .governorate,
      country: "XX", governorate: governorate, coordinate: Coordinate(wrappingLongitude: 40, latitude: 34),
      uncertaintyMeters: 1, precision: .governorate, how: .exact, confidence: 1, because: [])
  }

  private static func choropleth(_ figures: LocatedFigures) throws -> Choropleth {
    try Choropleth(
      ChoroplethRequest(
        country: "XX", figures: figures, basemap: Fixture.basemap(), classes: CountClasses(maximum: 55),
        sources: ["figures (t)"]))
  }

  @Test func noDataIsGrayZeroIsWhiteAndCountsHaveTheirClass() throws {
    let counted = try Self.choropleth(Self.figures((7, 19)))
    #expect(counted.fills == [Fixture.west.code: .counted(3), Fixture.east.code: .noData])
    #expect(try Self.choropleth(Self.figures((0, 0))).fills[Fixture.west.code] == .zero)
    #expect(try Self.choropleth(Self.figures(nil)).fills[Fixture.west.code] == .noData)
    let excluded = try Self.choropleth(Self.figures((7, 19), excluded: true))
    #expect(excluded.fills[Fixture.east.code] == .excluded)
    #expect(excluded.svg.contains("class=\"hatched\""))
    #expect(Choropleth.Fill.zero.svg([]) == "#ffffff")
    #expect(Choropleth.Fill.noData.svg([]) != Choropleth.Fill.zero.svg([]))
  }

  @Test func theSheetSaysWhatItShows() throws {
    let svg = try Self.choropleth(Self.figures((7, 19))).svg
    for words in [
      "Civilian casualties in Examplia, December 2018", "30 killed, 40 injured", "23 killed, 21 injured",
      "7 + 19", "Counts, not rates", "Classes: round", "figures (t)", "<desc", "Invented borders (CC0)",
    ] { #expect(svg.contains(words), "\(words)") }
    let drawing = try #require(svg.range(of: "id=\"head\"")).lowerBound
    #expect(!svg[drawing...].contains("<circle"), "figures are never drawn as points")
  }

  @Test func anUnknownCountryIsRefused() throws {
    let request = try ChoroplethRequest(
      country: "ZZ", figures: Self.figures(nil), basemap: Fixture.basemap(), classes: CountClasses(maximum: 1),
      sources: [])
    #expect(throws: CartographyError.unknownRegion(code: "ZZ")) { _ = try Choropleth(request) }
  }
}
