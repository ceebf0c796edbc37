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

private func bytes(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: packageRoot.appending(path: path)))
}

@Suite struct ExampleTests {
  /// The run that `./do map` makes.
  static let run = Result {
    let resolver = try Resolver(sources: [GazetteerSource(path: packageRoot.appending(path: "Gazetteer").path)])
    let document = try SourceDocument(name: "release.txt", bytes: bytes("Examples/release.txt"))
    return try mapReports(
      [document], resolver: resolver,
      parameters: .init(clusterRadius: .kilometers(5), minimumIncidents: 3, gazetteers: ["shipped"]))
  }

  @Test func theCommittedOutputIsReproducedByteForByte() throws {
    for file in try Self.run.get().files {
      let committed = try #require(try? bytes("Output/\(file.path)"), "Output/\(file.path) is missing: run ./do map")
      let isReproduced = committed == file.bytes
      #expect(isReproduced, "Output/\(file.path) differs: run ./do map and look at what changed")
    }
  }

  /// Leaflet, which a run puts beside its page, is ignored by git.
  @Test func nothingElseIsCommittedThere() throws {
    let paths =
      FileManager.default.enumerator(atPath: packageRoot.appending(path: "Output").path)?
      .compactMap { $0 as? String }.filter { $0.contains(".") && !$0.hasPrefix("leaflet/") } ?? []
    #expect(Set(paths) == Set(try Self.run.get().files.map(\.path)))
  }

  @Test func everyEntryIsAFeatureAndEverySumAgrees() throws {
    let run = try Self.run.get()
    let records = try IncidentFiles.read(try #require(run.files.first).bytes, file: "incidents.geojson")
    #expect(records.count == 133)
    #expect(run.report.count(.nonCredible) == 15)
    #expect(run.report.count(.open) == 111)
    for country in ["iraq/iraq", "syria/syria"] {
      let whole = try features(run, "\(country).geojson")
      let parts = try run.files.filter {
        $0.path.hasPrefix(country.prefix { $0 != "/" } + "/") && $0.path.hasSuffix(".geojson")
          && $0.path != "\(country).geojson"
      }.flatMap { try GeoJSON.read($0.bytes, file: $0.path) }
      #expect(Set(parts.compactMap(\.id)).isSubset(of: Set(whole.compactMap(\.id))))
      let withGovernorate = whole.filter { $0.properties["governorate_code"] != .null }
      #expect(parts.count == withGovernorate.count)
    }
  }

  @Test func noCoordinateIsFinerThanItsUncertainty() throws {
    for feature in try features(Self.run.get(), "incidents.geojson") {
      guard case .point(let coordinate) = feature.geometry,
        let uncertainty = feature.properties["uncertainty_m"]?.number
      else { continue }
      let decimals = decimalsOfDegree(uncertaintyMeters: uncertainty)
      #expect(coordinate.longitude.rounded(toDecimals: decimals) == coordinate.longitude)
      #expect(coordinate.latitude.rounded(toDecimals: decimals) == coordinate.latitude)
    }
  }

  @Test func aSpanLeadsBackToTheEntry() throws {
    let text = try bytes("Examples/release.txt")
    for feature in try features(Self.run.get(), "incidents.geojson") {
      let record = try IncidentRecord(feature, file: "")
      let entry = String(decoding: text[record.span.start..<record.span.end], as: UTF8.self)
      #expect(record.place.map { entry.contains($0) } ?? true)
    }
  }

  @Test func aRunIsTheSameTwice() throws {
    let resolver = try Resolver(sources: [GazetteerSource(path: packageRoot.appending(path: "Gazetteer").path)])
    let document = try SourceDocument(name: "release.txt", bytes: bytes("Examples/release.txt"))
    let again = try mapReports(
      [document], resolver: resolver,
      parameters: .init(clusterRadius: .kilometers(5), minimumIncidents: 3, gazetteers: ["shipped"]))
    #expect(again.files == (try Self.run.get().files))
  }

  private func features(_ run: MapRun, _ path: String) throws -> [Feature] {
    let file = try #require(run.files.first { $0.path == path })
    return try GeoJSON.read(file.bytes, file: path)
  }
}
