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
  /// The countries and governorates with incidents that have no map, because no gazetteer has their outline.
  public let areasWithoutMap: [AtlasArea]
}

/// The main job: written reports in, maps out. The order of its lines is the architecture; nothing flows back.
/// - Parameters:
///   - documents: the reports, in the order in which their incidents are to be listed.
///   - tables: tables of incidents, whose incidents follow them.
///   - resolver: the gazetteers.
///   - parameters: the choices the results depend on.
///   - formats: the formats beside GeoJSON in which the incidents are wanted.
///   - labels: the script of the names on maps; all else calls places as the reports or the gazetteers do.
/// - Throws: `ReportError` for a document with nothing that can be mapped, and whatever the engine refuses.
public func mapReports(
  _ documents: [SourceDocument], tables: [TableReading] = [], resolver: Resolver, parameters: RunReport.Parameters,
  formats: [FeatureFormat] = [], labels: LabelScript = .latin
) throws -> MapRun {
  let reader = PageReader(countries: resolver.countryNames, covered: resolver.coveredCountries)
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

  let atlas = Atlas(resolver, script: labels)
  let months = figures.flatMap(\.self)
  let monthFiles = try figuresFiles(months, atlas: atlas)
  let named = labels.naming(records, resolver)
  let areas = try areaFiles(
    records, named: named, atlas: atlas, sources: MapSources(documents, readings, tables))
  let lookedUp = located.flatMap(\.self) + tables.flatMap(\.unresolved)
  var files = [IncidentFiles.all(records), ClusterFile.file(clustering.clusters), UnresolvedPlaces.file(lookedUp)]
  files += try incidentFiles(records, formats: formats)
  files += months.isEmpty ? [] : [FiguresTable.file(months)]
  files += monthFiles.flatMap(\.all) + areas.flatMap(\.all)
  let description = packageDescription(
    files, records: records, documents: documents.map(\.name) + tables.map(\.name), parameters: parameters)
  files.append(description)
  var report = RunReport(
    documents: documents.indices.map { reported(documents[$0], readings[$0], located[$0], figures[$0]) }
      + tables.map(\.document),
    records: records, clusterCount: clustering.clusters.count, parameters: parameters,
    files: files.map(\.path) + [RunReport.path])
  let page = try AtlasPage(
    report: report, documents: documents, located: lookedUp, areas: areas.map(\.area),
    figureMaps: monthFiles.map(\.map), basemap: atlas.basemap, mapNames: mapNames(records, named),
    placeCredits: placeCredits(records)
  ).files()
  report.files += page.map(\.path)
  return MapRun(
    report: report, files: files + page + [report.file],
    areasWithoutMap: areas.map(\.area).filter { $0.map == nil })
}

/// What maps call the places of records, where that is not what the records do.
private func mapNames(_ records: [IncidentRecord], _ named: [IncidentRecord]) -> [Location: String] {
  let names = zip(records, named).compactMap { record, named -> (Location, String)? in
    guard let location = record.location, let name = named.location?.placeName, name != location.placeName else {
      return nil
    }
    return (location, name)
  }
  return Dictionary(names, uniquingKeysWith: { first, _ in first })
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

/// The records of the releases by their months; as they were given, when one does not say.
private func oldestFirst(_ releases: [(month: CalendarDate?, records: [IncidentRecord])]) -> [[IncidentRecord]] {
  let months = releases.compactMap(\.month)
  guard months.count == releases.count else { return releases.map(\.records) }
  return releases.indices.sorted { (months[$0], $0) < (months[$1], $1) }.map { releases[$0].records }
}
