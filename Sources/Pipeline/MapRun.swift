import Analysis
import Gazetteer
import Incidents
import Linking
import Publishing
import Reports
import WebAtlas

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
///   - resolver: the gazetteers.
///   - parameters: the choices the results depend on.
/// - Throws: `ReportError` for a document with nothing that can be mapped, and whatever the engine refuses.
public func mapReports(
  _ documents: [SourceDocument], resolver: Resolver, parameters: RunReport.Parameters
) throws -> MapRun {
  let reader = PageReader(countries: resolver.countryNames)
  let readings = try documents.map { try reader.read($0) }
  let located = readings.map { $0.incidentsByDocument.flatMap { resolver.resolve(document: $0) } }
  let all = located.map { $0.map { IncidentRecord($0) } }
  let releases = oldestFirst(readings).map { all[$0].filter { $0.account.kind == .release } }
  let records = joinedHistory(of: releases) + all.flatMap { $0.filter { $0.account.kind != .release } }
  let figures = readings.map { $0.figures.map(resolver.locate) }
  let clustering = try clusters(
    of: records, radius: parameters.clusterRadius, minimumIncidents: parameters.minimumIncidents)

  let atlas = Atlas(resolver)
  let months = figures.flatMap(\.self)
  let monthFiles = try figuresFiles(months, atlas: atlas)
  let areas = try areaFiles(records, atlas: atlas, sources: zip(documents, readings).map(sourceLine))
  let files =
    [
      IncidentFiles.all(records), ClusterFile.file(clustering.clusters), UnresolvedPlaces.file(located.flatMap(\.self)),
    ] + (months.isEmpty ? [] : [FiguresTable.file(months)])
    + monthFiles.flatMap { [$0.data, $0.map].compactMap(\.self) } + areas.flatMap(\.all)
  var report = RunReport(
    documents: documents.indices.map { reported(documents[$0], readings[$0], located[$0], figures[$0]) },
    records: records, clusterCount: clustering.clusters.count, parameters: parameters,
    files: files.map(\.path) + [RunReport.path])
  let page = try AtlasPage(
    report: report, documents: documents, located: located.flatMap(\.self), areas: areas.map(\.area),
    figureMaps: monthFiles.map(\.map), basemap: atlas.basemap, placeCredits: placeCredits(records)
  ).files()
  report.files += page.map(\.path)
  return MapRun(report: report, files: files + page + [report.file])
}

/// What the report says of one document.
private func reported(
  _ document: SourceDocument, _ reading: PageReading, _ located: [LocatedIncident], _ figures: [LocatedFigures]
) -> RunReport.Document {
  RunReport.Document(
    name: document.name, parts: reading.documents, figures: figures, ledger: reading.ledger,
    diagnostics: reading.diagnostics + gridDiagnostics(located)
      + figures.flatMap { figuresDiagnostics($0) { document.line(at: $0.start) } })
}

/// The numbers of the releases by their months; as they were given, when one does not say.
private func oldestFirst(_ readings: [PageReading]) -> [Int] {
  let months = readings.compactMap { $0.release?.month?.value.start }
  guard months.count == readings.count else { return Array(readings.indices) }
  return readings.indices.sorted { (months[$0], $0) < (months[$1], $1) }
}

/// What a map prints as the source of its incidents: `casualty release for 2019-04 (release.txt)`.
private func sourceLine(_ document: SourceDocument, _ reading: PageReading) -> String {
  let month = reading.release?.month.map { " for \($0.value)" } ?? ""
  let hasNews = reading.documents.contains { $0.kind != .release && $0.incidentCount > 0 }
  let kinds = [reading.release == nil ? nil : "casualty release" + month, hasNews ? "news text" : nil]
  return "\(kinds.compactMap(\.self).joined(separator: " and ")) (\(document.name))"
}
