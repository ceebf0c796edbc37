import Incidents
import Testing

@testable import Reports

/// One entry a line, in the forms of the years, under a heading.
@Suite struct EntryTests {
  private func incident(_ line: String) throws -> Incident {
    let reading = try read("Non-Credible Reports: as follows\n\n\(line)\n")
    #expect(reading.incidents.count == 1, "\(reading.diagnostics)")
    return try #require(reading.incidents.first)
  }

  /// Identifiers, grid, and what is left as the narrative.
  @Test(arguments: [
    (
      "Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 2904/CS170 37SDA049548", "2904 CS170", "37SDA049548",
      "A thing."
    ),
    (
      "Mar. 3, 2019, in Foo, Syria, via self-report. A thing.\n2904/CS170 37SDA049548", "2904 CS170", "37SDA049548",
      "A thing."
    ),
    (
      "Mar. 3, 2019, in Foo, Syria, via self-report. A thing.\n2904/CS170\n37SDA049548", "2904 CS170", "37SDA049548",
      "A thing."
    ),
    (
      "Mar. 3, 2019, in Foo, Syria, via self-report. 2904/CS170 37SDA049548. A thing.", "2904 CS170", "37SDA049548",
      "A thing."
    ),
    ("Mar. 3, 2019, in Foo, Syria, via self-report 2904/CS170", "2904 CS170", "-", "-"),
    ("2904/CS170, Mar. 3, 2019, in Foo, Syria, via self-report. A thing.", "2904 CS170", "-", "A thing."),
    ("(1355) Mar. 3, 2019, in Foo, Syria, via self-report. A thing.", "1355", "-", "A thing."),
    (
      "Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 2904 / CI1715a / 38SLF1234567890", "2904 CI1715a",
      "38SLF1234567890", "A thing."
    ),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 2904 37SDA049548", "2904", "37SDA049548", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 2904", "2904", "-", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. CS170", "CS170", "-", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 37S DA 0495 5480", "-", "37S DA 0495 5480", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 37SDA 04951 54801", "-", "37SDA 04951 54801", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 37 SDA 0495154801", "-", "37 SDA 0495154801", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 37S\nDA 0495 5480", "-", "37S DA 0495 5480", "A thing."),
    (
      "Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 37SDA0495154801/37SDA0495254802", "-",
      "37SDA0495154801/37SDA0495254802", "A thing."
    ),
    (
      "Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 37SDA0495154801/ 0495254802", "-",
      "37SDA0495154801/ 0495254802", "A thing."
    ),
    (
      "Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 2904/CS170 377SFU0495854812", "2904 CS170",
      "377SFU0495854812", "A thing."
    ),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 37SDAO49548", "-", "37SDAO49548", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 37SDA04954", "-", "37SDA04954", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 37DA049548", "-", "37DA049548", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report: A thing. (1355)", "1355", "-", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 2904/NA 37SDA049548", "2904", "37SDA049548", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. 2904/N/A", "2904", "-", "A thing."),
    ("Mar. 3, 2019, in Foo, Syria, via self-report. A thing. MGRS: 37SDA049548", "-", "37SDA049548", "A thing."),
    ("4. Mar. 3, 2019, near Foo, Syria: A thing. (1355)", "1355", "-", "A thing."),
    (
      "Mar. 3, 2019, in Foo, Syria, via self-report. It was said on 12 AUG 2017 in 2016/2017.", "-", "-",
      "It was said on 12 AUG 2017 in 2016/2017."
    ),
    (
      "Mar. 3, 2019, in Foo, Syria, via self-report. The 500 lb bomb hit 3 km off, 155MM shells too (2017).", "-", "-",
      "The 500 lb bomb hit 3 km off, 155MM shells too (2017)."
    ),
  ])
  func references(_ line: String, _ identifiers: String, _ grid: String, _ narrative: String) throws {
    let incident = try incident(line)
    let found = incident.identifiers.map(\.value)
    #expect((found.isEmpty ? "-" : found.joined(separator: " ")) == identifiers)
    #expect(incident.grid?.value ?? "-" == grid)
    #expect(incident.narrative?.value ?? "-" == narrative)
    #expect(incident.sources.map(\.value) == (line.hasPrefix("4.") ? [] : ["self-report"]))
  }

  /// What a report says about other reports.
  @Test(arguments: [
    (
      "This is a duplicate of a former report released as July 18, 2016, near Foo, Syria, in the Dec. 1, 2016, list.",
      "2016-07-18, Foo", "-"
    ),
    (
      "This repeats: a duplicate of the report from Apr. 29, 2017, near al-Foo, Syria, via Bar report.",
      "2017-04-29, al-Foo", "-"
    ),
    ("Duplicate of 2904/CS170.", "2904, CS170", "-"), ("A duplicate of CS170.", "CS170", "-"),
    ("It is a duplicate of report 2904.", "2904", "-"), ("The same as item 2.", "item 2", "-"),
    ("The same as item no. 12 above.", "item 12", "-"), ("It is a duplicate of #1355.", "1355", "-"),
    ("It duplicates an open allegation.", "-", "-"), ("No duplicate was found.", "-", "-"),
    (
      "Date correction. It was previously incorrectly released as Feb. 2, 2016 in the Jan. 2, 2016 list.", "-",
      "2016-02-02"
    ),
    ("The date was first given as Oct. 8, 2016.", "-", "2016-10-08"),
    ("It was originally reported as occurring on Oct. 8, 2016.", "-", "2016-10-08"),
    ("The date was corrected from October 8, 2016.", "-", "2016-10-08"),
    ("A strike on Oct. 8, 2016 was looked at.", "-", "-"),
  ])
  func pointers(_ sentence: String, _ duplicateOf: String, _ formerDate: String) throws {
    let incident = try incident("1. Mar. 3, 2019, near Foo, Syria, via self-report: \(sentence)")
    #expect(incident.duplicateOf?.description ?? "-" == duplicateOf)
    #expect(incident.formerDate?.value.description ?? "-" == formerDate)
    #expect(incident.identifiers.isEmpty)
  }

  /// Place and sources of entries that are written in unusual ways.
  @Test(arguments: [
    ("1. Feb. 2, 2016, Foo Province, Syria: Nothing.", "Foo Province", ""),
    ("1. Feb. 2, 2016, Foo Province, Syria, via media report: Nothing.", "Foo Province", "media report"),
    ("12) Feb. 2, 2016, near Foo, Syria: Nothing.", "Foo", ""),
    ("Feb. 2, 2016, in Foo, Syria, via social media: Nothing.", "Foo", "social media"),
    ("Feb. 2, 2016 near Foo, Syria via NGO and media report. Nothing.", "Foo", "NGO+media report"),
    ("Feb. 2, 2016, in Foo (Bar), Syria, via White Bars and Baz Press. Nothing.", "Foo (Bar)", "White Bars+Baz Press"),
    ("Feb. 2, 2016, in al-Foo’a prison, Bar, Syria, via Foo Tribe 2904/CS170", "al-Foo’a prison, Bar", "Foo Tribe"),
    ("Between Feb. 2 and 5, 2016, near Foo, Syria, via media report.", "Foo", "media report"),
  ])
  func headers(_ line: String, _ place: String, _ sources: String) throws {
    let incident = try incident(line)
    #expect(incident.placePhrase?.value == place)
    #expect(incident.sources.map(\.value).joined(separator: "+") == sources)
    #expect(incident.date?.value.start.year == 2016)
  }

  /// Duplicates are linked to the entry they repeat, when it is in the same release and only once.
  @Test func duplicatesAreLinked() throws {
    let incidents = try read(
      """
      Open Reports: two of them
      1. Mar. 3, 2019, in Foo, Syria, via self-report. 2904/CS170
      2. Mar. 4, 2019, in Bar, Syria, via self-report. 2905/CS171
      3. Mar. 4, 2019, in Bar, Syria, via media report. 2906/CS172
      Duplicate Reports:
      1. Mar. 3, 2019, in Foo, Syria, via media report. A duplicate of 2904/CS170. 2907/CS173
      2. Mar. 3, 2019, in Baz, Syria, via media report. A duplicate of the report from Mar. 3, 2019, near Foo, Syria, via \
      self-report.
      3. Mar. 4, 2019, in Baz, Syria, via media report. A duplicate of the report from Mar. 4, 2019, near Bar, Syria.
      4. Mar. 5, 2019, in Baz, Syria, via media report. The same as item 1.
      5. Mar. 5, 2019, in Baz, Syria, via media report. A duplicate of 4711/CS999.
      """
    ).incidents
    // The third names a day and place that two entries have.
    #expect(incidents.suffix(5).map { $0.duplicateOf?.ordinal } == [1, 1, nil, 4, nil])
  }

  /// Lists under sentences instead of headings, as in late 2016, and lists under headings after them.
  @Test func listsUnderSentences() throws {
    let reading = try read(
      """
      The office received 12 new reports. Two of these reports were determined to be non-credible, one was determined to \
      be credible, and none were found to be duplicates.

      The office found that the following two reports are non-credible. That word means that too little is known.
      1. Oct. 9, 2016, near Foo, Iraq: Nothing was found.
      2. Feb. 2, 2016, Bar Province, Syria: Nothing was found.

      The office found that the following report is credible. It regrets that.

      1. Nov. 26, 2016, near Baz, Syria: During a strike, one civilian in a car was likely killed.

      Open Reports:
      1. Nov. 27, 2016, near Baz, Syria, via media report.
      """)
    #expect(reading.incidents.map(\.assessment) == [.nonCredible, .nonCredible, .credible, .open])
    #expect(reading.diagnostics == [])
    let rows = reading.ledger.rows.map { "\($0.figure) \($0.stated.value) \($0.verdict.rawValue)" }
    #expect(
      rows == [
        "new-reports 12 cannot be checked", "non-credible-reports 2 holds", "credible-reports 1 holds",
        "duplicate-reports 0 cannot be checked", "non-credible-reports 2 holds",
      ])
  }

  /// Sentences that state figures, in the words of the years.
  @Test(arguments: [
    (
      "Twelve of these reports were determined to be non-credible, three were determined to be credible.",
      "non-credible-reports 12, credible-reports 3"
    ),
    ("The office received 18 reports of possible harm.", "new-reports 18"),
    ("It completed the assessment on 28 reports.", "completed-reports 28"),
    (
      "Seventeen of these reports were assessed to be non-credible, and two reports were assessed to be duplicates.",
      "non-credible-reports 17, duplicate-reports 2"
    ),
    ("A total of 42 reports are still open.", "open-reports 42"),
    ("Three reports are still being assessed.", "open-reports 3"),
    (
      "It has conducted a total of 20,205 strikes that included 42,089 separate engagements.",
      "strikes-to-date 20205, engagements-to-date 42089"
    ),
    ("The total number of reports of possible civilian casualties was 396.", "reports-to-date 396"),
    ("The total number of credible reports of harm during this time was 102.", "credible-reports-to-date 102"),
    (
      "None of the reports were determined to be credible and resulted in zero unintentional civilian deaths.",
      "credible-reports 0, deaths-in-credible-reports 0"
    ),
    (
      "Out of the 25 completed reports, three reports were determined to be credible.",
      "completed-reports 25, credible-reports 3"
    ),
    ("The remaining 20 reports were assessed to be non-credible.", "non-credible-reports 20"),
    (
      "Five strikes likely resulted in the death of two civilians and injuries to an additional four civilians.",
      "deaths-in-credible-reports 2, injuries-in-credible-reports 4"
    ),
    (
      "resulting in five unintentional civilian deaths and two civilian injuries",
      "deaths-in-credible-reports 5, injuries-in-credible-reports 2"
    ),
    ("It received no new reports.", "new-reports 0"),
  ])
  func figures(_ sentence: String, _ expected: String) throws {
    let list = "Open Reports: all\n\n1. Nov. 27, 2016, near Baz, Syria, via media report.\n"
    let rows = try read("\(sentence)\n\n\(list)").ledger.rows
    let found = rows.filter { !$0.figure.hasSuffix("-balance") }.map { "\($0.figure) \($0.stated.value)" }
    #expect(found.joined(separator: ", ") == expected)
  }
}
