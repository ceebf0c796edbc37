import Formats
import Foundation
import Geo
import Incidents
import Publishing
import Reports
import TestSupport
import Testing

@testable import WebAtlas

@Suite struct AtlasPageTests {
  private static func source(_ page: AtlasPage) throws -> String {
    let file = try #require(try page.files().first { $0.path == "index.html" })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private static func data(_ source: String) throws -> JSON {
    let start = try #require(source.firstRange(of: "id=\"atlas-data\">")).upperBound
    let end = try #require(source[start...].firstRange(of: "</script>")).lowerBound
    return try JSON(reading: Array(source[start..<end].utf8), file: "atlas-data")
  }

  @Test(arguments: [0, 1, 3, 50])
  func everyIncidentIsThere(count: Int) throws {
    let page = try Fixture.page(count)
    let incidents = try #require(try Self.data(Self.source(page))["incidents"].array)
    #expect(incidents.map { $0["id"].string } == page.report.records.map(\.id))
    for (incident, located) in zip(incidents, page.located) {
      let text = incident["text"].array?.compactMap { $0.array?.first?.string }.joined()
      #expect(text == page.documents[0].text(located.incident.span))
    }
  }

  @Test func whatATextSaysIsNeverMarkup() throws {
    let source = try Self.source(try Fixture.page(50))
    #expect(!source.contains("<b title="))
    #expect(!source.contains("<img src=x"))
    #expect(!source.unicodeScalars.contains("\u{202E}"))
    let scripts = PageResources.names.count { $0.hasSuffix(".js") }
    #expect(source.ranges(of: "</script>").count == scripts + 1)
    #expect(source.ranges(of: "&lt;/script&gt;").count > 20)
  }

  @Test func nothingIsAskedOfTheNetwork() throws {
    for file in try Fixture.page().files() {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let addresses = text.matches(of: /(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}[^" )]*/).map { String($0.output) }
      #expect(addresses.filter { $0 != "http://www.w3.org/2000/svg" }.isEmpty, "\(file.path): \(addresses)")
      for dangerous in ["innerHTML", "eval(", "document.write", "insertAdjacentHTML", "fetch("] {
        #expect(!text.contains(dangerous), "\(file.path) has \(dangerous)")
      }
    }
  }

  @Test func thePageNamesWhatGoesBesideIt() throws {
    let page = try Fixture.page()
    let source = try Self.source(page)
    let paths = Set(try page.files().map(\.path))
    for name in source.matches(of: /(?:src|href)="(atlas\/[^"]+)"/).map({ String($0.output.1) }) {
      #expect(paths.contains(name))
    }
    for name in PageResources.names { #expect(source.contains("\"atlas/\(name)\""), "\(name) is not loaded") }
  }

  @Test func everyAnchorHasItsPart() throws {
    let source = try Self.source(try Fixture.page(50))
    let ids = Set(source.matches(of: /id="([^"]*)"/).map { String($0.output.1) })
    for anchor in source.matches(of: /href="#([^"=]*)"/).map({ String($0.output.1) }) {
      #expect(ids.contains(anchor), "#\(anchor) leads nowhere")
    }
  }

  @Test func itSaysWhatTheRunDid() throws {
    let source = try Self.source(try Fixture.page())
    for text in [
      "Reported civilian-harm incidents in Examplia", "Feb 1, 2018 – Feb 3, 2018",
      "of 4 or more incidents within 2.5 km",
      "0 right, 1 wrong", "✗ does not hold", "1 place that a person must look at", "width=\"720\" height=\"901\"",
      "3 place names were looked up", "2 incidents are on the maps; 1 of them",
    ] {
      #expect(source.contains(text), "“\(text)” is missing")
    }
  }

  @Test(
    arguments: [
      ([.civilians, .civilians], true, "civilian-harm ", "3 civilians killed"),
      ([.civilians, .unknown], true, "civilian-harm ", "3 people killed (civilians, or not described)"),
      ([.civilians, .unknown], false, "", "1 civilian killed"),
      ([.civilians, .attackers], true, "", "1 civilian killed"),
      ([.unknown, .anyone], true, "", "1 person killed (civilian, or not described)"),
      ([.securityForces, .attackers], true, "", nil),
    ] as [([Victims], Bool, String, String?)])
  func civiliansAreNamedWhereAllAreCivilians(victims: [Victims], isStated: Bool, kind: String, sum: String?) throws {
    let page = try Fixture.page(2) { records in
      for index in records.indices {
        records[index].account.victims = victims[index]
        records[index].killed = index == 0 || isStated ? CountRange(index + 1) : nil
      }
    }
    #expect(page.title == "Reported \(kind)incidents in Examplia")
    let source = try Self.source(page)
    let words = sum.map { String($0.drop { $0 != " " }.dropFirst()) }
    #expect(source.contains(", as stated in") == (sum != nil))
    if let sum, let words {
      #expect(source.contains("<span>\(words), as stated in"))
      #expect(source.contains("; \(sum)\">"), "the summary says it too")
    }
  }

  @Test func datesSayHowManyHaveNone() throws {
    let page = try Fixture.page(3) { $0[1].date = nil }
    #expect(page.period == "Feb 1, 2018 – Feb 3, 2018, and 1 undated")
    #expect(try Fixture.page(3).period == "Feb 1, 2018 – Feb 3, 2018")
    #expect(try Fixture.page(2) { for index in $0.indices { $0[index].date = nil } }.period == "no dates stated")
  }

  @Test func kindsOfTextAreCounted() {
    #expect(DocumentKind.news.counted(1) == "1 news text")
    #expect(DocumentKind.news.counted(6) == "6 news texts")
    for kind in DocumentKind.allCases { #expect(kind.counted(1) != "1" + kind.counted(2).dropFirst(), "\(kind)") }
  }

  @Test func aPageIsTheSameTwice() throws {
    #expect(try Fixture.page(50).files() == (try Fixture.page(50).files()))
  }

  @Test func fieldsAreMarkedWhereTheyStand() throws {
    let document = try Fixture.document(1)
    let incident = try Fixture.located(in: document, count: 1)[0].incident
    let pieces = MarkedText.pieces(of: incident, in: document)
    #expect(pieces.map(\.field) == ["date", nil, "place", nil, "source", nil])
    #expect(pieces.map(\.text).joined() == document.text(incident.span))
    #expect(pieces[0].text == "Feb. 1, 2018")
  }

  @Test func bordersAreCompactAndShared() throws {
    func positions(_ box: [Double]) throws -> Set<[Int]> {
      let ring = try #require(CompactGeometry.json(Fixture.area(box)).array?.first?.array?.first?.array)
      let steps = ring.compactMap { $0.number.map { Int($0) } }
      var (position, found): ([Int], Set<[Int]>) = ([0, 0], [])
      for index in stride(from: 0, to: steps.count, by: 2) {
        position = [position[0] + steps[index], position[1] + steps[index + 1]]
        found.insert(position)
      }
      return found
    }
    let west = try positions([39, 33, 40.50037, 35])
    #expect(west == [[39000, 33000], [40500, 33000], [40500, 35000], [39000, 35000]])
    #expect(west.intersection(try positions([40.50037, 33, 42, 35])).count == 2)
    #expect(CompactGeometry.json(try Fixture.area([39, 33, 39.0001, 33.0001])) == .array([]), "a speck is left out")
  }
}
