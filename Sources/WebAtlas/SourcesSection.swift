import Incidents
import Publishing

extension AtlasPage {
  /// The documents, what each is made of, who published the places and boundaries, and the files of the run.
  var sources: HTML {
    HTML([
      .element("h3", "Documents"), documentTable, .element("h3", "Map data"), .list(credits, style: "words"),
      .element("h3", "Files of this run"), fileList,
    ])
  }

  private var documentTable: HTML {
    let rows = report.documents.flatMap { document in
      document.parts.map { part in
        [
          HTML(document.name), HTML(part.kind.rawValue), HTML(part.publisher?.value ?? "–"), HTML("\(part.line)"),
          part.kind == .skipped || part.kind == .figures ? "–" : HTML("\(part.incidentCount)"), HTML(part.beginning),
        ]
      }
    }
    return .table(
      ["class": "documents"], caption: "What was read, and what was not",
      columns: [
        ("Document", false), ("What it is", false), ("Published by", false), ("From line", true), ("Incidents", true),
        ("First words", false),
      ], rows: rows)
  }

  private var credits: [HTML] {
    let groups: [(String, [String])] = [
      ("Borders", (basemap.countries + basemap.governorates).flatMap(\.credits)),
      ("Rivers and lakes", basemap.rivers.flatMap(\.credits) + basemap.lakes.flatMap(\.credits)),
      ("Towns", basemap.towns.flatMap(\.credits)),
      ("Places of incidents", placeCredits),
    ]
    return groups.compactMap { subject, lines in
      guard !lines.isEmpty else { return nil }
      let sorted = Set(lines).sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
      return HTML([.element("b", subject), HTML(": " + sorted.joined(separator: "; "))])
    }
  }

  private var fileList: HTML {
    let narrow = figureMaps.compactMap { $0?.narrow.path }
    let maps = narrow + areas.flatMap { [$0.path.path(extension: "geojson")] + ($0.map?.files.map(\.path) ?? []) }
    let others = report.files.filter { !maps.contains($0) && !$0.hasPrefix(Self.folder + "/") && $0 != Self.path }
    return .list(others.map { .element("a", ["href": urlPath($0)], $0) }, style: "files")
  }
}
