import Formats
import Gazetteer
import Incidents
import ShippedGazetteer

@testable import Tables

/// The shipped gazetteer, opened once.
let shipped: Resolver = {
  do {
    return try Resolver(sources: [GazetteerSource(path: ShippedGazetteer.folder.path(percentEncoded: false))])
  } catch {
    preconditionFailure("the shipped gazetteer cannot be read: \(error)")
  }
}()

/// The incidents of a table, each as a feature.
struct ReadIncidents {
  var features: [Feature] = []
  var remarks: [String] = []
  /// What is particular to the first rows with each remark.
  var details: [String] = []
  /// What was found out about the table.
  var notes: [String] = []
  var counts = (rows: 0, incidents: 0)

  init(
    _ text: String, preset: Preset? = nil, mapping: TableMapping? = nil, looksUp: Bool = false,
    chunkBytes: Int = 4 << 20, identifiers: SeenIdentifiers = SeenIdentifiers(), name: String = "t.csv"
  ) throws {
    try self.init(
      Array(text.utf8), preset: preset, mapping: mapping, looksUp: looksUp, chunkBytes: chunkBytes,
      identifiers: identifiers, name: name)
  }

  init(
    _ bytes: [UInt8], options: DelimitedOptions = DelimitedOptions(), preset: Preset? = nil,
    mapping: TableMapping? = nil, looksUp: Bool = false, chunkBytes: Int = 4 << 20,
    identifiers: SeenIdentifiers = SeenIdentifiers(), name: String = "t.csv"
  ) throws {
    let rows = try DelimitedSource(.bytes(bytes), file: "t.csv", options: options, chunkBytes: chunkBytes)
    let preset = preset ?? Preset.detected(fields: rows.fields, tags: rows.tags)
    let mapping = try mapping ?? TableMapping(preset, fields: rows.fields, tags: rows.tags, file: "t.csv")
    let completed = try mapping.completed(by: rows)
    notes = completed.notes
    var source = try IncidentSource(
      rows, mapping: completed.mapping, document: name, resolver: shipped, looksUp: looksUp,
      identifiers: identifiers)
    var features: [Feature] = []
    try source.read { batch in
      for number in 0..<batch.count { features.append(try batch.feature(number, file: "t.csv")) }
    }
    self.features = features
    counts = source.counts
    details = source.remarks.kinds.flatMap { $0.examples.map(\.detail) }
    remarks = source.remarks.kinds.map { "\($0.count) \($0.message)" }
  }

  /// A property of the first incident, as JSON.
  subscript(name: String) -> String { features.first?.properties[name]?.text ?? "no incident" }
}
