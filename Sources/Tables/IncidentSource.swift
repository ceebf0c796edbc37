import Formats
import Gazetteer
import Incidents

/// The incidents of a table, row by row: what a stream of rows says, read by a mapping.
public struct IncidentSource: FeatureSource {
  /// The properties of an incident, then the table's own columns.
  public let layer: FeatureLayer
  /// Rows that could not be read, or only doubtfully.
  public private(set) var remarks: SourceRemarks
  /// How many rows were read, and how many of them are incidents.
  public private(set) var counts = (rows: 0, incidents: 0)

  private var rows: any FeatureSource
  private let mapping: TableMapping
  private let columns: TableColumns
  private let document: String
  private let resolver: Resolver
  private let looksUp: Bool
  private let keepsUnresolved: Bool
  private let identifiers: SeenIdentifiers
  /// The incidents whose place was looked up and is not certain.
  public private(set) var unresolved: [LocatedIncident] = []

  /// The incidents of a table.
  /// - Parameters:
  ///   - rows: the table.
  ///   - document: what the results call it.
  ///   - resolver: the gazetteers that positions are checked against.
  ///   - looksUp: whether the places of rows without a position are looked up.
  ///   - keepsUnresolved: whether those of them that are not certain are kept in `unresolved`.
  ///   - identifiers: those of the run's other tables.
  /// - Throws: `FormatError` for a column of the mapping that the table does not have.
  public init(
    _ rows: any FeatureSource, mapping: TableMapping, document: String, resolver: Resolver, looksUp: Bool = false,
    keepsUnresolved: Bool = false, identifiers: SeenIdentifiers = SeenIdentifiers()
  ) throws(FormatError) {
    (self.rows, self.mapping, self.document, self.resolver) = (rows, mapping, document, resolver)
    (self.looksUp, self.keepsUnresolved, self.identifiers) = (looksUp, keepsUnresolved, identifiers)
    columns = try TableColumns(mapping, fields: rows.fields, file: document)
    layer = TableFields.layer(
      keeping: columns.kept.map { rows.fields[$0] }, looksUp: looksUp,
      hasOnlyPoints: !looksUp && rows.layer.hasOnlyPoints)
    remarks = rows.remarks
  }

  /// Reads all rows.
  /// - Throws: `FormatError` for a table none of whose rows can be read, and what `body` throws.
  public mutating func read(into body: (FeatureBatch) throws -> Void) throws {
    var reader = IncidentRows(
      mapping, columns: columns, document: document, resolver: resolver, looksUp: looksUp,
      keepsUnresolved: keepsUnresolved, hasPositions: !(rows is DelimitedSource),
      identifiers: identifiers)
    var output = FeatureBatch(fields: layer.fields)
    var (read, kept) = (0, 0)
    try rows.read { input in
      reader.begin(input, in: &output)
      for row in 0..<input.count where reader.append(row, of: input, to: &output) { kept += 1 }
      read += input.count
      if output.count > 0 { try body(output) }
    }
    counts = (read, kept)
    unresolved = reader.unresolved
    remarks = rows.remarks
    remarks.add(reader.remarks)
    if kept == 0, read > 0 {
      throw FormatError(
        file: document, line: reader.remarks.kinds.first?.examples.first?.origin?.line,
        problem: "none of its \(read) rows can be read as an incident with \(mapping.name): "
          + "say which columns hold what with --mapping")
    }
  }
}
