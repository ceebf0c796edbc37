import Foundation
import Incidents
import TestSupport
import Testing

@testable import Reports

/// A page taken apart into its documents.
@Suite struct DocumentTests {
  static func page(_ text: String) throws -> PageReading {
    try PageReader(countries: countries).read(SourceDocument(name: "page.txt", bytes: Array(text.utf8)))
  }

  /// `type publisher incidents first words`, one for each document.
  static func summary(_ page: PageReading) -> [String] {
    page.documents.map {
      "\($0.kind.rawValue)|\($0.publisher?.value ?? "-")|\($0.incidentCount)|\($0.beginning.prefix(14))"
    }
  }

  static let bomb = "A bomb killed two farmers in Foo, Iraq, on Feb. 3, 2019."

  @Test(arguments: [
    ("By A. B. Foo for Bar News.\n\n\(bomb)", ["news text|Bar News|1|A bomb killed "]),
    ("From FOO. Any opinions expressed are those of the authors.\n\n\(bomb)", ["news text|FOO|1|A bomb killed "]),
    (
      "By Foo Bar.\n\n\(bomb)\n\nClick here to read the full story.\n\nBy Baz Foo, for Foo Bar\n\nNothing new.",
      ["news text|-|1|A bomb killed ", "news text|Foo Bar|0|Nothing new."]
    ),
    ("\(bomb)\n\nMore text.\n\nEven more.", ["news text|-|1|A bomb killed "]),
    (
      "The office gave its view. \(bomb)\n\n(Source: Foo Office)\n\nSubscribe to our letter.",
      ["statement|Foo Office|1|The office gav", "skipped|-|0|Subscribe to o"]
    ),
    (
      "\(bomb)\n\nView on Foo\n\nOpen Reports:\nJan. 6, 2018, near Baz, Iraq, via Foo report.\n\n(Sources: Foo, Bar)\n\nBy the "
        + "end of May all was quiet.",
      ["news text|-|1|A bomb killed ", "coalition release|Foo, Bar|1|Open Reports: ", "skipped|-|0|By the end of "]
    ),
    (
      "By Foo Bar.\n\nOpen Reports:\nJan. 6, 2018, near Baz, Iraq, via Foo report.\n\nClick here.",
      ["news text|-|0|", "coalition release|-|1|Open Reports: "]
    ),
  ])
  func documents(_ text: String, _ expected: [String]) throws {
    let summary = Self.summary(try Self.page(text))
    #expect(summary == expected)
  }

  static func release(_ month: String, _ day: Int) -> String {
    """
    For the month of \(month) 2018, the staff received 1 new report and 1 report was still open.

    Open Reports:

    Jan. \(day), 2018, near Baz, Iraq, via Foo report.
    """
  }

  /// A list that states no month and no figure may be quoted: it is named, not read.
  @Test func severalReleasesOnOnePage() throws {
    let quoted = "Open Reports:\n\nJan. 1, 2018, near Foo, Iraq, via Foo report."
    let parts = [
      Self.release("February", 5), "By Foo Bar.\n\n\(Self.bomb)\n\nClick here.", Self.release("March", 6),
      "By Foo Bar.\n\nThe\n\nstaff\n\nwrote\n\nthis.\n\n\(quoted)",
    ]
    let page = try Self.page(parts.joined(separator: "\n\n"))
    #expect(page.releases.map { $0.month?.value.description } == ["2018-02", "2018-03"])
    #expect(page.releases.map { $0.incidents.map(\.ordinal) } == [[1], [2]])
    #expect(page.incidents.map { $0.date?.value.description } == ["2018-01-05", "2018-01-06", "2019-02-03"])
    #expect(page.documents.map(\.kind) == [.release, .news, .release, .news])
    #expect(page.documents.map(\.incidentCount) == [1, 1, 1, 0])
    #expect(page.ledger.rows.count == 4)
    #expect(page.diagnostics.count { $0.severity == .lost } == 1)
  }

  @Test(arguments: ["on 31 Feb 2019", "on Feb. 31, 2019", "on 29 February 2019"])
  func anIncidentWithADateThatDoesNotExistIsKept(_ date: String) throws {
    let page = try Self.page("A bomb killed two farmers in Foo, Iraq, \(date).")
    #expect(page.incidents.count == 1)
    #expect(page.incidents.first?.date == nil)
    #expect(page.diagnostics.map(\.message).contains { $0.contains("there is no such date") })
  }

  @Test(arguments: [("dozens of", 24), ("scores of", 40), ("hundreds of", 200), ("several", 2)])
  func vagueNumbersHaveALeast(_ words: String, _ least: Int) throws {
    let page = try Self.page("A bomb killed \(words) farmers in Foo, Iraq, on Feb. 3, 2019.")
    #expect(page.incidents.map(\.killed?.value) == [CountRange(min: least, max: nil)])
  }

