import Formats
import Incidents

/// The places that a person must look at: `unresolved.csv`.
public enum UnresolvedPlaces {
  private static let header = [
    "document", "line", "incident", "date", "place", "country", "status", "why", "candidate", "candidate_place_id",
    "candidate_country", "candidate_governorate", "candidate_longitude", "candidate_latitude", "candidate_confidence",
  ]

  /// A row for each candidate of each place that is ambiguous or unresolved, and one for a place or an incident that
  /// has none: the reader sees what was considered.
  public static func file(_ incidents: [LocatedIncident]) -> OutputFile {
    OutputFile(path: "unresolved.csv", bytes: CSV.write(header: header, rows: incidents.flatMap(rows)))
  }

  private static func rows(_ located: LocatedIncident) -> [[String]] {
    let incident = located.incident
    let start = [
      incident.document, "\(incident.line)", "\(incident.ordinal)", incident.date?.value.description ?? "",
    ]
    if incident.mentions.isEmpty {
      return [start + ["", "", Resolution.Status.unresolved.rawValue, "the text names no place"] + noCandidate]
    }
    return zip(incident.mentions, located.resolutions).flatMap { mention, resolution -> [[String]] in
      guard resolution.status != .resolved else { return [] }
      let place = ([mention.name] + mention.parents).joined(separator: ", ")
      let why = (resolution.because + resolution.flags.map(\.rawValue)).joined(separator: "; ")
      let question = start + [place, mention.country ?? "", resolution.status.rawValue, why]
      let candidates = [resolution.best].compactMap { $0 } + resolution.alternatives
      return candidates.isEmpty ? [question + noCandidate] : candidates.map { question + row($0) }
    }
  }

  private static let noCandidate = [String](repeating: "", count: 7)

  private static func row(_ match: Match) -> [String] {
    let location = Location(match)
    return [
      match.matchedName, match.placeID, match.country, match.governorate?.name ?? "",
      "\(match.coordinate.longitude.rounded(toDecimals: location.decimals))",
      "\(match.coordinate.latitude.rounded(toDecimals: location.decimals))",
      "\(match.confidence.rounded(toDecimals: 2))",
    ]
  }
}
