import Analysis
import Gazetteer
import Incidents
import Linking
import Publishing
import Reports

/// What a run gave: what was found, and the files to be written.
public struct MapRun: Sendable {
  /// What was found.
  public let report: RunReport
  /// All files, as paths below the output folder.
  public let files: [OutputFile]
}

/// The main job: written reports in, maps out. The order of its lines is the architecture; nothing flows back.
/// - Parameters:
///   - documents: the reports, in the order in which their incidents are to be listed.
///   - tables: tables of incidents, whose incidents follow them.
///   - resolver: the gazetteers.
///   - parameters: the choices the results depend on.
///   - formats: the formats beside GeoJSON in which the incidents are wanted.
/// - Throws: `ReportError` for a document with nothing that can be mapped, and whatever the engine refuses.
public func mapReports(
  _ documents: [SourceDocument], tables: [TableReading] = [], resolver: Resolver, parameters: RunReport.Parameters,
  formats: [FeatureFormat] = []
) throws -> MapRun {
  let reader = PageReader(countries: resolver.countryNames)
  let readings = try documents.map { try reader.read($0) }
  let parts = readings.map { $0.incidentsByDocument.map { resolver.resolve(document: $0) } }
  let located = parts.map { $0.flatMap(\.self) }
  let releases = zip(readings, parts).flatMap { reading, parts in
    zip(reading.releases, parts).map { (month: $0.month?.value.start, records: $1.map { IncidentRecord($0) }) }
  }
  let others = zip(readings, parts).flatMap { $1.dropFirst($0.releases.count).joined() }
  let records =
    joinedHistory(of: oldestFirst(releases)) + others.map { IncidentRecord($0) } + tables.flatMap(\.records)
  let figures = readings.map { $0.figures.map(resolver.locate) }
  let clustering = try clusters(
    of: records, radius: parameters.clusterRadius, minimumIncidents: parameters.minimumIncidents)

  var files = [
    IncidentFiles.all(records), ClusterFile.file(clustering.clusters),
    UnresolvedPlaces.file(located.flatMap(\.self) + tables.flatMap(\.unresolved)),
  ]
  files += try incidentFiles(records, formats: formats)
  let atlas = Atlas(resolver)
  files += try figuresFiles(figures.flatMap(\.self), atlas: atlas)
  files += try areaFiles(
    records, atlas: atlas, sources: zip(documents, readings).map(sourceLine) + tables.map(\.sourceLine))
  let description = packageDescription(
    files, records: records, documents: documents.map(\.name) + tables.map(\.name), parameters: parameters)
  files.append(description)
  let report = RunReport(
    documents: documents.indices.map { number in
      let (document, reading) = (documents[number], readings[number])
      return RunReport.Document(
        name: document.name, parts: reading.documents, figures: figures[number], ledger: reading.ledger,
        diagnostics: reading.diagnostics + gridDiagnostics(located[number])
          + figures[number].flatMap { figuresDiagnostics($0) { document.line(at: $0.start) } })
    } + tables.map(\.document),
    records: records, clusterCount: clustering.clusters.count, parameters: parameters,
    files: files.map(\.path) + [RunReport.path])
  return MapRun(report: report, files: files + [report.file])
}

/// The records of the releases by their months; as they were given, when one does not say.
private func oldestFirst(_ releases: [(month: CalendarDate?, records: [IncidentRecord])]) -> [[IncidentRecord]] {
  let months = releases.compactMap(\.month)
  guard months.count == releases.count else { return releases.map(\.records) }
  return releases.indices.sorted { (months[$0], $0) < (months[$1], $1) }.map { releases[$0].records }
}

/// What a map prints as the source of its incidents: `casualty release for 2019-04 (release.txt)`.
private func sourceLine(_ document: SourceDocument, _ reading: PageReading) -> String {
  let months = reading.releases.compactMap { $0.month?.value.description }
  let release = reading.releases.count > 1 ? "casualty releases" : "casualty release"
  let hasNews = reading.documents.contains { $0.kind != .release && $0.incidentCount > 0 }
  let dated = months.isEmpty ? release : "\(release) for \(months.joined(separator: ", "))"
  let kinds = [reading.releases.isEmpty ? nil : dated, hasNews ? "news text" : nil]
  return "\(kinds.compactMap(\.self).joined(separator: " and ")) (\(document.name))"
}
