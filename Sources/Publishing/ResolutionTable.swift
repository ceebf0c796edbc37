import Formats
import Incidents

/// The answers to names as a table, one row for each name.
public enum ResolutionTable {
  /// The columns.
  public static let columns = [
    "id", "name", "status", "place_name", "kind", "country", "governorate", "governorate_code", "longitude", "latitude",
    "uncertainty_m", "confidence", "precision", "match", "matched_name", "place_id", "flags", "because", "alternatives",
  ]

  /// The header, with its line end.
  public static let header = CSV.write(header: columns, rows: [])

  /// A row, with its line end: lists joined with “; ”, and of the alternatives their names, areas and probabilities.
  public static func row(id: String, name: String, _ resolution: Resolution) -> [UInt8] {
    var members = ResolutionLine.members(id: id, name: name, resolution)
    members["alternatives"] = .strings(resolution.alternatives.map(words))
    return CSV.write(header: columns.map { cell(members[$0]) }, rows: [])
  }

  private static func words(_ match: Match) -> String {
    let area = [match.governorate?.name ?? "", match.country].filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(match.placeName) (\(area)) \(match.confidence.rounded(toDecimals: 2))"
  }

  private static func cell(_ value: JSON?) -> String {
    switch value {
    case .string(let text): text
    case .array(let items): items.compactMap(\.string).joined(separator: "; ")
    case .null, nil: ""
    case .some(let other): other.text
    }
  }
}
