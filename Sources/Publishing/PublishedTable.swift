import Formats
import Geo

/// The incidents of a CSV that a run or a conversion wrote, told by its columns. What a CSV does not hold is not there
/// again: lines and areas, of which the circles around them remain, and in the CSV of a run where in the text an incident
/// stands and which places are ambiguous.
public struct PublishedTable: FeatureSource {
  /// The properties of incidents, then the columns of the table that they were read from.
  public let layer: FeatureLayer
  /// What was found imperfect so far.
  public var remarks: SourceRemarks {
    var all = rows.remarks
    all.add(ownRemarks)
    return all
  }

  private var rows: DelimitedSource
  private var ownRemarks = SourceRemarks()
  /// The column of each field; nil where the table has none.
  private let columns: [Int?]
  private let idColumn: Int
  private let position: (longitude: Int, latitude: Int)

  /// Columns that tables of others do not have all of.
  private static let signature: Set<String> = [
    "id", "assessment", "date_precision", "place_id", "match", "confidence", "longitude", "latitude", "uncertainty_m",
    "because", "document", "line",
  ]

  /// A table; nil for one of others.
  public init?(_ rows: DelimitedSource) {
    let numbers = Dictionary(
      rows.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    guard Self.signature.isSubset(of: numbers.keys), let idColumn = numbers["id"],
      let longitude = numbers["longitude"], let latitude = numbers["latitude"]
    else { return nil }
    (self.rows, self.idColumn, position) = (rows, idColumn, (longitude, latitude))
    let known = Set((IncidentFields.all + IncidentFields.distance).map(\.name))
    let extra = IncidentFields.distance.filter { numbers[$0.name] != nil }
    let others = rows.fields.filter { !known.contains($0.name) && !["id", "wkt"].contains($0.name) }
    layer = IncidentFields.layer(extra: extra, columns: others)
    columns = layer.fields.map { numbers[$0.name] }
  }

  /// Reads all rows.
  public mutating func read(into body: (FeatureBatch) throws -> Void) throws {
    var output = FeatureBatch(fields: layer.fields)
    var remarks = SourceRemarks()
    defer { ownRemarks = remarks }
    let (columns, idColumn, fields, source) = (columns, idColumn, layer.fields, self)
    try rows.read { input in
      output.removeAll()
      for row in 0..<input.count {
        output.append(id: output.store(Self.text(idColumn, row, input).utf8), geometry: source.geometry(row, input))
        output.append(origin: input.origins[row])
        for (field, column) in zip(fields, columns) {
          let text = column.map { Self.text($0, row, input) } ?? ""
          let json = Self.value(text, field)
          if json == nil {
            remarks.add(
              .lost, "a value of a column that this program wrote cannot be read; it is left out",
              at: input.origins[row], detail: "column “\(field.name)”")
          }
          output.append(json: json ?? .null, as: field.kind)
        }
      }
      try body(output)
    }
  }

  private func geometry(_ row: Int, _ input: FeatureBatch) -> Geometry? {
    guard let longitude = Double(Self.text(position.longitude, row, input)),
      let latitude = Double(Self.text(position.latitude, row, input)),
      let coordinate = try? Coordinate(longitude: longitude, latitude: latitude)
    else { return nil }
    return .point(coordinate)
  }

  /// A cell, without the apostrophe that keeps a spreadsheet from running it.
  private static func text(_ column: Int, _ row: Int, _ input: FeatureBatch) -> String {
    guard case .text(let range) = input.value(row, column) else { return "" }
    let text = String(decoding: input.bytes(range), as: UTF8.self)
    guard text.hasPrefix("'"), let sign = text.dropFirst().first, "=+-@\t\r".contains(sign) else { return text }
    return String(text.dropFirst())
  }

  /// What a cell says; nil for what its field cannot hold.
  private static func value(_ text: String, _ field: Field) -> JSON? {
    if text.isEmpty {
      // A run's own CSV has no column for where in the text an incident stands.
      if field.name == "span" { return .array([0, 0]) }
      return field.kind == .list || field.kind == .json ? .array([]) : .null
    }
    switch field.kind {
    case .integer: return Int(text).map { JSON.number(Double($0)) }
    case .number: return Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    case .boolean: return ["true": true, "false": false][text].map(JSON.bool)
    case .json: return try? JSON(reading: Array(text.utf8), file: "")
    case .list: return .strings(text.split(separator: "; ").map(String.init))
    default: return .string(text)
    }
  }
}
