import Analysis
import Foundation
import Geo
import GeoEngine
import Incidents
import Testing

@testable import Cartography

@Suite("Whole maps")
struct IncidentMapTests {
  static let regions: [MapRegion] = [.governorate(Fixture.west.code), .country("XX")]

  @Test("is well-formed XML and says what it is", arguments: Scenario.allCases, regions)
  func wellFormed(_ scenario: Scenario, _ region: MapRegion) throws {
    let map = try IncidentMap(try scenario.request(region))
    let reader = try DocumentReader(map.svg)
    #expect(reader.root["role"] == "img" && reader.root["viewBox"] != nil && reader.root["width"] == "180mm")
    #expect(reader.texts["title", default: []].first?.contains("incidents in") == true)
    #expect(reader.texts["desc", default: []].first?.isEmpty == false)
    #expect(reader.ids.count == Set(reader.ids).count, "ids are unique")
    #expect(reader.texts["style"]?.count == 1)
  }

  @Test("labels overlap neither one another nor the frame", arguments: Scenario.allCases, regions)
  func labelsAreApart(_ scenario: Scenario, _ region: MapRegion) throws {
    for frame in try IncidentMap(try scenario.request(region)).frames {
      for (index, label) in frame.labels.enumerated() {
        for box in label.boxes {
          #expect(frame.box.contains(box), "\(label.text) leaves \(frame.id)")
          #expect(!box.overlaps(frame.scaleBar.box), "\(label.text) is on the scale bar")
          for other in frame.labels[(index + 1)...] {
            #expect(!other.boxes.contains { $0.overlaps(box) }, "\(label.text) is on \(other.text)")
          }
          for symbol in frame.symbols {
            let count = Box(center: symbol.center, width: symbol.radius, height: symbol.radius)
            #expect(!box.overlaps(count), "\(label.text) hides the count of \(symbol.name)")
          }
        }
      }
    }
  }

  @Test("every pointlike incident is in exactly one symbol", arguments: Scenario.allCases)
  func countsAddUp(_ scenario: Scenario) throws {
    let request = try scenario.request()
    let map = try IncidentMap(request)
    let expected = AssessmentCounts(request.records.filter { $0.location?.isPointlike ?? false })
    let drawn = map.frames[0].symbols.map(\.counts).reduce(AssessmentCounts(), +)
    #expect(drawn == expected)
    for symbol in map.frames.flatMap(\.symbols) {
      #expect(symbol.radius == map.symbolScale.radius(of: symbol.counts.total))
      #expect(symbol.radius <= SymbolScale.largestRadius + 1e-9)
      #expect(symbol.places.reduce(0) { $0 + $1.count } == symbol.counts.total)
    }
  }

  @Test("no symbol hides the center of another", arguments: Scenario.allCases)
  func symbolsAreApart(_ scenario: Scenario) throws {
    for frame in try IncidentMap(try scenario.request()).frames {
      for (index, symbol) in frame.symbols.enumerated() {
        for other in frame.symbols[(index + 1)...] {
          #expect((symbol.center - other.center).length >= max(symbol.radius, other.radius))
        }
      }
    }
  }

  @Test("the scale bar is right within 1 %", arguments: Scenario.allCases, regions)
  func scaleBar(_ scenario: Scenario, _ region: MapRegion) throws {
    for frame in try IncidentMap(try scenario.request(region)).frames {
      let (viewport, bar) = (frame.drawing.viewport, frame.scaleBar)
      let ends = [-0.5, 0.5].map { viewport.planar(frame.box.center + PagePoint(x: $0 * bar.units, y: 0)) }
      let places = try viewport.projection.unproject(ends)
      let meters = Geodesic.distanceMeters(from: places[0], to: places[1])
      #expect(abs(meters - bar.meters) < 0.01 * bar.meters, "\(bar.label) is \(meters) m")
      #expect(bar.box.width <= frame.box.width / 3 && frame.box.contains(bar.box))
    }
  }

  @Test("small, finite and the same every time", arguments: Scenario.allCases)
  func smallAndDeterministic(_ scenario: Scenario) throws {
    var request = try scenario.request()
    let svg = try IncidentMap(request).svg
    #expect(svg.utf8.count < 300_000, "\(svg.utf8.count) bytes")
    #expect(!svg.contains("nan") && !svg.contains("inf\""))
    request.records.reverse()
    request.basemap.towns.reverse()
    #expect(try IncidentMap(request).svg == svg, "the order of the input does not matter")
  }

  @Test("too few incidents for a density are said to be so")
  func noDensity() throws {
    let map = try IncidentMap(try Scenario.three.request())
    #expect(map.legend.contains(.note("Not drawn: fewer than 10 incidents are at a place.")))
    #expect(!map.svg.contains("class=\"density\""))
    #expect(try IncidentMap(try Scenario.fifty.request()).svg.contains("class=\"density\""))
  }

  @Test("an incident known only to an area is hatched, not a point")
  func areas() throws {
    let map = try IncidentMap(try Scenario.onlyAreas.request())
    #expect(map.frames[0].symbols.isEmpty)
    #expect(map.legend.contains(.key(.hatching, "\(Fixture.west.name.isolated): 4")))
    #expect(map.svg.contains("class=\"hatched\""))
  }

