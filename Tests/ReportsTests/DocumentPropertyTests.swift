import Incidents
import TestSupport
import Testing

@testable import Reports

/// Pages put together at random from words that readers look for: nothing crashes, and every span stands in the page.
@Suite struct DocumentPropertyTests {
  private static let words = [
    "killed", "wounded", "injured", "were", "was", "had", "three", "13", "others", "civilians", "and", "or", ",", ".",
    ";",
    "in", "near", "of", "the", "Mosul", "Kirkuk", "al-Foo", "governorate", "village", "northwest", "between", "Feb.",
    "3",
    "2019", "May", "said", "that", "police", "“", "”", "\"", "(", ")", "\n\n", "\n", "By", "for", "From", "Source:",
    "Click here", "a total of", "Iraqi", "UNAMI", "casualties", "Anbar", "none", "another", "Open Reports:", "via",
    "Iraq",
    "militants", "IS", "attacked", "opened fire", "killing", "them", "all", "car bomb", "including", "members",
    "family",
    "at least", "up to", "dozens", "his", "same day", "they", "?", "’", "é", "\u{A0}", "*", "-", "07", "Five", "who",
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func spansStandInThePage(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for round in 0..<150 {
      let count = Int.random(in: 1...60, using: &generator)
      let text = (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      guard let document = try? SourceDocument(name: "p", bytes: Array(text.utf8)),
        let page = try? PageReader(countries: countries).read(document)
      else { continue }
      let spans =
        page.documents.map(\.span) + page.incidents.map(\.span) + page.incidents.flatMap { $0.mentions.map(\.span) }
        + page.figures.map(\.span) + page.ledger.rows.map(\.stated.span)
      #expect(spans.allSatisfy { $0.end <= document.bytes.count }, "seed \(seed), round \(round)")
      #expect(page.incidents.map(\.ordinal) == Array(1..<page.incidents.count + 1), "seed \(seed), round \(round)")
    }
  }

  /// Long input in one line, or in many, is read in time that grows with its length.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["a ", "killed ", "three people ", "“", "in Foo and Bar, ", "\n\n", "By A ", "Feb. 3 ", "between "])
  func longPages(_ part: String) {
    let text = "A bomb killed two people in Foo. " + String(repeating: part, count: 20_000 / part.utf8.count)
    #expect(throws: Never.self) {
      _ = try? PageReader(countries: countries).read(SourceDocument(name: "p", bytes: Array(text.utf8)))
    }
  }
}
