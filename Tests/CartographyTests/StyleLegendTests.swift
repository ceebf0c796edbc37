import Analysis
import Foundation
import GeoEngine
import Incidents
import TestSupport
import Testing

@testable import Cartography

/// What legends say is what the tables of the maps say.
@Suite("Legends of the styles")
struct StyleLegendTests {
  private func map(_ style: MapStyle, _ value: MapValue = .incidents, _ classes: ClassMethod = .jenks) throws
    -> StyledMap
  {
    let made = StyledMapTests.Case(scenario: .fifty, style: style, region: .governorate(Fixture.west.code))
    var request = try made.request(value)
    request.classes = classes
    return try StyledMap(request)
  }

  private func keys(_ map: StyledMap) -> [String] {
    map.legend.compactMap { if case .key(.fill(_, false), let text) = $0 { text } else { nil } }
  }

  /// `5–9 (3)`: the areas whose counts are from five to nine are three.
  @Test(arguments: ClassMethod.allCases, [MapValue.incidents, .killed])
  func classesOfAreas(_ classes: ClassMethod, _ value: MapValue) throws {
    let drawn = try map(.choropleth, value, classes)
    let counts = drawn.marks.filter { $0.kind == .district }.compactMap(\.count)
    var covered = 0
    for text in keys(drawn) {
      guard let match = try /(\d+)(?:–(\d+))? \((\d+)\)/.wholeMatch(in: text) else { continue }
      let (low, high) = (try #require(Int(match.1)), match.2.flatMap { Int($0) } ?? Int(match.1) ?? 0)
      let members = counts.count { (low...high).contains($0) }
      #expect(members == Int(match.3), "\(text): \(counts)")
      covered += members
    }
    #expect(covered == counts.count { $0 > 0 })
    #expect(keys(drawn).contains("none in this source (\(counts.count { $0 == 0 }))"))
    let method = LegendRow.note("In brackets: districts. Classes: \(classes.name).")
    #expect(drawn.legend.contains(method))
  }

  @Test func ratesAreNoCounts() throws {
    let drawn = try map(.choropleth, .incidentsPerArea)
    #expect(drawn.legend.contains(.heading("Incidents per 1,000 km², by district")))
    #expect(drawn.sheets[0].contains("incidents per 1,000 km² in"))
    for mark in drawn.marks where mark.kind == .district {
      let outline = try #require(try Fixture.districts().first { $0.code == mark.code }).outline
      let rate = Double(mark.count ?? 0) / (Geodesic.areaSquareMeters(outline) / 1e9)
      #expect(abs((mark.rate ?? -1) - rate) < 1e-9 * max(1, rate))
    }
  }

  @Test func hexagonsAreOfTheirClass() throws {
    let drawn = try map(.hexagons)
    let counts = drawn.marks.filter { $0.kind == .hexagon }.compactMap(\.count)
    let ranges = try keys(drawn).compactMap { text -> ClosedRange<Int>? in
      guard let match = try /(\d+)(?:–(\d+))?/.wholeMatch(in: text) else { return nil }
      return (Int(match.1) ?? 0)...(match.2.flatMap { Int($0) } ?? Int(match.1) ?? 0)
    }
    #expect(!ranges.isEmpty && counts.allSatisfy { count in ranges.contains { $0.contains(count) } })
    #expect(ranges.last?.upperBound == counts.max() && ranges.first?.lowerBound == counts.min())
    #expect(drawn.sheets[0].components(separatedBy: "class=\"hexagon\"").count - 1 == counts.count)
  }

  @Test func circlesAreCountedByTheirRadius() throws {
    let drawn = try map(.uncertainty)
    let circles = drawn.marks.filter { $0.kind == .circle }
    var total = 0
    for row in drawn.legend {
      guard case .key(.ring, let text) = row else { continue }
      let match = try #require(try /(.*) \((\d+)\)/.wholeMatch(in: text))
      let members = circles.filter { ExtentClass(radiusMeters: $0.radiusMeters ?? 0).label == match.1 }
      #expect(members.reduce(0) { $0 + ($1.count ?? 0) } == Int(match.2))
      total += Int(match.2) ?? 0
    }
    #expect(total == circles.reduce(0) { $0 + ($1.count ?? 0) })
  }

  /// The legend's unit: what the surface adds up to over the region and the months is the number of incidents, lakes
  /// have nothing, and the classes span the surface.
  @Test func densitiesArePerMonth() throws {
    let drawn = try map(.heatmap)
    let heading = drawn.legend.compactMap { if case .heading(let text) = $0 { text } else { nil } }.first
    #expect(heading?.hasPrefix("Incidents per ") == true && heading?.hasSuffix("km² per month") == true)
    #expect(drawn.legend.contains { if case .note(let text) = $0 { text.contains("bandwidth") } else { false } })

    let made = StyledMapTests.Case(scenario: .fifty, style: .heatmap, region: .governorate(Fixture.west.code))
    let request = try made.request()
    let context = try StyleContext(request, area: try #require(request.map.basemap.governorates.first))
    let heatmap = try Heatmap(context)
    let (grid, months) = (heatmap.surfaces[0].all, try #require(heatmap.months))
    let sum = grid.values.compactMap(\.self).reduce(0, +) * grid.cellMeters * grid.cellMeters / 1e6
    #expect(abs(sum * months - 50) < 1e-6)
    let lake = try #require(request.map.basemap.lakes.first)
    let middle = try context.projection.project([lake.outline.boundingBox.center])[0]
    let (column, row) = ((middle.x - grid.minX) / grid.cellMeters, (middle.y - grid.minY) / grid.cellMeters)
    #expect(grid.value(column: Int(column), row: Int(row)) == nil)
    let breaks = try #require(heatmap.classes).breaksPerSquareKilometer
    #expect(breaks == breaks.sorted() && (breaks.last ?? 0) < grid.maximum && (breaks.last ?? 0) * 2.6 > grid.maximum)
  }

  @Test("fewer than ten incidents make no surface, and are drawn as symbols")
  func fewIncidents() throws {
    let made = StyledMapTests.Case(scenario: .three, style: .heatmap, region: .governorate(Fixture.west.code))
    let drawn = try StyledMap(try made.request())
    #expect(!drawn.sheets[0].contains("class=\"density\"") && drawn.sheets[0].contains("class=\"symbol\""))
  }

  /// All classes, all sources of the remainder, in one text: a change of any is a change of the maps.
  @Test func theSameAsLastTime() throws {
    var lines: [String] = []
    for style in MapStyle.allCases {
      for scenario in [Scenario.fifty, .riverAndArea] {
        let made = StyledMapTests.Case(scenario: scenario, style: style, region: .country("XX"))
        let drawn = try StyledMap(try made.request())
        lines += ["== \(style.rawValue), \(scenario.rawValue)"] + drawn.legend.map { "\($0)" }
        lines += drawn.marks.prefix(6).map { "\($0.kind.rawValue) \($0.name) \($0.count ?? -1)" }
      }
    }
    let file = packageRoot.appending(path: "Tests/Fixtures/styled-maps.txt")
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil { try Data(text.utf8).write(to: file) }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }
}
