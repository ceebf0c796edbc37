import Foundation
import Formats
import Gazetteer
import Geo
import Incidents
import Pipeline
import Publishing
import Reports
import TestSupport
import Testing

/// A page of figures and news from the file to the maps.
@Suite struct PageExampleTests {
  static func run(_ path: URL) throws -> MapRun {
    let resolver = try Resolver(sources: [GazetteerSource(path: packageRoot.appending(path: "Gazetteer").path)])
    let document = try SourceDocument(name: "page.txt", bytes: [UInt8](Data(contentsOf: path)))
    return try mapReports(
      [document], resolver: resolver,
      parameters: .init(clusterRadius: .kilometers(5), minimumIncidents: 3, gazetteers: ["shipped"]))
  }

  static func features(_ run: MapRun, _ path: String) throws -> [Feature] {
    let file = try #require(run.files.first { $0.path == path })
    return try GeoJSON.read(file.bytes, file: path)
  }

  /// `governorate killed injured`, `-` where there is none.
  static func summary(_ features: [Feature]) -> [String] {
    features.map { feature in
      let numbers = ["killed", "injured"].map { key in
        feature.properties[key]?.number.map { "\(Int($0))" } ?? "-"
      }
      let code = feature.properties["governorate_code"]?.string ?? "-"
      return ([code] + numbers).joined(separator: " ")
    }
  }

  @Test func theExamplePage() throws {
    let run = try Self.run(packageRoot.appending(path: "Examples/page.txt"))
    #expect(run.report.documents[0].parts.map(\.kind) == [.news, .figures, .skipped])
    let month = try Self.features(run, "figures/2019-01.geojson")
    #expect(
      Self.summary(month) == [
        "IQ-NI 5 9", "IQ-BG 4 8", "IQ-DI 6 2", "IQ-SD 1 3", "IQ-DQ 0 2", "IQ-AN - -", "- 5 6",
      ])
    for feature in month { #expect(feature.geometry.map(Self.isArea) ?? true, "figures are never points") }
    let incidents = try Self.features(run, "incidents.geojson")
    #expect(incidents.count == 4)
    #expect(incidents.allSatisfy { $0.properties["document_type"] == .string("news text") })
    #expect(run.files.contains { $0.path == "figures/2019-01.svg" })
    #expect(run.report.documents[0].ledger.count(.doesNotHold) == 0)
  }

  private static func isArea(_ geometry: Geometry) -> Bool {
    if case .area = geometry { true } else { false }
  }

  @Test(.enabled(if: sharedFolder != nil, "../shared is not on this machine"))
  func thePage() throws {
    let run = try Self.run(#require(sharedFolder).appending(path: "report/page.txt"))
    #expect(
      Self.summary(try Self.features(run, "figures/2018-12.geojson")) == [
        "IQ-NI 7 19", "IQ-BG 17 3", "IQ-SD 3 3", "IQ-AN - -", "- 5 7",
      ])
    #expect(
      Self.summary(try Self.features(run, "figures/2018-11.geojson")) == [
        "IQ-BG 23 32", "IQ-NI 8 19", "IQ-AN 4 15", "- 6 7",
      ])
    let records = try Self.features(run, "incidents.geojson").map { try IncidentRecord($0, file: "") }
    let news = records.filter { $0.account.kind == .news }
    #expect(records.count == 140)
    // Crops burned in four governorates: an area of all of them, in none alone.
    #expect(
      news.map { $0.location?.governorate?.code } == [
        nil, "IQ-NI", "IQ-AN", "IQ-NI", "IQ-NI", "IQ-NA", "IQ-SD",
      ])
    #expect(news.first?.location?.placeName == "Kirkuk, Ninewa, Salah al-Din, Diyala")
    // Five attackers are no harmed civilians.
    let killed = news.compactMap { $0.civiliansKilled?.min }
    #expect(killed == [101, 1, 1, 6])
  }
}
