import Cartography
import Formats

/// The numbers of a map as a table: what its marks show, and what no mark stands for.
enum MarkTable {
  static func csv(_ marks: [MapMark]) -> [UInt8] {
    let header = ["kind", "period", "name", "code", "longitude", "latitude", "radius_m", "count", "per_1000_km2"]
    return CSV.write(header: header, rows: marks.map(row))
  }

  private static func row(_ mark: MapMark) -> [String] {
    [
      mark.kind.rawValue, mark.period ?? "", mark.name, mark.code ?? "", degrees(mark.position?.longitude),
      degrees(mark.position?.latitude), mark.radiusMeters.map { "\(Int($0.rounded()))" } ?? "",
      mark.count.map(String.init) ?? "",
      mark.rate.map { "\($0.rounded(toDecimals: 4))" } ?? "",
    ]
  }

  private static func degrees(_ value: Double?) -> String { value.map { "\($0.rounded(toDecimals: 4))" } ?? "" }
}
