import Formats
import Gazetteer
import ShippedGazetteer
import Tables

/// A delimited table: what is read of it does not depend on how it is cut, and its rows are incidents or are refused.
func fuzzCSV(_ bytes: [UInt8]) {
  var rows = 0
  for row in DelimitedText(bytes, dialect: DelimitedText.dialect(of: bytes)) {
    rows += 1
    precondition(row.line >= rows && row.line <= bytes.count + 1, "rows stand on lines of their own")
    for column in 0..<row.count { _ = row[column] }
  }
  precondition(cells(bytes, chunkBytes: 4 << 20) == cells(bytes, chunkBytes: 7), "pieces change nothing")
  if let source = try? DelimitedSource(.bytes(bytes), file: "fuzz.csv") { readIncidents(source, tags: source.tags) }
}

/// All values, one after another; nil for a table that is refused.
private func cells(_ bytes: [UInt8], chunkBytes: Int) -> [[UInt8]]? {
  var cells: [[UInt8]] = []
  guard var source = try? DelimitedSource(.bytes(bytes), file: "fuzz.csv", chunkBytes: chunkBytes) else { return nil }
  let read: ()? = try? source.read { batch in
    for feature in 0..<batch.count {
      for case .text(let range) in batch.values(of: feature) { cells.append(Array(batch.bytes(range))) }
    }
  }
  return read == nil ? nil : cells
}

private let resolver = try? Resolver(
  sources: [GazetteerSource(path: ShippedGazetteer.folder.path(percentEncoded: false))])

private func readIncidents(_ rows: any FeatureSource, tags: [String] = []) {
  guard let resolver else { preconditionFailure("the shipped gazetteer can be read") }
  let preset = Preset.detected(fields: rows.fields, tags: tags)
  guard let mapping = try? TableMapping(preset, fields: rows.fields, tags: tags, file: "fuzz.csv").completed(by: rows),
    var incidents = try? IncidentSource(
      rows, mapping: mapping.mapping, document: "fuzz.csv", resolver: resolver, looksUp: true)
  else { return }
  try? incidents.read { _ in }
}

/// GeoJSON; what was read is written and read again as the same, and what is passed over is checked alike.
func fuzzGeoJSON(_ bytes: [UInt8]) {
  if let source = try? GeoJSONSource(.bytes(bytes), file: "fuzz.geojson", name: "fuzz") { readIncidents(source) }
  let features = try? GeoJSON.read(bytes, file: "fuzz.geojson")
  let bare = try? GeoJSON.map(.bytes(bytes), file: "fuzz.geojson", properties: []) { $0 }
  precondition(features?.map(\.geometry) == bare?.map(\.geometry), "properties that are passed over change nothing")
  guard let features else { return }
  let written = GeoJSON.write(features)
  guard let again = try? GeoJSON.read(written, file: "again.geojson") else {
    preconditionFailure("what was written can be read")
  }
  precondition(GeoJSON.write(again) == written, "writing what was read changes nothing")
}