  @Test("a river's incidents are a line with a count")
  func rivers() throws {
    let map = try IncidentMap(try Scenario.riverAndArea.request())
    #expect(map.frames[0].labels.contains { $0.text == "Long River: 1" && $0.kind == .count })
    #expect(map.svg.contains("class=\"course\""))
  }

  @Test("a crowded valley gets an enlargement that tells its places apart")
  func insets() throws {
    let map = try IncidentMap(try Scenario.crowdedValley.request())
    #expect(map.frames.map(\.id).contains("inset-a"))
    let most = map.frames.dropFirst().map(\.symbols.count).max() ?? 0
    #expect(most > map.frames[0].symbols.count)
  }

  @Test(
    "what may be elsewhere is pale, and the legend says so only then",
    arguments: [(MatchKind.exact, 0.8, 0), (.exact, 0.79, 2), (.parent, 0.95, 2)])
  func doubtful(_ match: MatchKind, _ confidence: Double, _ expected: Int) throws {
    var request = try Scenario.three.request()
    for index in request.records.indices.prefix(2) {
      request.records[index].location?.match = match
      request.records[index].location?.confidence = confidence
    }
    let map = try IncidentMap(request)
    #expect(map.frames[0].symbols.reduce(0) { $0 + $1.unsureCounts.total } == expected)
    #expect(map.svg.contains("symbol-rim unsure\"") == (expected > 0))
    let rows = map.legend.filter { if case .key(.unsure, _) = $0 { true } else { false } }
    #expect(rows.count == (expected > 0 ? 1 : 0))
  }

  @Test("the legend has circles of uncertainty where one is to be seen", arguments: [(100.0, false), (30_000, true)])
  func circles(_ uncertaintyMeters: Double, _ areSeen: Bool) throws {
    var request = try Scenario.one.request()
    request.records[0].location?.uncertaintyMeters = uncertaintyMeters
    let map = try IncidentMap(request)
    #expect(map.frames[0].drawing.circles.isEmpty != areSeen)
    #expect(map.legend.contains(.key(.uncertainty, "the place may be anywhere in the circle")) == areSeen)
    #expect(map.svg.contains("the dashed circles") == areSeen)
  }

  @Test("insets have no density, and the legend says so", arguments: Scenario.allCases)
  func densityIsOnTheMapAlone(_ scenario: Scenario) throws {
    let map = try IncidentMap(try scenario.request())
    #expect(map.frames.dropFirst().allSatisfy { $0.drawing.density.outlines.isEmpty })
    let isDrawn = !map.frames[0].drawing.density.outlines.isEmpty
    #expect(map.legend.contains(.note("Drawn on the map, not in its insets.")) == (isDrawn && map.frames.count > 1))
  }

  @Test("a density is hatched, and the legend says so, where most of it stands on shared town centers")
  func genericDensity() throws {
    for scenario in Scenario.allCases {
      let request = try scenario.request()
      let map = try IncidentMap(request)
      let isHatched = map.svg.contains("class=\"generic\" clip-path")
      let keys = map.legend.filter { if case .key(.generic, _) = $0 { true } else { false } }
      #expect(isHatched == !keys.isEmpty, "\(scenario)")
      if scenario == .allOnOnePoint { #expect(isHatched) }
      if scenario == .allUncertain { #expect(!isHatched, "no two share a coordinate") }
    }
  }

  @Test("the table, the marks and the incidents add up to the same", arguments: Scenario.allCases, regions)
  func table(_ scenario: Scenario, _ region: MapRegion) throws {
    let request = try scenario.request(region)
    let map = try IncidentMap(request)
    let column = Dictionary(uniqueKeysWithValues: map.table.header.enumerated().map { ($1, $0) })
    func sum(_ name: String, where isCounted: ([String]) -> Bool = { _ in true }) throws -> Int {
      let index = try #require(column[name])
      return map.table.rows.filter(isCounted).reduce(0) { $0 + (Int($1[index]) ?? 0) }
    }
    let shown = request.records.filter { $0.location.map(region.contains) ?? false }
    #expect(try sum("incidents") == shown.count)
    for assessment in Assessment.allCases {
      let name = assessment.rawValue.replacing("-", with: "_")
      #expect(try sum(name) == shown.count { $0.assessment == assessment })
    }
    for (number, symbol) in map.frames[0].symbols.enumerated() {
      let id = MapSymbol.id(frame: "map", number: number)
      #expect(try sum("incidents") { $0[0] == id } == symbol.counts.total)
      #expect(map.svg.contains("id=\"\(id)\" class=\"symbol\" data-incidents=\"\(symbol.counts.total)\""))
    }
  }

  @Test("the credits are those of what is drawn")
  func credits() throws {
    var request = try Scenario.one.request()
    request.placeCredits = ["my-places.csv"]
    request.basemap.lakes = [.init(name: "Far", outline: try Fixture.area([60, 10, 61, 11]), credits: ["Not here"])]
    let svg = try IncidentMap(request).svg
    let line = "Borders: Invented borders (CC0). Rivers and lakes: Invented waters. Places of incidents: my-places.csv."
    #expect(svg.contains(line) && !svg.contains("Not here"))
  }

  @Test("a region without an outline is an error that names it")
  func unknownRegion() throws {
    let request = MapRequest(region: .governorate("ZZ-ZZ"), records: [], basemap: try Fixture.basemap())
    #expect(throws: CartographyError.unknownRegion(code: "ZZ-ZZ")) { try IncidentMap(request) }
  }
}
