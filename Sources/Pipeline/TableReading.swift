import Formats
import Gazetteer
import Incidents
import Publishing
import Tables

/// A table as a run reads it: its incidents, all in memory.
public struct TableReading: Sendable {
  /// What results call the table.
  public var name: String
  /// What it was read as.
  public var title: String
  /// Its incidents.
  public var records: [IncidentRecord]
  /// The incidents whose place a person must look at.
  public var unresolved: [LocatedIncident]
  /// How many rows it has.
  public var rowCount: Int
  /// What could not be read, or only doubtfully.
  public var diagnostics: [Diagnostic]
  /// The same in a line for each kind of finding, for the user.
  public var findings: [String]
}

extension TableReading {
  /// Reads a table. Places of rows without a position are looked up.
  /// - Throws: what cannot be opened or read.
  public init(_ file: TableFile, name: String, resolver: Resolver) throws {
    if let records = try file.publishedRecords() {
      self.init(
        name: name, title: "incidents of an earlier run", records: records, unresolved: [], rowCount: records.count,
        diagnostics: [], findings: [])
      return
    }
    let (rows, mapping) = try file.rows()
    var source = try IncidentSource(
      rows, mapping: mapping, document: name, resolver: resolver, looksUp: true, keepsUnresolved: true,
      identifiers: file.choice.identifiers)
    let order = Dictionary(
      source.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var records: [IncidentRecord] = []
    try source.read { batch in
      for number in 0..<batch.count {
        var record = try IncidentRecord(batch.feature(number, file: name), file: name)
        record.columns.sort { (order[$0.name] ?? 0) < (order[$1.name] ?? 0) }
        records.append(record)
      }
    }
    self.init(
      name: name, title: Preset(rawValue: mapping.name)?.title ?? mapping.name, records: records,
      unresolved: source.unresolved, rowCount: source.counts.rows,
      diagnostics: source.remarks.diagnostics(document: name), findings: source.remarks.lines.map { "\(name): \($0)" })
  }

  /// What the report says of the table.
  var document: RunReport.Document {
    let end = records.last?.span.end ?? 0
    var part = PageDocument(
      kind: .table, span: ByteSpan(start: 0, end: end), line: 1, publisher: nil,
      beginning: "\(counted(rowCount, "row")), read as \(title)")
    part.incidentCount = records.count
    return RunReport.Document(name: name, parts: [part], ledger: Ledger(), diagnostics: diagnostics)
  }
}

extension SourceRemarks {
  /// The findings as diagnostics: the first rows of each kind, then how many more there are.
  func diagnostics(document: String) -> [Diagnostic] {
    kinds.flatMap { kind in
      let severity: Diagnostic.Severity = kind.severity == .lost ? .lost : .doubtful
      var found = kind.examples.map { example in
        Diagnostic(
          severity, example.detail.isEmpty ? kind.message : "\(kind.message): \(example.detail)", document: document,
          line: example.origin?.line,
          span: example.origin.flatMap { $0.end > 0 ? ByteSpan(start: $0.start, end: $0.end) : nil })
      }
      let more = kind.count - kind.examples.count
      if more > 0 { found.append(Diagnostic(severity, "\(more) more rows: \(kind.message)", document: document)) }
      return found
    }
  }
}
