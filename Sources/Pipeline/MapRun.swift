import Analysis
import Gazetteer
import Incidents
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
///   - resolver: the gazetteers.
///   - parameters: the choices the results depend on.
/// - Throws: `ReportError` for a document with nothing that can be mapped, and whatever the engine refuses.
public func mapReports(
  _ documents: [SourceDocument], resolver: Resolver, parameters: RunReport.Parameters
) throws -> MapRun {
  let reader = PageReader(countries: resolver.countryNames)
  let readings = try documents.map { try reader.read($0) }
  let located = readings.flatMap(\.incidentsByDocument).flatMap { resolver.resolve(document: $0) }
  let records = located.map { IncidentRecord($0) }
  let figures = readings.map { $0.figures.map(resolver.locate) }
  let clustering = try clusters(
    of: records, radius: parameters.clusterRadius, minimumIncidents: parameters.minimumIncidents)

  var files = [IncidentFiles.all(records), ClusterFile.file(clustering.clusters), UnresolvedPlaces.file(located)]
  let atlas = Atlas(resolver)
  files += try figuresFiles(figures.flatMap(\.self), atlas: atlas)
  files += try areaFiles(records, atlas: atlas, sources: zip(documents, readings).map(sourceLine))
  let report = RunReport(
    documents: zip(documents, zip(readings, figures)).map { document, result in
      let (reading, figures) = result
      return RunReport.Document(
        name: document.name, parts: reading.documents, figures: figures, ledger: reading.ledger,
        diagnostics: reading.diagnostics
          + figures.flatMap { figuresDiagnostics($0) { document.line(at: $0.start) } })
    },
    records: records, clusterCount: clustering.clusters.count, parameters: parameters,
    files: files.map(\.path) + [RunReport.path])
  return MapRun(report: report, files: files + [report.file])
}

/// What a map prints as the source of its incidents: `casualty release for 2019-04 (release.txt)`.
private func sourceLine(_ document: SourceDocument, _ reading: PageReading) -> String {
  let month = reading.release?.month.map { " for \($0.value)" } ?? ""
  let hasNews = reading.documents.contains { $0.kind != .release && $0.incidentCount > 0 }
  let kinds = [reading.release == nil ? nil : "casualty release" + month, hasNews ? "news text" : nil]
  return "\(kinds.compactMap(\.self).joined(separator: " and ")) (\(document.name))"
}
