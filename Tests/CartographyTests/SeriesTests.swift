import Analysis
import Incidents
import Testing

@testable import Cartography

@Suite("Time series on pages")
struct SeriesTests {
  /// As few pages as legible frames allow; on these, frames as large as there is room for.
  @Test(
    "frames fill pages",
    arguments: [
      (2, 600.0, [2], 2), (5, 600, [5], 3), (12, 600, [12], 4), (16, 600, [16], 5), (17, 600, [17], 5),
      (30, 600, [30], 6),
      (31, 600, [16, 15], 5), (72, 600, [24, 24, 24], 6), (3, 10, [3], 3), (8, 10, [4, 4], 4),
    ])
  func plan(_ count: Int, _ height: Double, _ sheets: [Int], _ columns: Int) {
    let room = PanelPlan.Room(top: 80, width: 692, height: height)
    let plan = PanelPlan(count: count, aspect: 0.8, in: room)
    #expect(plan.sheets.map(\.count) == sheets)
    #expect(Set(plan.sheets[0].map(\.minX)).count == columns)
    for frame in plan.sheets.joined() {
      #expect(frame.width >= 104 && frame.minX >= MapSheet.margin && frame.maxX <= MapSheet.margin + 692.01)
      #expect(height < 100 || frame.maxY <= 80 + height)
    }
  }

  @Test("a screen has no pages")
  func screen() {
    let room = PanelPlan.Room(top: 80, width: 236, height: 100, isEndless: true)
    #expect(PanelPlan(count: 60, aspect: 0.8, in: room).sheets.map(\.count) == [60])
  }

  private static func request(_ dates: [IncidentDate], from: CalendarDate? = nil) throws -> StyledMapRequest {
    let west = StyledMapTests.Case(scenario: .fifty, style: .hexagons, region: .country("XX"))
    var request = try west.request(steps: .month)
    request.map.records = zip(request.map.records, dates).map { record, date in
      var record = record
      record.date = date
      return record
    }
    request.from = from
    return request
  }

  /// Months between the first and the last incident are drawn, empty or not; others are not, even where they were asked
  /// for or an incident of several months begins there.
  @Test("from the first month to the last")
  func months() throws {
    let dates = try [(2017, 3), (2017, 7)].map { try #require(IncidentDate(year: $0, month: $1)) }
    let first = try #require(CalendarDate(year: 2015, month: 6, day: 2))
    let between = try #require(IncidentDate(from: first, through: dates[0].start))
    let series = try StyledMap(Self.request(dates + [between], from: first)).sheets[0]
    let shown = try DocumentReader(series).ids.filter { $0.wholeMatch(of: /map-\d{4}-\d\d/) != nil }
    #expect(shown.sorted() == (3...7).map { "map-2017-0\($0)" })
    #expect(series.contains("Each month before the first map"))
  }

  @Test("no sheet is higher than its page", arguments: [(110.0, 267.0), (180, 267), (210, 267), (280, 390)])
  func pages(_ width: Double, _ most: Double) throws {
    let dates = try [(2010, 1), (2017, 12)].map { try #require(IncidentDate(year: $0, month: $1)) }
    var request = try Self.request(dates)
    request.format = SheetFormat(widthMillimeters: width)
    let sheets = try StyledMap(request).sheets
    #expect(sheets.count > 1)
    for sheet in sheets {
      try StyledMapTests.expectSound(sheet, most: 300_000)
      let height = try #require(Double(DocumentReader(sheet).root["height", default: ""].dropLast(2)))
      #expect(height <= most)
    }
  }
}