  @Test(arguments: ["Nothing of interest here.", "By Foo Bar.\n\nThe weather was fine in Foo, Iraq."])
  func nothingToMap(_ text: String) {
    #expect(throws: ReportError.noRelease(document: "page.txt")) { _ = try Self.page(text) }
  }

  /// No document loses or repeats a byte of another, and all text stands in one.
  @Test func documentsDoNotOverlapAndLoseNothing() throws {
    let bytes = try Array(Data(contentsOf: packageRoot.appending(path: "Examples/page.txt")))
    let page = try PageReader(countries: countries).read(SourceDocument(name: "page.txt", bytes: bytes))
    var end = 0
    for document in page.documents {
      #expect(document.span.start >= end)
      let between = String(decoding: bytes[end..<document.span.start], as: UTF8.self)
      #expect(collapsed(between).isEmpty)
      end = document.span.end
    }
    #expect(collapsed(String(decoding: bytes[end...], as: UTF8.self)).isEmpty)
  }

  /// A date without a year takes it from the page; one without any clue stays open.
  @Test func yearsAreInferredAndMarked() throws {
    let news = "By Foo Bar.\n\nA bomb killed two farmers in Foo on Feb. 3.\n\nClick here.\n\n"
    let release = "Open Reports: as of the end of April 2019\nJan. 6, 2018, near Baz, Iraq, via Foo report.\n"
    let alone = try #require(try Self.page(news).incidents.first)
    #expect(alone.date == nil)
    let beside = try #require(try Self.page(news + release).incidents.last)
    #expect(beside.date?.value.description == "2019-02-03")
    #expect(beside.account.isDateInferred)
    let full = try #require(try Self.page("By Foo Bar.\n\n\(Self.bomb)").incidents.first)
    #expect(!full.account.isDateInferred)
  }

  @Test(.enabled(if: pageBytes != nil, "../shared/report/page.txt is not on this machine"))
  func thePage() throws {
    let bytes = try #require(pageBytes)
    let page = try PageReader(countries: countries).read(SourceDocument(name: "page.txt", bytes: bytes))
    #expect(
      page.documents.map { "\($0.kind.rawValue) \($0.incidentCount)" } == [
        "statement 0", "coalition release 133", "news text 1", "statement 1", "news text 0", "news text 1",
        "news text 4", "UN monthly figures 0", "news text 0", "UN monthly figures 0", "news text 0",
      ])
    #expect(
      page.figures.map(FiguresTests.summary) == [
        "2018-12 32/32; Ninewa 7/19; Baghdad 17/3; Salahadin 3/3",
        "2018-11 41/73; Baghdad 23/32; Ninewa 8/19; Anbar 4/15",
      ])
    #expect(page.figures.map { [$0.killedElsewhere, $0.injuredElsewhere] } == [[5, 7], [6, 7]])
    #expect(page.ledger.count(.doesNotHold) == 0)
    #expect(page.diagnostics.map { $0.message.contains("1 sentence tells of harm at a place") } == [true])
  }

  /// The incidents that the page's news texts state, and no other.
  @Test(.enabled(if: pageBytes != nil, "../shared/report/page.txt is not on this machine"))
  func theIncidentsOfThePage() throws {
    let bytes = try #require(pageBytes)
    let page = try PageReader(countries: countries).read(SourceDocument(name: "page.txt", bytes: bytes))
    #expect(page.incidents.map(\.ordinal) == Array(1...page.incidents.count))
    let news = page.incidents.filter { $0.account.kind == .news }
    #expect(
      news.map { NewsTests.summary($0) } == [
        "unknown|-|-|-|Kirkuk province", "civilians|at least 101|-|-|Mosul", "civilians|1|-|-|al-Ratba, west Anbar",
        "attackers|5|-|2019-02-20|northwest of Mosul", "civilians|1|13|2019-02-28|Mosul",
        "civilians|6|-|2019-02-23|Najaf governorate",
        "unknown|-|-|2019-02-23|Anamel village, al-Shirqat, Saladin governorate",
      ])
    #expect(
      news.first?.mentions.map(\.name) == [
        "Kirkuk province", "Ninevah province", "Salahuddin province", "Diyala province",
      ])
    #expect(
      news.map(\.account.event) == [
        "torched", "ferry accident", "killed", "killed", "car bomb", "opened fire", "attacked",
      ])
    #expect(
      news.map(\.account.actor) == [nil, nil, "an IS member", "Iraqi security forces", nil, nil, "an IS group"])
    #expect(news.allSatisfy { $0.assessment == .unstated && $0.account.confidence != nil })
    #expect(news.allSatisfy { $0.date == nil || $0.account.isDateInferred })
  }
}
