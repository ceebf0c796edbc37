import Incidents
import Testing

@testable import Reports

/// Invented releases in the forms of the years.
@Suite struct FormTests {
  /// One entry as a line: date | assessment | phrase | country | sources | killed | injured.
  private func summary(_ incident: Incident) -> String {
    [
      incident.date?.value.description ?? "-", incident.assessment.rawValue, incident.placePhrase?.value ?? "-",
      incident.mentions.first?.countryCode ?? "-", incident.sources.map(\.value).joined(separator: "+"),
      incident.killed?.value.description ?? "-", incident.injured?.value.description ?? "-",
    ].joined(separator: " | ")
  }

  private func expect(_ text: String, _ expected: [String], diagnostics: Int = 0) throws {
    let reading = try read(text)
    #expect(reading.incidents.map(summary) == expected)
    #expect(reading.diagnostics.count == diagnostics, "\(reading.diagnostics)")
  }

  @Test func proseOf2016() throws {
    try expect(
      """
      The command publishes what it found out about civilian casualties.

      On Feb. 3, 2016, in Al Foo, Syria, near Bar Isa, during a strike on a checkpoint, it is assessed that one civilian \
      was killed.

      On March 4, 2016, near Baz, Iraq, it was assessed that two civilians were killed and three injured during a strike.

      An office of the command can be reached by letter.
      """,
      [
        "2016-02-03 | credible | Al Foo, Syria, near Bar Isa | SY |  | 1 | -",
        "2016-03-04 | credible | Baz | IQ |  | 2 | 3",
      ])
  }

  @Test func numberedOf2016And2017() throws {
    try expect(
      """
      Credible Reports – In the cases below the command found harm.

      1. Oct. 7, 2016, near al-Foo, Iraq: After a strike on a tunnel, two civilians were killed. (1355)
      2. Nov. 12, 2016, near Bar, Syria via social media report: During a strike, one civilian was injured.

      Non-Credible Reports – Nothing was found:

      1. Oct. 9, 2016, near Baz, Syria, via self-report: No strike took place. This is the same as item 2. The date was \
      first given as Oct. 8, 2016, near Baz.
      """,
      [
        "2016-10-07 | credible | al-Foo | IQ |  | 2 | -",
        "2016-11-12 | credible | Bar | SY | social media report | - | 1",
        "2016-10-09 | non-credible | Baz | SY | self-report | - | -",
      ])
  }

  @Test func gridsAndWrappedLinesOf2019() throws {
    try expect(
      """
      Credible Reports

      Mar. 3, 2019, in Tal Foo al-Bar
      neighborhood, Baz, Syria, via Foo Observatory
      report. Coalition actions hit a position of
      fighters. Two civilians were
      killed.
      2904/CS170 37SDA049548

      Mar. 4, 2019, in Bar, Syria, via self-report. Three civilians were injured. 2905/CS171 377SFU0495854812
      Non-Credible Reports:
      Mar. 5, 2019, in Baz, Syria, via Shammoo Tribe
      2906 / CS172 37S DA 0495 4812
      Mar. 6, 2019, in Baz, Syria, via Red Foos and Bar Press. Nothing was found.
      """,
      [
        "2019-03-03 | credible | Tal Foo al-Bar neighborhood, Baz | SY | Foo Observatory report | 2 | -",
        "2019-03-04 | credible | Bar | SY | self-report | - | 3",
        "2019-03-05 | non-credible | Baz | SY | Shammoo Tribe | - | -",
        "2019-03-06 | non-credible | Baz | SY | Red Foos+Bar Press | - | -",
      ])
  }

  @Test func headingsAndRangesOfThe2020s() throws {
    try expect(
      """
      Credible Report:
      1. January 20-26, 2023, in Foo, Syria, via Bar report. One civilian was killed.
      Duplicate Reports:
      1. May 17/18, 2020, in Bar, Iraq, via Foo report. The same as an earlier report.
      Previously Assessed Non-Credible Report:
      1. May 19, 2020, in Bar, Iraq, via Foo report.
      """,
      [
        "2023-01-20/2023-01-26 | credible | Foo | SY | Bar report | 1 | -",
        "2020-05-17/2020-05-18 | duplicate | Bar | IQ | Foo report | - | -",
        "2020-05-19 | non-credible | Bar | IQ | Foo report | - | -",
      ])
  }

  @Test func everythingInOneLine() throws {
    try expect(
      "Some news. Credible Reports– One was found. Jan. 3, 2018, near Foo, Syria, via self-report. Two civilians were "
        + "killed.\u{A0} Non Credible Reports– As follows: Jan. 4, 2018, near Bar, Iraq via Foo report. Nothing. "
        + "5. Jan. 5, 2018, near Baz, Iraq: Nothing. Open Reports– Jan. 6, 2018, near Baz, via Foo report.",
      [
        "2018-01-03 | credible | Foo | SY | self-report | 2 | -",
        "2018-01-04 | non-credible | Bar | IQ | Foo report | - | -",
        "2018-01-05 | non-credible | Baz | IQ |  | - | -",
        "2018-01-06 | open | Baz | - | Foo report | - | -",
      ])
  }

