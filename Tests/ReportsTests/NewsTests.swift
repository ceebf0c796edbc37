import Foundation
import Incidents
import Testing

@testable import Reports

/// Incidents read from sentences of our own, which are labeled by hand: one set to develop with, one to measure on.
@Suite struct NewsTests {
  struct Sentence {
    let set: String
    let text: String
    /// `victims|killed|injured|date|place`, one for each incident.
    let incidents: [String]
  }

  static let sentences: [Sentence] = {
    guard let bytes = try? PageTests.fixture("news-sentences.tsv") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Sentence(
        set: cells[0], text: cells[1],
        incidents: cells[2].isEmpty ? [] : cells[2].components(separatedBy: ";;"))
    }
  }()

  /// The sets were labeled for a page of April 2019.
  static func incidents(_ text: String) throws -> [Incident] {
    let document = try SourceDocument(name: "news.txt", bytes: Array(text.utf8))
    let reader = NewsReader(
      document: document, countries: countries, pageDate: CalendarDate(year: 2019, month: 4, day: 30))
    return reader.read(0..<document.bytes.count, publisher: nil, firstOrdinal: 1).incidents
  }

  static func summary(_ incident: Incident) -> String {
    let mention = incident.mentions.first.map { ([$0.name] + $0.parents).joined(separator: ", ") }
    return [
      incident.account.victims.rawValue, incident.killed?.value.description ?? "-",
      incident.injured?.value.description ?? "-", incident.date?.value.description ?? "-", mention ?? "-",
    ].joined(separator: "|")
  }

  /// How many incidents were found, were there, and agree: wholly, and in that there is one at all.
  struct Score: CustomStringConvertible {
    var found = 0
    var labeled = 0
    var exact = 0
    var detected = 0

    var precision: Double { Double(detected) / Double(max(1, found)) }
    var recall: Double { Double(detected) / Double(max(1, labeled)) }
    var exactShare: Double { Double(exact) / Double(max(1, labeled)) }

    var description: String {
      func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
      return "precision \(percent(precision)), recall \(percent(recall)), every field right \(percent(exactShare)) "
        + "(\(labeled) incidents labeled, \(found) found)"
    }
  }

  static func score(_ set: String) throws -> (score: Score, misses: [String]) {
    var score = Score()
    var misses: [String] = []
    for sentence in sentences where sentence.set == set {
      let found = try incidents(sentence.text).map(summary)
      score.found += found.count
      score.labeled += sentence.incidents.count
      score.detected += min(found.count, sentence.incidents.count)
      score.exact += found.count { sentence.incidents.contains($0) }
      if found != sentence.incidents { misses.append("\(sentence.text)\n  is \(sentence.incidents)\n  not \(found)") }
    }
    return (score, misses)
  }

  @Test func developmentSet() throws {
    let (score, misses) = try Self.score("dev")
    print("News sentences, development set: \(score)")
    print(misses.joined(separator: "\n"))
    #expect(score.precision == 1)
    #expect(score.recall >= 0.95)
  }

  @Test func testSet() throws {
    let (score, misses) = try Self.score("test")
    print("News sentences, test set: \(score)")
    print(misses.joined(separator: "\n"))
    #expect(score.precision >= 0.95)
    #expect(score.recall >= 0.8)
  }

  @Test(arguments: ["blind", "final", "heldout", "fifth"])
  func laterSets(_ set: String) throws {
    let (score, misses) = try Self.score(set)
    print("News sentences, \(set) set: \(score)")
    print(misses.joined(separator: "\n"))
    #expect(score.precision >= 0.9)
    #expect(score.recall >= 0.85)
  }
}
