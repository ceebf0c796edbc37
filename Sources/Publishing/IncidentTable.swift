import Formats
import Incidents

/// Incidents as a table: CSV with one row for each, lists joined with “; ”.
public enum IncidentTable {
  private static let columns = [
    "id", "identifiers", "date", "date_precision", "date_inferred", "assessment", "reopened", "previously_reported",
    "killed_min", "killed_max", "injured_min", "injured_max", "victims", "event", "actor", "sources", "place",
    "place_name", "matched_name", "place_id", "match", "confidence", "longitude", "latitude", "uncertainty_m",
    "precision", "country", "governorate", "governorate_code", "flags", "because", "grid", "grid_longitude",
    "grid_latitude", "grid_uncertainty_m", "grid_distance_m", "duplicate_of", "duplicate_of_id", "former_date",
    "document_type", "reading_confidence", "document", "line",
  ]

  /// The table of features made by `Feature.init(_:)`.
  /// - Parameter extra: further properties that have a column, in order, before all others but the identifier.
  public static func csv(_ features: [Feature], extra: [String] = []) -> [UInt8] {
    let names = columns.prefix(1) + extra + columns.dropFirst()
    let rows = features.map { feature in
      names.map { $0 == "id" ? feature.id ?? "" : cell(feature.properties[$0] ?? .null) }
    }
    return CSV.write(header: Array(names), rows: rows)
  }

  private static func cell(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .array(let elements): elements.map(cell).joined(separator: "; ")
    case .bool, .number, .object: value.text
    }
  }
}
