import Formats
import Incidents

/// The places that a person must look at: `unresolved.csv`.
public enum UnresolvedPlaces {
  /// The columns.
  public static let fields = [
    Field("document", .text, "The document's name."),
    Field("line", .integer, "The line of the document that the entry starts on, from 1."),
    Field("incident", .integer, "The number of the incident in the document, from 1."),
    Field("date", .date, "When it happened: a day, a month or a range of days."),
    Field("place", .text, "The place as written, without the country."),
    Field("country", .text, "The country as written."),
    Field("status", .text, "Whether the place is ambiguous or unresolved."),
    Field("why", .text, "What keeps the place from being resolved."),
    Field("candidate", .text, "A name that was considered."),
    Field("candidate_place_id", .text, "Its identifier in a gazetteer."),
    Field("candidate_country", .text, "Its country, ISO 3166-1 alpha-2."),
    Field("candidate_governorate", .text, "Its first-level area."),
    Field("candidate_longitude", .number, unit: "degrees", "Its position, east of Greenwich, WGS 84."),
    Field("candidate_latitude", .number, unit: "degrees", "Its position, north of the equator, WGS 84."),
    Field("candidate_confidence", .number, "The probability, 0 to 1, that this is the place meant."),
  ]

  /// A row for each candidate of each place that is ambiguous or unresolved, and one for a place or an incident that
  /// has none: the reader sees what was considered.
  public static func file(_ incidents: [LocatedIncident]) -> OutputFile {
    OutputFile(path: "unresolved.csv", bytes: CSV.write(header: fields.map(\.name), rows: incidents.flatMap(rows)))
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
