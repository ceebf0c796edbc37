import Analysis
import Incidents
import Testing

@testable import Cartography

/// What a sheet says of what it leaves out.
@Suite("Words of a selection")
struct SelectionWordsTests {
  private func request(_ style: MapStyle, _ scenario: Scenario = .fifty) throws -> StyledMapRequest {
    try StyledMapTests.Case(scenario: scenario, style: style, region: .governorate(Fixture.west.code)).request()
  }

  @Test(
    "a size key reaches the largest symbol in round numbers",
    arguments: [
      (1, [1]), (3, [1, 3]), (8, [1, 2, 8]), (11, [1, 2, 10]), (24, [1, 6, 20]), (53, [1, 12, 50]),
      (109, [1, 25, 100]), (1300, [1, 300, 1200]),
    ])
  func sizes(_ largest: Int, _ key: [Int]) { #expect(Legend.sampleSizes(upTo: largest) == key) }

  @Test("a selection stands in the subtitle", arguments: MapStyle.allCases)
  func asked(_ style: MapStyle) throws {
    var request = try request(style)
    request.assessments = [.credible]
    request.leftOut = .init(count: 27, undated: 2)
    let some = try StyledMap(request).sheets[0]
    #expect(some.contains("(asked for: credible only)") && some.contains("Left out for want of a date: 2."))
    #expect(!some.contains("in this source"))
    request.map.records = []
    let none = try StyledMap(request).sheets[0]
    #expect(none.contains("None of the 27 incidents here in this source is as asked for: credible only"))
    #expect(!none.contains("No incidents in this source") && !none.contains("Drawn as symbols") || style == .symbols)
  }

  @Test("incidents without a date are named beside the period, and are in no density per month")
  func undated() throws {
    var request = try request(.heatmap)
    for index in request.map.records.indices.prefix(7) { request.map.records[index].date = nil }
    let drawn = try StyledMap(request)
    #expect(drawn.sheets[0].contains(" + 7 undated"))
    #expect(drawn.sheets[0].contains("7 without a date, so in no month"))
    #expect(drawn.marks.filter { $0.kind == .unmapped }.map(\.count) == [7])
    #expect(drawn.marks.reduce(0) { $0 + ($1.count ?? 0) } == 50)
  }

  @Test("one report that is most of a sum is named")
  func dominance() throws {
    var request = try request(.symbols)
    request.value = .killed
    #expect(!(try StyledMap(request).sheets[0].contains("One report alone states")))
    request.map.records[0].killed = CountRange(500)
    #expect(try StyledMap(request).sheets[0].contains("One report alone states"))
  }

  @Test("a legend of small maps lists what is on them")
  func seriesLegend() throws {
    var request = try request(.symbols, .riverAndArea)
    request.smallMultiples = .year
    for index in request.map.records.indices where request.map.records[index].location?.isPointlike == false {
      request.map.records[index].date = nil
    }
    let legend = try StyledMap(request).legend
    #expect(!legend.contains { if case .key(.hatching, _) = $0 { true } else { false } })
    #expect(!legend.contains { if case .key(.course, _) = $0 { true } else { false } })
  }
}
