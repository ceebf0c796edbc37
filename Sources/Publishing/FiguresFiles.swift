import Formats
import Geo
import Incidents

/// Where the files of a month's figures lie: `figures/2018-12`; a second document for the same month has a number.
public enum FiguresPath {
  /// The paths without their extensions, one for each, in order.
  public static func paths(_ located: [LocatedFigures]) -> [String] {
    var seen: [String: Int] = [:]
    return located.map { figures in
      let month = figures.figures.month.value.description
      seen[month, default: 0] += 1
      let number = seen[month] ?? 1
      return "figures/\(month)" + (number == 1 ? "" : "-\(number)")
    }
  }
}

/// `figures/2018-12.geojson`: the governorates with figures as areas, never as points, and what no governorate accounts
/// for as a feature without a place.
public enum FiguresFile {
  /// The file of one month.
  public static func file(_ located: LocatedFigures, path: String) -> OutputFile {
    let features =
      located.areas.map { feature($0, located) } + located.excluded.map { excluded($0, located) }
      + [remainder(located)]
    return OutputFile(path: path, bytes: GeoJSON.write(features))
  }

  private static func feature(_ area: LocatedFigures.Area, _ located: LocatedFigures) -> Feature {
    var properties = common(located, role: "governorate")
    properties.merge(toll(area.area.toll)) { $1 }
    properties.merge(governorate(area.match)) { $1 }
    properties["place"] = .string(area.area.mention.name)
    properties["span"] = area.area.mention.span.json
    return Feature(
      id: id(located, area.match?.governorate?.code ?? area.area.mention.name), geometry: outline(area.match),
      properties: properties, decimals: 4)
  }

  private static func excluded(_ match: Match, _ located: LocatedFigures) -> Feature {
    var properties = common(located, role: "not included")
    properties.merge(toll(MonthlyFigures.Toll())) { $1 }
    properties.merge(governorate(match)) { $1 }
    return Feature(
      id: id(located, match.governorate?.code ?? match.placeID), geometry: outline(match), properties: properties,
      decimals: 4)
  }

  private static func remainder(_ located: LocatedFigures) -> Feature {
    var properties = common(located, role: "not assigned to a governorate")
    properties.merge([
      "killed": .optional(located.figures.killedElsewhere), "injured": .optional(located.figures.injuredElsewhere),
      "casualties_stated": .null,
    ]) { $1 }
    properties.merge(governorate(nil)) { $1 }
    return Feature(id: id(located, "elsewhere"), geometry: nil, properties: properties, decimals: 4)
  }

  private static func id(_ located: LocatedFigures, _ part: String) -> String {
    "\(located.figures.document)#\(located.figures.month.value)#\(part)"
  }

  private static func outline(_ match: Match?) -> Geometry? {
    guard case .area? = match?.footprint else { return nil }
    return match?.footprint
  }

  private static func common(_ located: LocatedFigures, role: String) -> [String: JSON] {
    let figures = located.figures
    return [
      "month": .string(figures.month.value.description), "role": .string(role), "document": .string(figures.document),
      "document_type": .string(DocumentKind.figures.rawValue), "line": .number(Double(figures.line)),
      "span": figures.span.json, "place": .null, "country": .optional(figures.countryCode),
      "national_killed": .optional(figures.national.killed?.value),
      "national_injured": .optional(figures.national.injured?.value),
      "includes_police": .optional(figures.includesPolice?.value), "caveats": .strings(figures.caveats.map(\.inWords)),
    ]
  }

  private static func toll(_ toll: MonthlyFigures.Toll) -> [String: JSON] {
    [
      "killed": .optional(toll.killed?.value), "injured": .optional(toll.injured?.value),
      "casualties_stated": .optional(toll.casualties?.value),
    ]
  }

  private static func governorate(_ match: Match?) -> [String: JSON] {
    [
      "governorate": .optional(match?.governorate?.name), "governorate_code": .optional(match?.governorate?.code),
      "place_id": .optional(match?.placeID), "matched_name": .optional(match?.matchedName),
      "confidence": match.map { .number($0.confidence.rounded(toDecimals: 2)) } ?? .null,
      "because": .strings(match?.because ?? []),
    ]
  }
}

extension MonthlyFigures.Caveat {
  /// `not included: Anbar`
  var inWords: String { kind.rawValue + (area.map { ": \($0.value)" } ?? "") }
}

/// `figures.csv`: for each month its total, its governorates and the remainder.
public enum FiguresTable {
  /// The columns.
  public static let fields = [
    Field("month", .date, "The month of the figures, as YYYY-MM."),
    Field("document", .text, "The document's name."),
    Field("line", .integer, "The line of the document that the figures start on, from 1."),
    Field("role", .text, "What the row counts: the total, a governorate, or what no governorate accounts for."),
    Field("place", .text, "The governorate as written."),
    Field("governorate", .text, "The governorate of the gazetteer."),
    Field("governorate_code", .text, "Its code: ISO 3166-2, or the United Nations' P-code."),
    Field("killed", .integer, unit: "people", "People killed."),
    Field("injured", .integer, unit: "people", "People injured."),
    Field(
      "casualties_stated", .integer, unit: "people", "Killed and injured together, where the text states that only."),
    Field("includes_police", .text, "Whether police are counted: yes, no, or empty where the text is silent."),
    Field("caveats", .text, "What the publisher warns of, with “; ” between."),
  ]

  /// The table of all months, in the order of the documents.
  public static func file(_ located: [LocatedFigures]) -> OutputFile {
    OutputFile(path: "figures.csv", bytes: CSV.write(header: fields.map(\.name), rows: located.flatMap(rows)))
  }

  private static func rows(_ located: LocatedFigures) -> [[String]] {
    let figures = located.figures
    func row(_ role: String, _ place: String, _ match: Match?, _ numbers: [Int?]) -> [String] {
      let start = [figures.month.value.description, figures.document, "\(figures.line)", role, place]
      let governorate = [match?.governorate?.name ?? "", match?.governorate?.code ?? ""]
      let police = figures.includesPolice.map { $0.value ? "yes" : "no" } ?? ""
      return start + governorate + numbers.map { $0.map(String.init) ?? "" }
        + [police, figures.caveats.map(\.inWords).joined(separator: "; ")]
    }
    func numbers(_ toll: MonthlyFigures.Toll) -> [Int?] {
      [toll.killed?.value, toll.injured?.value, toll.casualties?.value]
    }
    return [row("total", "", nil, numbers(figures.national))]
      + located.areas.map { row("governorate", $0.area.mention.name, $0.match, numbers($0.area.toll)) }
      + located.excluded.map { row("not included", $0.matchedName, $0, [nil, nil, nil]) }
      + [row("not assigned to a governorate", "", nil, [figures.killedElsewhere, figures.injuredElsewhere, nil])]
  }
}
