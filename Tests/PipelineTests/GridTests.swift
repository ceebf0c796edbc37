import Gazetteer
import Geo
import Incidents
import Linking
import Pipeline
import Publishing
import Reports
import TestSupport
import Testing

/// Grids beside names, from a text to what is published.
@Suite struct GridTests {
  static let resolver = Result {
    try Resolver(sources: [GazetteerSource(path: packageRoot.appending(path: "Gazetteer").path)])
  }

  private func run(_ texts: [String]) throws -> MapRun {
    let documents = try texts.enumerated().map {
      try SourceDocument(name: "release-\($0.offset + 1).txt", bytes: Array($0.element.utf8))
    }
    return try mapReports(
      documents, resolver: Self.resolver.get(),
      parameters: .init(clusterRadius: .kilometers(5), minimumIncidents: 3, gazetteers: ["shipped"]))
  }

  private func record(_ entry: String) throws -> (IncidentRecord, [Diagnostic]) {
    let run = try run(["Open Reports: one\n\nMar. 3, 2019, in \(entry)\n"])
    return (try #require(run.report.records.first), run.report.documents[0].diagnostics)
  }

  /// Beside Raqqa (35.953 N 39.008 E, within 4.5 km): grids in the town, 16 km off, 122 km off, in Iraq (the distances are
  /// those of GeographicLib's GeodSolve), and
  /// three that are no grids.
  @Test(arguments: [
    ("37SEV0079", "coordinates", 0.9...1, [], 0),
    ("37SEV008787", "coordinates", 0.9...1, [], 0),
    ("37SEV1234567890", "coordinates", 0.9...1, ["grid is 16 km from the named place"], 1),
    ("37SDA049548", "coordinates", 0.5...0.75, ["grid is 122 km from the named place"], 1),
    (
      "38SLF1234567890", "exact", 0.9...1,
      ["country disagrees", "grid is 360 km from the named place", "grid cannot be used"], 1
    ),
    ("377SFU049548", "exact", 0.9...1, ["grid cannot be used"], 1),
    ("37SDA04954", "exact", 0.9...1, ["grid cannot be used"], 1),
    ("37SDAO49548", "exact", 0.9...1, ["grid cannot be used"], 1),
  ])
  func besideRaqqa(
    _ grid: String, _ match: String, _ confidence: ClosedRange<Double>, _ flags: [String], _ diagnostics: Int
  ) throws {
    let (record, found) = try record("Raqqah, Syria, via self-report. Nothing. 2904/CS170 \(grid)")
    #expect(record.identifiers == ["2904", "CS170"])
    #expect(record.grid?.reference == grid)
    #expect(record.location?.match.rawValue == match)
    #expect(confidence.contains(record.location?.confidence ?? 0))
    #expect(record.flags == flags)
    #expect(found.count == diagnostics, "\(found)")
    // Both are kept, whichever is drawn.
    #expect(record.places.first?.location?.placeName == "Raqqa")
  }

  /// A name that no gazetteer knows, and a grid: the incident is on the map.
  @Test func aGridStandsForAnUnknownName() throws {
    let (record, _) = try record("Xqzwvk, Syria, via self-report. Nothing. 37SEV1234567890")
    #expect(record.location?.governorate?.code == "SY-RA")
    #expect(record.grid?.distanceMeters == nil)
  }

  /// The same incident in three releases is one feature, with what the older ones said.
  @Test func releasesAreJoined() throws {
    let months = ["January", "March", "February"]
    let entries = [
      "Open Reports: one\n\nAug. 1, 2018, near al-Shajlah, Syria, via self-report.",
      "Credible Reports: one\n\nAug. 1, 2018, near Ash Shajilah, Syria, via self-report. Two civilians were killed.",
      "Non-Credible Reports: one\n\nAug. 1, 2018, near Ash Shajlah, Syria, via self-report.",
    ]
    let run = try run(zip(months, entries).map { "A report until the end of \($0) 2019.\n\n\($1)\n" })
    #expect(run.report.records.map(\.id) == ["release-2.txt#1"])
    #expect(run.report.records[0].history.map(\.assessment) == [.open, .nonCredible])
  }

  /// What a run wrote and the text it was made from are the same release.
  @Test func aWrittenRunComparesLikeItsText() throws {
    let text = try String(contentsOf: packageRoot.appending(path: "Examples/release.txt"), encoding: .utf8)
    let read = try ReleaseFile.records(Array(text.utf8), name: "release.txt") { try Self.resolver.get() }
    let run = try run([text])
    let file = try #require(run.files.first { $0.path == "incidents.geojson" })
    let written = try ReleaseFile.records(file.bytes, name: file.path) { try Self.resolver.get() }
    for other in [read, written] {
      let comparison = ReleaseComparison(old: read, new: other)
      #expect(comparison.changes.isEmpty)
      #expect(comparison.unchangedCount == 133)
    }
  }
}
