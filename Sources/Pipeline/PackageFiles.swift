import Formats
import Foundation
import Incidents
import Publishing

/// The incidents in formats beside GeoJSON: `incidents.gpkg`.
func incidentFiles(_ records: [IncidentRecord], formats: [FeatureFormat]) throws -> [OutputFile] {
  let beside = FeatureFormat.allCases.filter { $0 != .geojson && formats.contains($0) }
  if beside.isEmpty { return [] }
  let folder = FileManager.default.temporaryDirectory.appending(path: "incident-mapper-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let features = records.map { Feature($0) }
  let columns = IncidentFields.columns(of: records)
  return try beside.map { format in
    if format == .csv { return OutputFile(path: "incidents.csv", bytes: IncidentTable.csv(features, columns: columns)) }
    let target = folder.appending(path: "incidents.\(format.rawValue)")
    try write(features, layer: incidentLayer(records), as: format, to: target)
    return OutputFile(path: target.lastPathComponent, bytes: [UInt8](try Data(contentsOf: target)))
  }
}

/// Writes features into a file.
/// - Throws: `WriteError` when that fails; nothing is there then.
public func write(_ features: [Feature], layer: FeatureLayer, as format: FeatureFormat, to target: URL) throws {
  var sink = try format.sink(layer, target: target)
  do {
    var batch = FeatureBatch(fields: layer.fields)
    for feature in features { batch.append(feature) }
    try sink.write(batch)
    try sink.finish()
  } catch {
    sink.cancel()
    throw error
  }
}

/// What a layer of these incidents is.
/// - Parameter extra: properties beside those of every incident.
public func incidentLayer(_ records: [IncidentRecord], extra: [Field] = []) -> FeatureLayer {
  let credits = placeCredits(records)
  return IncidentFields.layer(
    note: credits.isEmpty ? "" : "Places: \(credits.joined(separator: "; ")).", extra: extra,
    columns: IncidentFields.columns(of: records))
}

/// The lines that name who published the places that incidents were matched to.
func placeCredits(_ records: [IncidentRecord]) -> [String] {
  let all = records.span
  var sources: Set<String> = []
  for index in all.indices {
    if let source = all[index].location?.source { sources.insert(source) }
  }
  return placeCredits(sources: sources)
}

/// The lines for what gazetteers name as the sources of places.
func placeCredits(sources: some Sequence<String>) -> [String] {
  Set(Set(sources).flatMap(Attribution.lines)).sorted()
}

/// `datapackage.json`: what the files of a run are.
func packageDescription(
  _ files: [OutputFile], records: [IncidentRecord], documents: [String], parameters: RunReport.Parameters
) -> OutputFile {
  let credits = placeCredits(records)
  let columns = IncidentFields.columns(of: records)
  let package = DataPackage(
    name: "reported-incidents", title: "Reported incidents, their places and clusters",
    resources: files.map { file in
      let kind = FileKind(file.path)
      return DataPackage.Resource(
        path: file.path, title: kind.title, fields: kind.fields + (kind.isAllIncidents ? columns : []),
        byteCount: file.bytes.count,
        featureCount: kind.isAllIncidents ? records.count : nil)
    },
    sources: documents.map { DataPackage.Source($0) } + Attribution.sources(credits),
    provenance: [
      "documents": .strings(documents), "gazetteers": .strings(parameters.gazetteers),
      "eps_m": .number(parameters.clusterRadius.meters), "min_incidents": .number(Double(parameters.minimumIncidents)),
    ])
  return OutputFile(path: "datapackage.json", bytes: package.bytes)
}

/// What a file of a run is, by its path.
private struct FileKind {
  let title: String
  var fields: [Field] = []
  var isAllIncidents = false

  init(_ path: String) {
    switch path {
    case "incidents.csv":
      (title, fields, isAllIncidents) = ("All incidents as a table", [Self.id] + IncidentTable.fields, true)
    case _ where path.hasPrefix("incidents."):
      (title, fields, isAllIncidents) = ("All incidents", [Self.id] + IncidentFields.all, true)
    case "clusters.geojson": (title, fields) = ("Clusters of incidents", ClusterFile.fields)
    case "unresolved.csv": (title, fields) = ("Places that a person must look at", UnresolvedPlaces.fields)
    case "figures.csv": (title, fields) = ("Monthly figures", FiguresTable.fields)
    case _ where path.hasPrefix("figures/"): title = "Monthly figures by governorate"
    case _ where path.hasSuffix(".narrow.svg"): title = "Map for narrow screens"
    case _ where path.hasSuffix(".svg"): title = "Map"
    default: title = "Incidents of an area, with the fields of all incidents"
    }
  }

  private static let id = IncidentFields.layer().idColumn
}
