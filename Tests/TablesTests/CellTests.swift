import Incidents
import Testing

@testable import Tables

@Suite struct CellTests {
  @Test(arguments: [
    ("2020-05-09", "2020-05-09"), ("2020/5/9", "2020-05-09"), ("20200509", "2020-05-09"),
    ("2020-05-09 14:30:00", "2020-05-09"), ("2020-05-09T00:00:00Z", "2020-05-09"), ("09 May 2020", "2020-05-09"),
    ("9-May-20", "2020-05-09"), ("9-MAY-2020", "2020-05-09"), ("May 9, 2020", "2020-05-09"),
    ("9th Sept. 2017", "2017-09-09"), ("Friday, 8 May 2020", "2020-05-08"), ("1-Jan-69", "1969-01-01"),
    ("31-Dec-68", "2068-12-31"), ("25/04/2019", "2019-04-25"), ("04/25/2019", "2019-04-25"), ("9.5.2020", "2020-05-09"),
    ("04/04/2019", "2019-04-04"), ("2020-05", "2020-05"), ("May 2020", "2020-05"), ("2020", "2020-01-01/2020-12-31"),
    ("2020-05-09/2020-05-11", "2020-05-09/2020-05-11"), ("9 May 2020 – 11 May 2020", "2020-05-09/2020-05-11"),
    ("12-14 August 2017", "2017-08-12/2017-08-14"), ("12 août 2017", "2017-08-12"), ("3. März 2017", "2017-03-03"),
    ("٢٠١٧-٠٥-٠١", "2017-05-01"), ("۱۲ آذار ۲۰۱۷", "2017-03-12"), ("٣ كانون الثاني ٢٠١٧", "2017-01-03"),
  ])
  func dates(text: String, date: String) {
    guard case .date(let found) = TableDate(order: nil).read(Array(text.utf8)[...]) else {
      Issue.record("“\(text)” is not read")
      return
    }
    #expect(found.description == date)
  }

  @Test(arguments: [
    ("30 February 2020", TableDate.Outcome.unreadable), ("31/31/2020", .unreadable), ("soon", .unreadable),
    ("2020-13-01", .unreadable), ("3 or 4 May", .unreadable), ("03/04/2019", .undecided), ("12345", .unreadable),
    ("3 jui 2017", .unreadable), ("14-12 August 2017", .unreadable),
    ("2020-05-11/2020-05-09", .unreadable), ("1419-05-09", .unreadable),
  ])
  func noDates(text: String, outcome: TableDate.Outcome) {
    #expect(TableDate(order: nil).read(Array(text.utf8)[...]) == outcome)
  }

  @Test(arguments: [(TableMapping.DateOrder.dayFirst, "2019-04-03"), (.monthFirst, "2019-03-04")])
  func anOrderDecides(order: TableMapping.DateOrder, date: String) {
    #expect(
      TableDate(order: order).read(Array("03/04/2019".utf8)[...]) == .date(IncidentDate(CalendarDate(iso8601: date)!)))
  }

  /// ACLED's codes; weeks by the calendar of 2020, in which May 9 is a Saturday, and across a year's end.
  @Test(arguments: [
    (1, "2020-05-09", "2020-05-09"), (2, "2020-05-09", "2020-05-04/2020-05-10"), (3, "2020-05-09", "2020-05"),
    (2, "2018-01-01", "2018-01-01/2018-01-07"), (2, "2016-01-01", "2015-12-28/2016-01-03"),
    (2, "2020-03-01", "2020-02-24/2020-03-01"), (2, "1969-12-31", "1969-12-29/1970-01-04"),
  ])
  func acledDates(code: Int, day: String, date: String) {
    #expect(IncidentDate(acledTimePrecision: code, day: CalendarDate(iso8601: day)!)?.description == date)
  }

  @Test(arguments: [
    ("36.34", 36.34, 2), ("36,34", 36.34, 2), ("-0.5", -0.5, 1), ("+43", 43, 0), ("43.", 43, 0), ("36.3400", 36.34, 4),
    ("3.634e1", 36.34, 7), ("36.34°", 36.34, 7), ("٣٤٫٦", 34.6, 1), ("۳۴", 34, 0),
  ])
  func degrees(text: String, value: Double, decimals: Int) {
    #expect(TableNumber.decimal(Array(text.utf8)[...]) == TableNumber.Decimal(value: value, decimals: decimals))
  }

  @Test(arguments: ["", "x", "36.3.4", "1 2", "nan", "--1", "inf"])
  func noDegrees(text: String) { #expect(TableNumber.decimal(Array(text.utf8)[...]) == nil) }

  @Test(arguments: [
    ("5", false, "5"), ("1,234", false, "1234"), ("1.234", true, "1234"), ("1 234", false, "1234"), ("3.0", false, "3"),
    ("3,0", true, "3"), ("3-5", false, "3–5"), ("3 – 5", false, "3–5"), ("3 to 5", false, "3–5"),
    ("5+", false, "at least 5"), ("at least 5", false, "at least 5"), (">5", false, "at least 6"),
    ("≥ 5", false, "at least 5"),
    ("Up to 12", false, "0–12"), ("<5", false, "0–4"), ("~5", false, "5"), ("about twenty-five", false, "25"),
    ("Five", false, "5"),
    ("three to five", false, "3–5"), ("٥", false, "5"), ("٣-٥", false, "3–5"),
  ])
  func people(text: String, hasDecimalCommas: Bool, count: String) {
    #expect(TableNumber.count(Array(text.utf8)[...], hasDecimalCommas: hasDecimalCommas)?.description == count)
  }

  @Test(arguments: [
    ("many", false), ("overall 5", false), ("< 0", false), ("at least", false), ("1.5", false), ("1,23", false),
    ("1.234", false), ("-3", false), ("5-3", false),
  ])
  func noPeople(text: String, hasDecimalCommas: Bool) {
    #expect(TableNumber.count(Array(text.utf8)[...], hasDecimalCommas: hasDecimalCommas) == nil)
  }

  /// One figure, the least, the most.
  @Test(arguments: [
    ("5", "", "", "5"), ("", "3", "7", "3–7"), ("5", "3", "7", "3–7"), ("", "3", "", "at least 3"),
    ("5", "3", "", "3–5"),
    ("", "", "7", "0–7"), ("", "", "", "missing"), ("n/a", "", "", "missing"), ("x", "", "", "unreadable"),
    ("", "7", "3", "reversed"),
  ])
  func casualties(one: String, least: String, most: String, answer: String) {
    let read = RowCasualties(hasDecimalCommas: false)
      .read(one: Array(one.utf8)[...], least: Array(least.utf8)[...], most: Array(most.utf8)[...])
    let words = if case .count(let range) = read { range.description } else { "\(read)" }
    #expect(words == answer)
  }

  @Test(arguments: [("  x ", "x"), ("\u{A0}x\u{A0} ", "x"), ("", ""), (" \t", ""), ("à", "à")])
  func trims(text: String, trimmed: String) { #expect(Array(text.utf8)[...].trimmed.string == trimmed) }
}
