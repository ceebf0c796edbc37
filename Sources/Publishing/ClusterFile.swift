import Analysis
import Formats
import Geo
import Incidents

/// `clusters.geojson`: the hull of each cluster with its members' uncertainty, and what its incidents add up to.
public enum ClusterFile {
  /// The properties of a cluster.
  public static let fields = [
    Field("cluster", .integer, "Its number, from 1."),
    Field("incidents", .integer, "How many incidents it has."),
    Field("members", .list, "The identifiers of its incidents."),
    Field("assessments", .json, "How many incidents have each assessment."),
    Field("killed_min", .integer, unit: "people", "Fewest people killed, added up where an entry states it."),
    Field("killed_max", .integer, unit: "people", "Most people killed, added up where an entry states it."),
    Field("killed_stated_by", .integer, "How many incidents state how many were killed."),
    Field("injured_min", .integer, unit: "people", "Fewest people injured, added up where an entry states it."),
    Field("injured_max", .integer, unit: "people", "Most people injured, added up where an entry states it."),
    Field("injured_stated_by", .integer, "How many incidents state how many were injured."),
    Field("first_date", .date, "The first day of its incidents."),
    Field("last_date", .date, "The last day of its incidents."),
    Field("longitude", .number, unit: "degrees", "Its middle, east of Greenwich, WGS 84."),
    Field("latitude", .number, unit: "degrees", "Its middle, north of the equator, WGS 84."),
    Field("governorates", .list, "The codes of the first-level areas of its incidents."),
    Field("generic_share", .number, "The share, 0 to 1, of its incidents at one place that is no finer than a town."),
    Field("generic_place", .text, "That place."),
    Field("caveat", .text, "What a reader must be warned of."),
  ]

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
