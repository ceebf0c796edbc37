import Analysis
import Foundation
import Geo
import GeoEngine
import Incidents
import TestSupport
import Testing

@testable import Cartography

@Suite("Maps in a style of their own")
struct StyledMapTests {
  static let regions: [MapRegion] = [.governorate(Fixture.west.code), .country("XX")]

  /// One map that is asked for.
  struct Case: CustomTestStringConvertible, Sendable {
    let scenario: Scenario
    let style: MapStyle
    let region: MapRegion

    var testDescription: String { "\(scenario.rawValue), \(style.rawValue), \(region.code)" }

    /// All but the largest scenario, which has a test of its own.
    static let all = Scenario.allCases.filter { $0 != .fiveThousand }.flatMap { scenario in
      MapStyle.allCases.flatMap { style in
        regions.map { Case(scenario: scenario, style: style, region: $0) }
      }
    }

    /// Those of some scenarios, in one region.
    static func some(_ scenarios: Scenario..., in region: MapRegion = .governorate(Fixture.west.code)) -> [Case] {
      all.filter { scenarios.contains($0.scenario) && $0.region == region }
    }

    func request(
      _ value: MapValue = .incidents, steps: TimeStep? = nil, format: SheetFormat = .standard
    ) throws -> StyledMapRequest {
      var map = try scenario.request(region)
      map.density = nil
      map.basemap.districts = try Fixture.districts()
      return StyledMapRequest(map: map, style: style, value: value, smallMultiples: steps, format: format)
    }

    /// What was selected: the records of the region, and those that belong to it without a place.
    func expected(_ quantity: Quantity) throws -> Int {
      try scenario.records().filter(region.concerns).reduce(0) { $0 + (quantity.count($1) ?? 0) }
    }
  }

  @Test("well-formed, small, and its marks add up to what was selected", arguments: Case.all)
  func whole(_ map: Case) throws {
    let drawn = try StyledMap(try map.request())
    try Self.expectSound(drawn.sheets[0], most: 300_000)
    #expect(drawn.marks.reduce(0) { $0 + ($1.count ?? 0) } == (try map.expected(.incidents)))
  }

  @Test("five thousand incidents stay small", arguments: [MapStyle.hexagons, .uncertainty])
  func many(_ style: MapStyle) throws {
    let map = Case(scenario: .fiveThousand, style: style, region: .governorate(Fixture.west.code))
    let drawn = try StyledMap(try map.request())
    try Self.expectSound(drawn.sheets[0], most: 300_000)
    #expect(drawn.marks.reduce(0) { $0 + ($1.count ?? 0) } == 5000)
  }

  @Test("the same for people killed", arguments: Case.some(.three, .fifty, .riverAndArea))
  func killed(_ map: Case) throws {
    let drawn = try StyledMap(try map.request(.killed))
    try Self.expectSound(drawn.sheets[0], most: 300_000)
    #expect(drawn.marks.reduce(0) { $0 + ($1.count ?? 0) } == (try map.expected(.killed)))
  }

  @Test("so does a time series", arguments: Case.some(.none, .fifty, .riverAndArea, .allUncertain, in: .country("XX")))
  func series(_ map: Case) throws {
    let drawn = try StyledMap(try map.request(steps: .quarter))
    try Self.expectSound(drawn.sheets[0], most: 900_000)
    #expect(drawn.marks.reduce(0) { $0 + ($1.count ?? 0) } == (try map.expected(.incidents)))
  }

  @Test("the order of the records does not matter", arguments: Case.some(.crowdedValley))
  func deterministic(_ map: Case) throws {
    var request = try map.request()
    let svg = try StyledMap(request).sheets[0]
    request.map.records.reverse()
    #expect(try StyledMap(request).sheets[0] == svg)
  }

  @Test(
    "themes and widths change neither numbers nor the size of text",
    arguments: Case.some(.fifty), [60.0, 85, 420])
  func formats(_ map: Case, _ width: Double) throws {
    let usual = try StyledMap(try map.request())
    for theme in Theme.allCases {
      let drawn = try StyledMap(try map.request(format: SheetFormat(widthMillimeters: width, theme: theme)))
      try Self.expectSound(drawn.sheets[0], most: 300_000)
      #expect(drawn.sheets[0].contains("width=\"\(SVGNumber.text(width))mm\" "))
      #expect(drawn.sheets[0].contains("viewBox=\"0 0 \(SVGNumber.text(width * 4)) "))
      #expect(drawn.marks == usual.marks)
    }
  }

  @Test("no incidents give a map that says so", arguments: Case.some(.none))
  func none(_ map: Case) throws {
    let drawn = try StyledMap(try map.request())
    #expect(drawn.sheets[0].contains("No incidents in this source"))
    #expect(drawn.marks.allSatisfy { $0.count == 0 })
  }

  @Test("more small maps than a sheet holds are refused, with their number")
  func tooMany() throws {
    var request = try Case(scenario: .fifty, style: .symbols, region: .country("XX")).request(steps: .month)
    let day = try #require(CalendarDate(year: 1990, month: 12, day: 31))
    request.map.records[0].date = IncidentDate(day)
    #expect(throws: CartographyError.tooManyPanels(27 * 12 + 1, step: .month)) { try StyledMap(request) }
  }

  @Test("a governorate without districts cannot be colored")
  func noAreas() throws {
    var request = try Case(scenario: .one, style: .choropleth, region: .governorate(Fixture.west.code)).request()
    request.map.basemap.districts = []
    #expect(throws: CartographyError.noAreas(region: Fixture.west.name)) { try StyledMap(request) }
  }

  static func expectSound(_ svg: String, most bytes: Int) throws {
    let reader = try DocumentReader(svg)
    #expect(reader.root["role"] == "img")
    #expect(reader.texts["title", default: []].first?.isEmpty == false)
    #expect(reader.texts["desc", default: []].first?.isEmpty == false)
    #expect(reader.ids.count == Set(reader.ids).count, "ids are unique")
    let dangling = reader.references.subtracting(reader.ids)
    #expect(dangling.isEmpty, "\(dangling)")
    #expect(svg.utf8.count < bytes && !svg.contains("nan") && !svg.contains("inf\""), "\(svg.utf8.count) bytes")
  }
}
