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
}
