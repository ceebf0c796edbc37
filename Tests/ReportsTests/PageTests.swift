import Foundation
import Incidents
import TestSupport
import Testing

@testable import Reports

/// The release of April 2019: as an example in words of our own, and the page itself where this machine has it.
@Suite struct PageTests {
  /// The facts of an entry that were read off the page by hand.
  struct Facts: Equatable {
    var section, date, place, country, sources: String
    var reopened: Bool
  }

  static func example() throws -> [UInt8] {
    Array(try Data(contentsOf: packageRoot.appending(path: "Examples/release.txt")))
  }

  static func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: packageRoot.appending(path: "Tests/Fixtures/\(name)")))
  }

  static let facts: [Facts] = {
    guard let bytes = try? fixture("release-2019-04.tsv") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Facts(
        section: cells[0], date: cells[1], place: cells[2], country: cells[3], sources: cells[4],
        reopened: cells[5] == "reopened")
    }
  }()

  static func facts(of incident: Incident) -> Facts {
    Facts(
      section: incident.assessment.rawValue, date: incident.date?.value.description ?? "",
      place: incident.placePhrase?.value ?? "", country: incident.mentions.first?.country ?? "",
      sources: incident.sources.map(\.value).joined(separator: "+"), reopened: incident.reopened != nil)
  }

  static func read(_ bytes: [UInt8]) throws -> ReleaseReading {
    try ReleaseReader(countries: countries).read(SourceDocument(name: "release.txt", bytes: bytes))
  }

  private func expectFacts(_ bytes: [UInt8]) throws {
    let reading = try Self.read(bytes)
    #expect(Self.facts.count == 133)
    #expect(reading.incidents.count == Self.facts.count)
    for (incident, expected) in zip(reading.incidents, Self.facts) { #expect(Self.facts(of: incident) == expected) }
    #expect(reading.diagnostics == [])
    #expect(reading.month?.value.description == "2019-04")
    let harm = reading.incidents.filter { $0.killed != nil || $0.injured != nil }.map {
      "\($0.killed?.value.description ?? "-") \($0.injured?.value.description ?? "-")"
    }
    #expect(harm == ["5 9", "- 3", "3 1", "3 -", "2 -", "- 1", "1 -"])
    let published = reading.incidents.map { $0.previouslyReported?.value }
    #expect(published == [false, false, false] + Array(repeating: nil, count: 129) + [true])
  }

  private func expectLedger(_ bytes: [UInt8]) throws {
    let ledger = try Self.read(bytes).ledger
    #expect(ledger.count(.doesNotHold) == 0)
    let rows = Set(ledger.rows.map { "\($0.figure) \($0.stated.value) \($0.verdict.rawValue)" })
    #expect(
      rows == [
        "strikes-to-date 34502 cannot be checked", "deaths-to-date 1302 cannot be checked",
        "carried-over-reports 122 cannot be checked", "new-reports 7 cannot be checked",
        "completed-reports 18 holds", "completed-reports-balance 18 holds", "credible-reports 3 holds",
        "deaths-in-credible-reports 5 holds", "non-credible-reports 15 holds", "open-reports 111 holds",
        "open-reports-balance 111 holds", "reopened-reports 3 holds",
        "credible-reports-not-previously-reported 3 holds",
      ])
  }

  /// Removing any one entry of the lists must show in the ledger, in a row of that list.
  private func expectAlarms(_ bytes: [UInt8]) throws {
    let whole = try Self.read(bytes)
    for incident in whole.incidents.dropLast() {
      var fewer = bytes
      fewer.removeSubrange(incident.span.start..<incident.span.end)
      let reading = try Self.read(fewer)
      let failing = Set(reading.ledger.rows.filter { $0.verdict == .doesNotHold }.map(\.figure))
      var expected: Set<String> = []
      switch incident.assessment {
      case .open: expected = ["open-reports"]
      case .nonCredible: expected = ["non-credible-reports", "completed-reports"]
      default:
        expected = ["credible-reports-not-previously-reported"]
        if incident.previouslyReported == nil { expected = ["credible-reports", "completed-reports"] }
      }
      if incident.reopened != nil { expected.insert("reopened-reports") }
      if incident.assessment == .credible && incident.previouslyReported == nil && incident.killed != nil {
        expected.insert("deaths-in-credible-reports")
      }
      #expect(failing == expected, "without line \(incident.line)")
      #expect(reading.incidents.count == whole.incidents.count - 1)
    }
  }

  @Test func exampleIsReadWhole() throws { try expectFacts(Self.example()) }
  @Test func exampleAddsUp() throws { try expectLedger(Self.example()) }
  @Test func exampleNoticesLoss() throws { try expectAlarms(Self.example()) }

  @Test(.enabled(if: pageBytes != nil, "../shared/report/page.txt is not on this machine"))
  func pageIsReadWhole() throws { try expectFacts(#require(pageBytes)) }

  @Test(.enabled(if: pageBytes != nil, "../shared/report/page.txt is not on this machine"))
  func pageAddsUp() throws { try expectLedger(#require(pageBytes)) }

  @Test(.enabled(if: pageBytes != nil, "../shared/report/page.txt is not on this machine"))
  func pageNoticesLoss() throws { try expectAlarms(#require(pageBytes)) }

  @Test(.enabled(if: pageBytes != nil, "../shared/report/page.txt is not on this machine"))
  func exampleReadsLikeThePage() throws {
    let page = try Self.read(#require(pageBytes))
    let example = try Self.read(Self.example())
    #expect(Set(page.ledger.rows.map(Self.verdict)) == Set(example.ledger.rows.map(Self.verdict)))
    #expect(page.incidents.map(Self.values) == example.incidents.map(Self.values))
  }

  @Test(.enabled(if: pageBytes != nil, "../shared/report/page.txt is not on this machine"))
  func exampleQuotesNoSentenceOfThePage() throws {
    let page = Self.plainWords(try #require(pageBytes))
    let known = Set((0..<page.count - 8).map { page[$0..<$0 + 8].joined(separator: " ") })
    let bytes = try Self.example()
    for incident in try Self.read(bytes).incidents {
      guard let narrative = incident.narrative else { continue }
      let words = Self.plainWords(Array(narrative.value.utf8))
      guard words.count >= 8 else { continue }
      for start in 0...words.count - 8 {
        #expect(!known.contains(words[start..<start + 8].joined(separator: " ")))
      }
    }
  }

  private static func plainWords(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func verdict(_ row: Ledger.Row) -> String {
    "\(row.figure) \(row.stated.value) \(row.counted ?? -1) \(row.verdict)"
  }

  private static func values(_ incident: Incident) -> String {
    let mentions = incident.mentions.map { "\($0.name)|\($0.parents)|\($0.countryCode ?? "-")" }
    let harm = [incident.killed, incident.injured].map { $0?.value.description ?? "-" }
    return "\(facts(of: incident)) \(mentions) \(harm) \(String(describing: incident.previouslyReported?.value))"
  }
}
