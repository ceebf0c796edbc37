import Foundation
import Incidents
import Testing

@testable import Reports

/// Monthly figures in the forms that press releases of a mission have had; all numbers but the page's are invented.
@Suite struct FiguresTests {
  static func read(_ text: String) throws -> MonthlyFigures? {
    let document = try SourceDocument(name: "figures.txt", bytes: Array(text.utf8))
    return FiguresReader(document: document, countries: countries).read(0..<document.bytes.count)?.figures
  }

  static func summary(_ figures: MonthlyFigures?) -> String {
    guard let figures else { return "none" }
    func text(_ toll: MonthlyFigures.Toll) -> String {
      [toll.killed, toll.injured].map { $0.map { "\($0.value)" } ?? "-" }.joined(separator: "/")
    }
    let areas = figures.areas.map { "\($0.mention.name) \(text($0.toll))" }
    return (["\(figures.month.value) \(text(figures.national))"] + areas).joined(separator: "; ")
  }

  static let opening = "A total of 90 Iraqi civilians were killed and another 120 injured in Iraq in May 2017. "

  /// What stands behind the national total, and the governorates read from it.
  @Test(arguments: [
    ("Baghdad was the worst affected, with (23 killed, 32 injured).", "Baghdad 23/32"),
    ("Ninewa followed (08 killed and 19 injured).", "Ninewa 8/19"),
    ("Nineveh was hit (50 killed 69 injured) and Babel had (none killed, 3 injured).", "Nineveh 50/69; Babel 0/3"),
    ("Diyala suffered 51 killed and 15 injured; Salahadin 4 killed and 5 injured.", "Diyala 51/15; Salahadin 4/5"),
    ("Baghdad had 72 civilian casualties with 28 killed.", "Baghdad 28/-"),
    ("Salah al-Din had two killed and twelve injured, Thi-Qar one killed.", "Salah al-Din 2/12; Thi-Qar 1/-"),
    ("Kirkuk and Babil had double-digit figures.", ""),
    ("Kirkuk saw double-digit figures, followed by Ninawa with (7 killed and 3 injured).", "Ninawa 7/3"),
    (
      "According to the Health Directorate in Anbar, the Governorate suffered a total of 41 civilian casualties "
        + "(11 killed and 30 injured), with 5 killed and 10 injured in Ramadi and 6 killed and 20 injured in Fallujah.",
      "Anbar 11/30"
    ),
    ("Ninewa was the worst affected Governorate with 26 civilian casualties (07 killed, 19 injured).", "Ninewa 7/19"),
    ("“We count 30 killed and 40 injured as persons,” the envoy said.", ""),
  ])
  func governorates(_ text: String, _ expected: String) throws {
    let summary = Self.summary(try Self.read(Self.opening + text))
    #expect(summary == "2017-05 90/120" + (expected.isEmpty ? "" : "; " + expected))
  }

  @Test(arguments: [
    ("At least 105 Iraqi civilians were killed and 169 were injured during March 2016, UNAMI said.", "2016-03 105/169"),
    ("UNAMI: 12 civilians killed, 40 civilians injured in January 2018.", "2018-01 12/40"),
    ("UNAMI said that 33 civilians were killed and 40 injured.", "none"),  // no month
    ("Two civilians were killed and three injured in a blast in May 2017.", "none"),  // no mission, no country
    ("Ninewa Governorate had 5 killed and 6 injured in May 2017, UNAMI said.", "none"),  // no total
  ])
  func totals(_ text: String, _ expected: String) throws {
    let summary = Self.summary(try Self.read(text))
    #expect(summary == expected)
  }

  @Test(arguments: [
    ("The figures have to be considered as the absolute minimum.", "absolute minimum"),
    ("UNAMI was not able to verify figures from Anbar Governorate.", "not verified Anbar"),
    ("The figures do not include casualties in Anbar.", "not included Anbar"),
    ("Figures for Anbar Governorate are provided by the Health Directorate.", "from another source Anbar"),
    (
      "UNAMI has been hindered in verifying, and could only partially verify some.",
      "verification hindered;partly verified"
    ),
    ("The numbers were gathered with care.", ""),
  ])
  func caveats(_ text: String, _ expected: String) throws {
    let figures = try #require(try Self.read(Self.opening + text))
    let found = figures.caveats.map { $0.kind.rawValue + ($0.area.map { " " + $0.value } ?? "") }
    #expect(found.joined(separator: ";") == expected)
  }

  @Test(arguments: [
    ("The figures include police on non-combat duty.", true), ("Figures excluding police are lower.", false),
    ("The police welcomed the figures.", nil),
  ])
  func police(_ text: String, _ expected: Bool?) throws {
    let figures = try Self.read(Self.opening + text)
    #expect(figures?.includesPolice?.value == expected)
  }

  /// The remainder is shown; a list that adds up to more than the total, and a sum that is wrong, are found.
  @Test(arguments: [
    ("Baghdad had (60 killed, 20 injured).", 30, 100, ["holds", "holds"]),
    ("Baghdad had (80 killed, 20 injured) and Ninewa (20 killed, 100 injured).", -10, 0, ["does not hold", "holds"]),
    ("Baghdad had 70 casualties (60 killed, 20 injured).", 30, 100, ["holds", "holds", "does not hold"]),
  ])
  func arithmetic(_ text: String, _ killed: Int, _ injured: Int, _ verdicts: [String]) throws {
    let document = try SourceDocument(name: "figures.txt", bytes: Array((Self.opening + text).utf8))
    let page = try PageReader(countries: countries).read(document)
    let figures = try #require(page.figures.first)
    #expect(figures.killedElsewhere == killed)
    #expect(figures.injuredElsewhere == injured)
    #expect(page.ledger.rows.map(\.verdict.rawValue) == verdicts)
  }

  @Test func everyNumberStandsWhereItsSpanSays() throws {
    let text = Self.opening + "Ninewa had 26 casualties (07 killed, 19 injured)."
    let figures = try #require(try Self.read(text))
    let bytes = Array(text.utf8)
    let toll = try #require(figures.areas.first?.toll)
    let spans = [toll.killed, toll.injured, toll.casualties].compactMap { $0?.span }
    #expect(spans.map { words($0, of: bytes) } == ["07", "19", "26"])
    #expect(words(figures.areas[0].mention.span, of: bytes) == "Ninewa")
    #expect(words(figures.month.span, of: bytes) == "May 2017")
  }
}
