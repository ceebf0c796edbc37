import GeoEngine
import Incidents
import Testing

@testable import Cartography

/// What is drawn and named, and what is not.
@Suite("Marks of maps")
struct MarkTests {
  private func map(_ scenario: Scenario, _ region: MapRegion = .governorate(Fixture.west.code)) throws -> IncidentMap {
    try IncidentMap(try scenario.request(region))
  }

  @Test("what is known only to an area or river is counted once on a sheet", arguments: Scenario.allCases)
  func countedOnce(_ scenario: Scenario) throws {
    let map = try map(scenario)
    let rows = map.legend.compactMap { row -> String? in
      switch row {
      case .key(.course, let text), .key(.hatching, let text): text
      default: nil
      }
    }
    for text in Set(rows) {
      let labels = map.frames.flatMap(\.labels).filter { $0.text == text }
      #expect(labels.count <= rows.count { $0 == text }, "\(text)")
    }
  }

  @Test("a mark that several frames show is named once on a sheet", arguments: Scenario.allCases)
  func namedOnce(_ scenario: Scenario) throws {
    let frames = try map(scenario).frames
    var marks: [String: Set<NamedMark>] = [:]
    for symbol in frames.flatMap(\.symbols) { marks[symbol.label, default: []].insert(NamedMark(symbol)) }
    let names = frames.flatMap { $0.labels.filter { $0.kind == .incident }.map(\.text) + $0.keyed.map(\.name) }
    for (name, count) in Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +) where marks[name] != nil {
      #expect(count <= marks[name]?.count ?? 0, "\(name)")
    }
    let circles = frames.flatMap(\.labels).filter { $0.kind == .circle }.map(\.text)
    #expect(circles.count == Set(circles).count)
  }

  @Test("a place that an inset enlarges is named there, and not on the map")
  func namedWhereLargest() throws {
    var request = try Scenario.three.request()
    let crowd = [(39.7, 34.0), (39.74, 34.0), (39.72, 34.035), (39.68, 34.035), (39.76, 34.035)]
    request.records = try (crowd + [(40.3, 34.8)]).enumerated().map { number, place in
      try Fixture.record(number, longitude: place.0, latitude: place.1, name: "Place \(number)", uncertaintyMeters: 500)
    }
    let frames = try IncidentMap(request).frames
    try #require(frames.count == 2 && frames[0].symbols.count == 6 && frames[1].symbols.count == 5)
    let labels = frames.map { Set($0.labels.map(\.text)) }
    for number in crowd.indices {
      #expect(labels[1].contains("Place \(number)") && !labels[0].contains("Place \(number)"))
    }
    #expect(labels[0].contains("Place 5"))
  }

  @Test("areas of one name and one count stand in the order of their identifiers")
  func areasOfOneName() throws {
    let records = try (0..<9).reversed().map { number in
      var record = try Fixture.record(
        number, longitude: 39, latitude: 34, name: "A", precision: .district,
        footprint: .area(Fixture.area([39, 34, 39.1 + Double(number) / 10, 34.5])))
      record.location?.placeID = "test:\(number)"
      return record
    }
    let spread = IncidentSelection(records, in: .governorate(Fixture.west.code)).spread
    #expect(
      spread.map { $0.footprint?.boundingBox?.east }
        == records.reversed().map { $0.location?.footprint?.boundingBox?.east })
  }

  @Test("the legend has a sample of those assessments only that symbols show", arguments: Scenario.allCases)
  func samples(_ scenario: Scenario) throws {
    let map = try map(scenario)
    let drawn = Set(map.frames[0].symbols.flatMap(\.counts.present))
    let keys = map.legend.compactMap { if case .key(.assessment(let assessment), _) = $0 { assessment } else { nil } }
    #expect(Set(keys) == drawn)
  }

  @Test("the rim of every circle crosses its frame", arguments: Scenario.allCases)
  func circlesAreSeen(_ scenario: Scenario) throws {
    for frame in try map(scenario).frames {
      for circle in frame.drawing.circles {
        let farthest = frame.box.corners.map { ($0 - circle.center).length }.max() ?? 0
        #expect(circle.radius < farthest)
      }
    }
  }

  @Test(
    "a circle is named when it is large, and larger than others",
    arguments: [([40.0], 1), ([10], 0), ([40, 40, 40], 0), ([8, 9, 10, 50], 1), ([30, 35, 90], 1), ([5, 6, 20], 0)])
  func namedCircles(_ radii: [Double], _ count: Int) {
    let circles = radii.map {
      UncertaintyCircle(center: PagePoint(x: 0, y: 0), radius: $0, name: "A", radiusMeters: $0)
    }
    #expect(circles.outstanding.count == count)
  }

  @Test("no name stands on the hexagons of the upper classes")
  func hexagonsStayFree() throws {
    let made = StyledMapTests.Case(scenario: .crowdedValley, style: .hexagons, region: .country("XX"))
    let request = try made.request()
    let drawn = try StyledSheets(request, area: try #require(request.map.basemap.area(of: request.map.region)))
    let panel = drawn.sheets[0].panels[0]
    #expect(!panel.layer.obstacles.isEmpty && !panel.labels.isEmpty)
    for label in panel.labels {
      #expect(!label.boxes.contains { box in panel.layer.obstacles.contains { $0.overlaps(box) } }, "\(label.text)")
    }
  }

  @Test("steps of uncertainty have colors to tell apart", arguments: Theme.allCases)
  func stepsDiffer(_ theme: Theme) {
    let colors = ExtentClass.allCases.map { $0.color(theme) }.map { color in
      stride(from: 1, to: 7, by: 2).map { Int(color.dropFirst($0).prefix(2), radix: 16) ?? 0 }
    }
    for (left, right) in zip(colors, colors.dropFirst()) {
      #expect(zip(left, right).reduce(0) { $0 + abs($1.0 - $1.1) } > 60, "\(left) \(right)")
    }
  }
}
