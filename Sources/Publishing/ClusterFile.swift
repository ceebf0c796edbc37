import Analysis
import Formats
import Geo
import Incidents

/// `clusters.geojson`: the hull of each cluster with its members' uncertainty, and what its incidents add up to.
public enum ClusterFile {
  /// The file, clusters by number.
  public static func file(_ clusters: [IncidentCluster]) -> OutputFile {
    OutputFile(path: "clusters.geojson", bytes: GeoJSON.write(clusters.map(feature)))
  }

  private static func feature(_ cluster: IncidentCluster) -> Feature {
    let assessments = Assessment.allCases.map { ($0.rawValue, JSON.number(Double(cluster.tally.assessments[$0]))) }
    return Feature(
      id: "cluster-\(cluster.number)", geometry: .area(cluster.hull),
      properties: [
        "cluster": .number(Double(cluster.number)),
        "incidents": .number(Double(cluster.tally.incidents)),
        "members": .strings(cluster.memberIDs),
        "assessments": .object(Dictionary(uniqueKeysWithValues: assessments)),
        "killed_min": .optional(cluster.tally.killed.range?.min),
        "killed_max": .optional(cluster.tally.killed.range?.max),
        "killed_stated_by": .number(Double(cluster.tally.killed.statedBy)),
        "injured_min": .optional(cluster.tally.injured.range?.min),
        "injured_max": .optional(cluster.tally.injured.range?.max),
        "injured_stated_by": .number(Double(cluster.tally.injured.statedBy)),
        "first_date": .optional(cluster.tally.dates?.lowerBound.description),
        "last_date": .optional(cluster.tally.dates?.upperBound.description),
        "longitude": .number(cluster.center.longitude.rounded(toDecimals: 4)),
        "latitude": .number(cluster.center.latitude.rounded(toDecimals: 4)),
        "governorates": .strings(cluster.governorates.map(\.code)),
        "generic_share": .number((cluster.generic?.share ?? 0).rounded(toDecimals: 2)),
        "generic_place": .optional(cluster.generic?.placeName),
        "caveat": .optional(cluster.generic?.caveat),
      ], decimals: 4)
  }
}
