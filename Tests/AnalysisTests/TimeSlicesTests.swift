import Analysis
import Incidents
import Testing

@Suite struct TimeSlicesTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso8601: text)) }

  @Test(
    arguments: [
      (.month, "2017-03-08", "2017-03-08", 1), (.month, "2016-12-31", "2017-01-01", 2),
      (.month, "2014-11-07", "2019-04-15", 54), (.quarter, "2017-03-31", "2017-04-01", 2),
      (.quarter, "2017-01-01", "2017-12-31", 4), (.year, "2016-06-01", "2018-06-01", 3),
    ] as [(TimeStep, String, String, Int)])
  func slices(_ step: TimeStep, _ first: String, _ last: String, _ count: Int) throws {
    let days = try day(first)...day(last)
    let slices = step.slices(days)
    #expect(slices.count == count)
    #expect(slices.first?.days.lowerBound == days.lowerBound && slices.last?.days.upperBound == days.upperBound)
    let whole = step.slices(step.whole(around: days))
    #expect(whole.count == count && whole.allSatisfy(\.isWhole))
    #expect(whole.allSatisfy { abs($0.days.months - Double(step.months)) < 1e-9 })
    #expect(abs(slices.reduce(0) { $0 + $1.days.months } - days.months) < 1e-9, "the parts add up to the whole")
  }

  @Test(
    arguments: [
      ("2017-03-01", "2017-03-31", 1), ("2017-03-01", "2017-04-15", 1.5), ("2016-02-01", "2016-02-29", 1),
      ("2017-01-31", "2017-01-31", 1 / 31.0), ("2016-07-01", "2017-06-30", 12),
    ])
  func months(_ first: String, _ last: String, _ months: Double) throws {
    #expect(abs((try day(first)...day(last)).months - months) < 1e-9)
  }

  /// A date of two months is in neither; of one, in exactly one.
  @Test func spanningDates() throws {
    let slices = TimeStep.month.slices(try day("2017-01-01")...day("2017-03-31"))
    let spanning = try #require(IncidentDate(from: try day("2017-01-30"), through: try day("2017-02-02")))
    #expect(!slices.contains { $0.contains(spanning) })
    let month = try #require(IncidentDate(year: 2017, month: 2))
    #expect(slices.filter { $0.contains(month) }.count == 1)
  }
}
