import Foundation
import Incidents
import Testing

@testable import Reports

/// Rules of reading news, a line each: a text of its own, and the incidents that it tells of
/// (`victims|killed|injured|date|place`).
@Suite struct NewsRuleTests {
  typealias Rule = (text: String, incidents: [String])

  /// What is read from a text that is alone on its page. `\n` stands for a line break.
  static func page(_ text: String) throws -> PageReading {
    try PageReader(countries: countries).read(SourceDocument(name: "news.txt", bytes: Array(text.utf8)))
  }

  static func summaries(_ text: String) throws -> [String] {
    do { return try page(text).incidents.map(NewsTests.summary) } catch is ReportError { return [] }
  }

  @Test(arguments: [
    ("No one was killed when a shell hit Hajin on 4 May 2018.", []),
    ("No-one was hurt by the shells that fell in Hajin on 4 May 2018.", []),
    ("None of the seven passengers were killed in Hajin on 4 May 2018.", []),
    ("Nobody was wounded in Hajin on 4 May 2018.", []),
    ("No one was killed but two boys were wounded in Hajin on 4 May 2018.", ["civilians|-|2|2018-05-04|Hajin"]),
  ])
  func nobodyIsNoFigure(_ rule: Rule) throws { #expect(try Self.summaries(rule.text) == rule.incidents) }

  @Test(arguments: [
    ("A shell killed a family of seven in Hajin on 4 May 2018.", ["civilians|7|-|2018-05-04|Hajin"]),
    ("A shell killed a father of seven in Hajin on 4 May 2018.", ["civilians|1|-|2018-05-04|Hajin"]),
    ("A family was killed in Hajin on 4 May 2018.", ["civilians|at least 2|-|2018-05-04|Hajin"]),
    ("A couple and their son were killed in Hajin on 4 May 2018.", ["civilians|3|-|2018-05-04|Hajin"]),
    ("Half a dozen people were killed in Hajin on 4 May 2018.", ["unknown|6|-|2018-05-04|Hajin"]),
    ("Three dozen people were killed in Hajin on 4 May 2018.", ["unknown|36|-|2018-05-04|Hajin"]),
    ("Two of the six wounded died in Hajin on 4 May 2018.", ["unknown|2|-|2018-05-04|Hajin"]),
    ("Two of the six killed in Hajin on 4 May 2018 were girls.", ["unknown|6|-|2018-05-04|Hajin"]),
    ("Two of the soldiers were killed in Hajin on 4 May 2018.", ["security forces|2|-|2018-05-04|Hajin"]),
    ("Gunmen killed a group of four shepherds in Hajin on 4 May 2018.", ["civilians|4|-|2018-05-04|Hajin"]),
    (
      "Raids on Hajin and Shafa on 4 May 2018 killed nine and two civilians respectively.",
      ["unknown|-|-|2018-05-04|Hajin"]
    ),
  ])
  func countsAreThoseStated(_ rule: Rule) throws { #expect(try Self.summaries(rule.text) == rule.incidents) }

  @Test(arguments: [
    ("Date: 3 January 2018\n\nA mine killed a farmer in Hajin on 29 December.", ["civilians|1|-|2017-12-29|Hajin"]),
    ("3 January 2018\nA mine killed a farmer in Hajin on 2 January.", ["civilians|1|-|2018-01-02|Hajin"]),
    (
      "On 29 December 2017 a mine killed a farmer in Hajin. A mine killed two farmers in Shafa on 3 January.",
      ["civilians|1|-|2017-12-29|Hajin", "civilians|2|-|2018-01-03|Shafa"]
    ),
    ("HAJIN, May 9, 2018 (Example) - A mine killed a farmer in Shafa.", ["civilians|1|-|-|Shafa"]),
    ("HAJIN (Example), May 9, 2018 - A mine killed a farmer in Shafa on Sunday.", ["civilians|1|-|2018-05-06|Shafa"]),
    ("May 9, 2018 - HAJIN: A mine killed a farmer in Shafa yesterday.", ["civilians|1|-|2018-05-08|Shafa"]),
    ("HAJIN, May 9 (Example) - A mine killed a farmer in Shafa on Sunday.", ["civilians|1|-|-|Shafa"]),
    ("May 9, 2018: A mine killed a farmer in Shafa.", ["civilians|1|-|2018-05-09|Shafa"]),
    (
      "Published on 9 May 2018, 10:30 am\n\nA mine killed a farmer in Shafa on Wednesday.",
      ["civilians|1|-|2018-05-09|Shafa"]
    ),
    ("Posted 9 May 2018\n\nA medic said on Monday a mine killed a farmer in Shafa.", ["civilians|1|-|-|Shafa"]),
    ("A mine killed a farmer in Shafa on Sunday.", ["civilians|1|-|-|Shafa"]),
    (
      "8 May 2018\n\nA mine killed a farmer in Shafa on Sunday.\n\n9 May 2018\n\nA shell killed a boy in Hajin.",
      ["civilians|1|-|2018-05-06|Shafa", "civilians|1|-|-|Hajin"]
    ),
    (
      "8 May 2018\nA mine killed a farmer in Shafa.\n\n9 May 2018\nA shell killed a boy in Hajin.",
      ["civilians|1|-|2018-05-08|Shafa", "civilians|1|-|2018-05-09|Hajin"]
    ),
  ])
  func textsHaveDatesOfTheirOwn(_ rule: Rule) throws { #expect(try Self.summaries(rule.text) == rule.incidents) }

  @Test(arguments: [
    ("between 5 and 8 May", "2018-05-05/2018-05-08"), ("on May 7-8", "2018-05-07/2018-05-08"),
    ("from May 5 to 7", "2018-05-05/2018-05-07"), ("from 30 April to 2 May", "2018-04-30/2018-05-02"),
    ("between Dec. 30 and Jan. 2", "2017-12-30/2018-01-02"), ("on the 8th of May", "2018-05-08"),
    ("on the 8th of May 2017", "2017-05-08"), ("on 25/04/2018", "2018-04-25"), ("on 25.04.2018", "2018-04-25"),
    ("on 04/25/2018", "2018-04-25"), ("on 05/05/2018", "2018-05-05"), ("on 03/04/2018", "2018-03-04/2018-04-03"),
    ("on 31/02/2018", "-"),
  ])
  func datesAreWhole(_ when: String, _ date: String) throws {
    let expected = ["civilians|4|-|\(date)|Hajin"]
    #expect(try Self.summaries("9 May 2018\n\nA shell killed four boys in Hajin \(when).") == expected)
    let start = when.prefix(1).uppercased() + when.dropFirst()
    #expect(try Self.summaries("9 May 2018\n\n\(start), four boys were killed in Hajin.") == expected)
  }

  @Test(arguments: ["03/04/2018", "31/02/2018"])
  func doubtfulDatesAreSaid(_ date: String) throws {
    let diagnostics = try Self.page("A shell killed four boys in Hajin on \(date).").diagnostics
    #expect(diagnostics.count == 1 && diagnostics[0].message.contains(date))
  }

  @Test func peopleAreNoDays() throws {
    let text = "9 May 2018\n\nA mine wounded a farmer in Shafa on May 3 and 8 people were killed in Hajin on May 6."
    #expect(
      try Self.summaries(text) == ["civilians|-|1|2018-05-03|Shafa", "unknown|8|-|2018-05-06|Hajin"])
  }

  @Test(arguments: [
    ("in the town of Tarmiyah, north of Baghdad,", "Tarmiyah, north of Baghdad"),
    (
      "in Tarmiyah, some 50 kilometers (31 miles) north of Baghdad,",
      "Tarmiyah, some 50 kilometers (31 miles) north of Baghdad"
    ),
    ("at a checkpoint in Abu Ghraib, west of Baghdad,", "Abu Ghraib, west of Baghdad"),
    ("in the village of Sinsil north of Baqubah", "Sinsil village, north of Baqubah"),
    ("in Tarmiyah, north of Baghdad, in Saladin province,", "Tarmiyah, north of Baghdad, Saladin province"),
    ("in Hajin in the east of Deir ez-Zor province", "Hajin, Deir ez-Zor province"),
    ("in Diyala province, north of Baqubah,", "north of Baqubah"), ("in Iraq, north of Baghdad,", "north of Baghdad"),
    ("in the Euphrates town of Hajin", "Hajin"),
    ("in the Shia district of Shaab in Baghdad", "Shaab district, Baghdad"),
    ("on Tuz Khurmatu’s main market", "Tuz Khurmatu"), ("in the desert of Deir ez-Zor", "desert of Deir ez-Zor"),
    ("in the Badia east of Salamiyah", "east of Salamiyah"), ("in the Euphrates near Hajin", "Hajin"),
    ("on a bus from Raqqa to Tabqa", "between Raqqa and Tabqa"),
    ("50 km north of Baghdad", "50 km north of Baghdad"), ("near the Rabia border crossing", "Rabia border crossing"),
    ("on the Khazir refugee camp in northern Iraq", "Khazir refugee camp"),
  ])
  func theTownIsMeant(_ place: String, _ mention: String) throws {
    #expect(
      try Self.summaries("On 4 May 2018, a shell \(place) killed two girls.") == ["civilians|2|-|2018-05-04|\(mention)"]
    )
  }

  @Test func theTownHasItsCountry() throws {
    let page = try Self.page("On 4 May 2018, a shell in Rabia, west of Mosul, Iraq, killed two girls.")
    #expect(page.incidents.first?.mentions.map(\.countryCode) == ["IQ"])
  }

  @Test(arguments: [
    ("About 20 people", "20", true), ("Nearly 100 people", "100", true), ("Some 45 people", "45", true),
    ("Almost a dozen people", "12", true), ("Close to thirty people", "30", true), ("Around 20 people", "20", true),
    ("At least 20 people", "at least 20", false), ("An additional 20 people", "20", false),
    ("Some people", "at least 2", false),
  ])
  func approximationsAreSaid(_ who: String, _ count: String, _ isApproximate: Bool) throws {
    let incidents = try Self.page("\(who) were killed in Hajin on 4 May 2018.").incidents
    #expect(incidents.map { $0.killed?.value.description } == [count])
    #expect(incidents.map(\.isApproximate) == [isApproximate])
  }

  @Test(arguments: [
    ("The bombardment of Hajin on 4 May 2018 killed two girls.", ["civilians|2|-|2018-05-04|Hajin"]),
    ("The shelling of the town of Hajin killed one.", ["unknown|1|-|-|Hajin"]),
    ("A raid on Hajin on 4 May 2018 killed two rescuers.", ["civilians|2|-|2018-05-04|Hajin"]),
    ("Five detainees were executed in Hajin on 4 May 2018.", ["unknown|5|-|2018-05-04|Hajin"]),
    ("Police found the bodies of seven men near Hajin on 4 May 2018.", ["unknown|7|-|2018-05-04|Hajin"]),
    ("Police found the bodies of seven men in a mass grave near Hajin on 4 May 2018.", []),
    (
      "Shells hit Hajin and Shafa on 4 May 2018, wounding two boys in each village.",
      ["civilians|-|2|2018-05-04|Hajin", "civilians|-|2|2018-05-04|Shafa"]
    ),
    ("Shells wound two boys in Hajin each week.", []),
    (
      "Nine people were killed in Hajin, four in Shafa and two women near Susah on 4 May 2018.",
      [
        "unknown|9|-|2018-05-04|Hajin", "unknown|4|-|2018-05-04|Shafa", "civilians|2|-|2018-05-04|Susah",
      ]
    ),
    (
      "Raids killed one boy in Hajin on 4 May 2018 and two girls in Shafa on 5 May 2018.",
      ["civilians|1|-|2018-05-04|Hajin", "civilians|2|-|2018-05-05|Shafa"]
    ),
    (
      "Nine people were killed in Hajin on 4 May 2018, five in Shafa and four in Susah.",
      ["unknown|9|-|2018-05-04|Hajin"]
    ),
    (
      "Nine people were killed in Deir ez-Zor province on 4 May 2018, five in Shafa.",
      ["unknown|9|-|2018-05-04|Deir ez-Zor province"]
    ),
  ])
  func eachPlaceHasItsFigures(_ rule: Rule) throws { #expect(try Self.summaries(rule.text) == rule.incidents) }

  @Test func whoFoundTheDeadDidNotKillThem() throws {
    let page = try Self.page("Soldiers found the bodies of seven men near Hajin on 4 May 2018.")
    #expect(page.incidents.map(\.account.actor) == [nil])
  }

  /// What is left out is said with its line and reason, and without its words.
  @Test(arguments: [
    ("Police found six bodies in Shafa.", "line 3: not understood"),
    ("The toll of the raid on Shafa rose to 31.", "line 3: a total"),
    ("More than 500 people were killed in Shafa since January.", "line 3: a total"),
    ("If they return, many would be killed in Shafa.", "line 3: what may happen"),
    ("No one was killed in Shafa.", "line 3: denied, or nobody harmed"),
    ("The minister visited Shafa.", nil), ("Two men were killed in Shafa.", nil), ("Two men were killed.", nil),
  ])
  func sentencesLeftOutAreSaid(_ sentence: String, _ reason: String?) throws {
    let page = try Self.page("A shell killed two girls in Hajin on 4 May 2018.\n\n\(sentence)")
    #expect(page.diagnostics.count == (reason == nil ? 0 : 1))
    for diagnostic in page.diagnostics {
      #expect(diagnostic.message.hasSuffix(reason ?? "nothing"))
      #expect(!diagnostic.message.contains("Shafa"))
    }
  }

  @Test func aTextWithoutIncidentsSaysWhereToLook() {
    let error = #expect(throws: ReportError.self) { try Self.page("Police found six bodies in Shafa.") }
    #expect(error.map { "\($0)" }?.contains("line 1: not understood") == true)
  }

  @Test func onlyEnglishIsRead() throws {
    let arabic = "سقطت قذيفة على بيت في القرية صباح اليوم"
    let error = #expect(throws: ReportError.self) { try Self.page(arabic) }
    #expect(error.map { "\($0)" }?.contains("Only English text is read") == true)
    let mixed = try Self.page("A shell killed two girls in Hajin on 4 May 2018.\n\n\(arabic)")
    #expect(mixed.diagnostics.map { $0.message.hasSuffix("line 3") } == [true])
    #expect(try Self.page("A shell killed two girls in Hajin (هجين) on 4 May 2018.").diagnostics == [])
  }
}
