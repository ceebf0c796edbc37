import Geo
import GeoEngine
import Testing

@testable import Cartography

/// The small map that shows where the region lies.
@Suite("Locators")
struct LocatorTests {
  private static let middle = [40.0, 31, 44, 34]

  private static func basemap(neighbors: [[Double]]) throws -> Basemap {
    let countries = try ([middle] + neighbors).enumerated().map { number, box in
      Basemap.Area(code: number == 0 ? "XX" : "N\(number)", name: "Land", outline: try Fixture.area(box))
    }
    let part = Basemap.Area(code: "XX-A", name: "Part", outline: try Fixture.area([40, 31, 42, 34]))
    return Basemap(countries: countries, governorates: [part], rivers: [], lakes: [], towns: [])
  }

  private static let around: [[Double]] = [
    [36, 34, 48, 38], [36, 27, 48, 31], [36, 31, 40, 34], [44, 31, 48, 34],
  ]

  @Test(
    "a country has one where the land around it is known on all sides",
    arguments: [
      (around, true), ([], false), (Array(around.dropFirst()), false), ([[10, 10, 12, 12]], false),
      ([[39.5, 30.5, 44.5, 34.5]], false),
    ])
  func countries(_ neighbors: [[Double]], _ isKnown: Bool) throws {
    let basemap = try Self.basemap(neighbors: neighbors)
    #expect((try LocatorGround(.country("XX"), basemap: basemap) != nil) == isKnown)
    #expect(try LocatorGround(.governorate("XX-A"), basemap: basemap) != nil, "a governorate lies in its country")
  }

  @Test("it shows nothing beyond the outlines that are known")
  func knownLand() throws {
    let basemap = try Self.basemap(neighbors: Self.around)
    let ground = try #require(try LocatorGround(.country("XX"), basemap: basemap))
    let shown = ground.rectangle
    let edge = (0...20).flatMap { step in
      let (x, y) = (shown.minX + shown.width * Double(step) / 20, shown.minY + shown.height * Double(step) / 20)
      return [
        PlanarPoint(x: x, y: shown.minY), PlanarPoint(x: x, y: shown.maxY), PlanarPoint(x: shown.minX, y: y),
        PlanarPoint(x: shown.maxX, y: y),
      ]
    }
    for place in try ground.projection.unproject(edge) {
      #expect(basemap.countries.contains { $0.box.contains(place) }, "\(place)")
    }
  }

  @Test("it is on the sheet, beside or below the map", arguments: [60.0, 180])
  func drawn(_ width: Double) throws {
    let map = MapRequest(region: .country("XX"), records: [], basemap: try Self.basemap(neighbors: Self.around))
    let sheet = try StyledMap(
      StyledMapRequest(map: map, style: .symbols, format: SheetFormat(widthMillimeters: width)))
    #expect(sheet.sheets[0].contains("id=\"locator\"") && sheet.sheets[0].contains("locator-focus"))
    #expect(try IncidentMap(map).svg.contains("id=\"locator\""))
  }
}
