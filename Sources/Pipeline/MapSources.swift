import Incidents
import Reports

/// What maps say of the documents that their incidents are from.
struct MapSources: Sendable {
  /// By the name of the document: what its releases are called, and what its table is read as.
  private var releases: [String: String] = [:]
  private var tables: [String: String] = [:]

  init(_ documents: [SourceDocument], _ readings: [PageReading], _ tables: [TableReading]) {
    for (document, reading) in zip(documents, readings) { releases[document.name] = Self.name(of: reading.releases) }
    for table in tables { self.tables[table.name] = table.title }
  }

  /// `casualty release for 2019-04`
  private static func name(of releases: [ReleaseReading]) -> String {
    let months = releases.compactMap { $0.month?.value.description }
    let name = releases.count > 1 ? "casualty releases" : "casualty release"
    return months.isEmpty ? name : "\(name) for \(months.joined(separator: ", "))"
  }

  /// `casualty release for 2019-04 and news text (release.txt)`: a line for each document that the incidents are from,
  /// with the kinds of text that tell of these.
  func lines(of records: [IncidentRecord]) -> [String] {
    Dictionary(grouping: records, by: \.document).sorted { $0.key < $1.key }.map { document, records in
      if let title = tables[document] { return "table, read as \(title) (\(document))" }
      let kinds = Set(records.map(\.account.kind))
      let names = DocumentKind.allCases.filter(kinds.contains).map {
        $0 == .release ? releases[document] ?? "casualty release" : $0.rawValue
      }
      return "\(names.joined(separator: " and ")) (\(document))"
    }
  }
}