  @Test func nothingFromOutside() throws {
    try expect(
      """
      On Feb. 1, 2018, in Mosul, Iraq, gunmen killed three civilians.

      Open Reports:
      Jan. 6, 2018, near Baz, Iraq, via Foo report.

      Feb. 2, 2018 was a quiet day in Baz, said the mayor.

      A reader writes: Jan. 7, 2018, near Foo, Iraq, via Bar, five civilians were killed.

      Mar. 1 brought rain.

      On Apr. 1, 2018, in Foo, Iraq, a bomb killed two civilians.
      """,
      ["2018-01-06 | open | Baz | IQ | Foo report | - | -"], diagnostics: 1)
  }

  /// What cannot be read is named with its line and never lost.
  @Test(arguments: [
    ("Feb. 30, 2018, near Foo, Syria, via Bar report.", "- | open | Foo | SY | Bar report | - | -", "no such date"),
    ("Feb. 3, near Foo, Syria, via Bar report.", "- | open | Foo | SY | Bar report | - | -", "no year"),
    ("Fbe. 3, 2018, near Foo, Syria, via Bar report.", "- | open | Foo | SY | Bar report | - | -", "cannot be read"),
    ("Feb. 3, 2018, Foo", nil, "no place"),
    ("Something else altogether.", nil, "neither"),
  ])
  func imperfectEntries(_ line: String, _ expected: String?, _ message: String) throws {
    let text = """
      Open Reports: two of them

      Jan. 6, 2018, near Baz, Iraq, via Foo report.

      \(line)

      Jan. 8, 2018, near Baz, Iraq, via Foo report.
      """
    let reading = try read(text)
    let known = "2018-01-06 | open | Baz | IQ | Foo report | - | -"
    let last = "2018-01-08 | open | Baz | IQ | Foo report | - | -"
    #expect(reading.incidents.map(summary) == [known] + (expected.map { [$0] } ?? []) + [last])
    #expect(reading.diagnostics.map(\.line) == [5])
    #expect(reading.diagnostics[0].message.contains(message), "\(reading.diagnostics)")
  }

  @Test(arguments: [
    ("Jan. 8, 2018, near Ba", 1, Diagnostic.Severity.lost), ("Jan. 8, 20", 1, .lost),
    ("Jan. 8, 2018, near Baz, Ir", 1, .lost),
    ("Jan. 8, 2018, near Baz, Iraq, via Fo", 2, .doubtful),
    ("Jan. 8, 2018, near Baz, Iraq, via Foo report. Two civ", 2, .doubtful),
  ])
  func truncated(_ end: String, _ count: Int, _ severity: Diagnostic.Severity) throws {
    let reading = try read("Open Reports:\nJan. 6, 2018, near Foo, Iraq, via Foo report.\n" + end)
    #expect(reading.incidents.count == count)
    #expect(reading.diagnostics.map(\.severity) == [severity])
    #expect(reading.diagnostics.map(\.line) == [3])
  }

  @Test func ledgerNoticesAWrongSum() throws {
    let reading = try read(
      """
      CJTF carried over 10 open reports, received three new reports and completed two reports. One report was \
      determined to be credible and resulted in two civilian deaths. One report was assessed to be non-credible. \
      Twelve reports are still open.

      Credible Reports: Jan. 6, 2018, near Foo, Iraq, via self-report. One civilian was killed.
      Non-Credible Reports: Jan. 7, 2018, near Foo, Iraq, via self-report.
      """)
    let rows = reading.ledger.rows.map { "\($0.figure) \($0.stated.value) \($0.counted ?? -1) \($0.verdict.rawValue)" }
    #expect(
      rows == [
        "carried-over-reports 10 -1 cannot be checked", "new-reports 3 -1 cannot be checked",
        "completed-reports 2 2 holds", "completed-reports-balance 2 2 holds", "credible-reports 1 1 holds",
        "deaths-in-credible-reports 2 1 does not hold", "non-credible-reports 1 1 holds",
        "open-reports 12 -1 cannot be checked", "open-reports-balance 12 11 does not hold",
      ])
  }

  @Test func aSecondReleaseIsNamed() throws {
    let article = String(repeating: "Something else happened elsewhere.\n\n", count: 6)
    let list = "Open Reports:\nJan. 6, 2018, near Baz, Iraq, via Foo report.\n\n"
    let reading = try read(list + article + list)
    #expect(reading.incidents.count == 1)
    #expect(reading.diagnostics.map(\.line) == [16])
  }
}
