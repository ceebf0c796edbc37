import Formats
import Geo
import Incidents
import Publishing

/// A file of points: a CSV with `lon` and `lat`, GeoJSON, a GeoPackage or a table of incidents. Nothing of it is lost:
/// every row is here, in order and with all of its columns, those without a point too.
public struct PointFile: Sendable {
  /// One row and where it is.
  public struct Row: Sendable {
    /// Where it is; nil for a row without a point.
    public let coordinate: Coordinate?
    /// What its other columns say, in their order; there may be fewer.
    fileprivate let cells: [String]
    /// The feature that it is, where that says more than the columns.
    fileprivate var feature: Feature?
  }

  /// The rows, in the order of the file.
  public let rows: [Row]
  /// The columns but those of the position.
  private let columns: [String]

  /// Reads any of the forms; GeoJSON begins with a brace.
  /// - Throws: `InputError` when there is no such file, `FormatError` with the line of what cannot be read.
  public init(_ input: FeatureInput) throws {
    let file = InputFile.name(input.path)
    if try input.isGeoPackage() {
      self.init(try input.features())
      return
    }
    let bytes = try InputFile.read(input.path)
    let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
    if first == UInt8(ascii: "{") {
      self.init(try GeoJSON.read(bytes, file: file))
    } else {
      try self.init(table: bytes, file: file)
    }
  }

  /// The rows of a table of incidents, with the positions that its incidents have.
  /// - Throws: what cannot be read.
  public init(_ file: TableFile, _ reading: TableReading) throws {
    var (rows, _) = try file.rows()
    let names = rows.fields.map(\.name)
    columns = names
    let records = Dictionary(reading.records.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    var all: [Row] = []
    try rows.read { batch in
      for number in 0..<batch.count {
        let feature = try batch.feature(number, file: reading.name)
        let record = records[batch.origins.isEmpty ? all.count + 1 : batch.origins[number].line]
        all.append(
          Row(
            coordinate: record?.location?.coordinate,
            cells: names.map { feature.properties[$0]?.cell ?? "" }, feature: record.map { Feature($0) }))
      }
    }
    self.rows = all
  }

  private init(_ features: [Feature]) {
    let names = Set(features.flatMap(\.properties.keys)).sorted()
    let hasIDs = features.contains { $0.id != nil } && !names.contains("id")
    columns = (hasIDs ? ["id"] : []) + names
    rows = features.map { feature in
      let position: Coordinate? = if case .point(let coordinate) = feature.geometry { coordinate } else { nil }
      return Row(
        coordinate: position,
        cells: (hasIDs ? [feature.id ?? ""] : []) + names.map { feature.properties[$0]?.cell ?? "" }, feature: feature)
    }
  }

  private init(table bytes: [UInt8], file: String) throws(FormatError) {
    let table = try HeadedTable(bytes, file: file, required: ["lon", "lat"])
    let others = table.names.indices.filter { !["lon", "lat"].contains(table.names[$0].lowercased()) }
    columns = others.map { table.names[$0] }
    var all: [Row] = []
    for row in table.rows {
      all.append(Row(coordinate: try table.coordinate(row), cells: others.map { row[$0] }))
    }
    rows = all
  }

  /// The clusters of the rows with a point; nil for the others.
  /// - Parameter labels: those of the points, in their order.
  private func clusters(_ labels: [Int]) -> [Int?] {
    var next = labels.makeIterator()
    return rows.map { $0.coordinate == nil ? nil : next.next() }
  }

  /// The rows with their clusters: `lon,lat,cluster`, then the other columns.
  public func csv(labels: [Int]) -> [UInt8] {
    let own = ["lon", "lat", "cluster"]
    let names = columns.map { own.contains($0.lowercased()) ? "source_\($0)" : $0 }
    return CSV.write(
      header: own + names,
      rows: zip(rows, clusters(labels)).map { row, cluster in
        [row.coordinate.map { "\($0.longitude)" } ?? "", row.coordinate.map { "\($0.latitude)" } ?? ""]
          + [cluster.map(String.init) ?? ""] + row.cells
          + [String](repeating: "", count: max(0, columns.count - row.cells.count))
      })
  }

  /// The rows as features with a property `cluster` beside the ones they had; null for those without a point.
  public func geoJSON(labels: [Int]) -> [UInt8] {
    GeoJSON.write(
      zip(rows, clusters(labels)).map { row, cluster in
        let cells = zip(columns, row.cells).map { ($0, JSON.string($1)) }
        var feature =
          row.feature
          ?? Feature(
            geometry: row.coordinate.map { .point($0) },
            properties: Dictionary(cells, uniquingKeysWith: { first, _ in first }))
        feature.properties["cluster"] = .optional(cluster)
        return feature
      })
  }
}

extension JSON {
  /// The value as a table has it: a list of texts with “; ” between them.
  fileprivate var cell: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let parts) where parts.allSatisfy({ $0.string != nil }):
      parts.compactMap(\.string).joined(separator: "; ")
    default: text
    }
  }
}
