import Incidents
import Publishing

extension AtlasPage {
  /// The monthly figures: for each month its map and its table, with what no governorate accounts for.
  var figures: HTML {
    let located = report.documents.flatMap(\.figures)
    precondition(figureMaps.count == located.count, "every month has its map, or none")
    guard !located.isEmpty else { return .none }
    let introduction =
      "These figures are counted by month and governorate, not by incident. They are never drawn as points and never "
      + "added to the incidents."
    return .section(
      id: "figures", "Monthly figures of the United Nations",
      [.paragraph(introduction)] + zip(located, figureMaps).map { month($0, map: $1) })
  }

  private func month(_ located: LocatedFigures, map: PrintedMap?) -> HTML {
    let name = "\(located.month)" + (located.figures.countryCode.map { ", \(countryName($0))" } ?? "")
    let picture = map.map { map in
      HTML.element(
        "figure",
        [
          MapFigure(
            map: map, alternative: "Map of the governorates by their figures for \(name); the table has them."
          )
          .html,
          .element(
            "figcaption",
            [HTML("\(name) · "), .element("a", ["href": urlPath(map.sheet.path)], "open the map large (SVG)")]),
        ])
    }
    return .element(
      "div", ["class": "month"],
      [.element("h3", name), .element("div", ["class": "month-parts"], [picture ?? .none, table(located, name)])])
  }

  private func table(_ located: LocatedFigures, _ name: String) -> HTML {
    let figures = located.figures
    func row(_ name: HTML, _ toll: MonthlyFigures.Toll) -> [HTML] {
      [name] + [toll.killed, toll.injured, toll.casualties].map { HTML($0.map { "\($0.value)" } ?? "–") }
    }
    let rest = [figures.killedElsewhere, figures.injuredElsewhere].map { HTML($0.map(String.init) ?? "–") }
    let rows =
      [row("All of the country", figures.national)] + located.areas.map { row(governorate($0), $0.area.toll) }
      + [["In no governorate of the text"] + rest + ["–"]]
      + located.excluded.map { [HTML("\($0.matchedName): not included"), "–", "–", "–"] }
    let table = HTML.table(
      ["class": "figures"], caption: HTML("Civilians killed and injured, \(name)"),
      columns: [("Where", false), ("Killed", true), ("Injured", true), ("Together, as stated", true)],
      rows: rows)
    return .element("div", [table, notes(figures)])
  }

  private func governorate(_ area: LocatedFigures.Area) -> HTML {
    let written = area.area.mention.name
    guard let match = area.match else { return HTML("\(written): in no gazetteer") }
    let name = match.governorate?.name ?? match.placeName
    return name == written ? HTML(name) : HTML([HTML(name), .element("small", " (written \(written))")])
  }

  private func notes(_ figures: MonthlyFigures) -> HTML {
    let police = figures.includesPolice.map { $0.value ? "Police are included." : "Police are not included." }
    let caveats = figures.caveats.map { caveat in
      "The text says: \(caveat.kind.rawValue)" + (caveat.area.map { ": \($0.value)" } ?? "") + "."
    }
    let place = "\(figures.document), line \(figures.line)."
    return .list(([police].compactMap(\.self) + caveats + [place]).map { HTML($0) }, style: "fine")
  }
}
