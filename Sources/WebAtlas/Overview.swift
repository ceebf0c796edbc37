import Analysis
import Incidents
import Publishing

extension AtlasPage {
  /// The numbers first, then what they add up to by governorate, then the countries' maps.
  var overview: HTML {
    HTML([.element("div", ["class": "overview"], [.element("div", [keyNumbers]), areaTable]), countryMaps])
  }

  private var keyNumbers: HTML {
    let tally = tally
    guard tally.incidents > 0 else { return .paragraph("The documents tell of no single incidents.") }
    var entries: [(number: String, what: HTML)] = [
      ("\(tally.incidents)", HTML(tally.incidents == 1 ? "incident" : "incidents"))
    ]
    entries += tally.assessments.present.map { ("\(tally.assessments[$0])", assessment($0)) }
    entries += [("killed", tally.killed), ("injured", tally.injured)].compactMap { word, sum in
      sum.range.map { ("\($0)", "\(people.words($0, word)), as stated in \(sum.statedBy) of \(tally.incidents)") }
    }
    let mapped = report.records.count { $0.location != nil }
    entries.append(("\(mapped)", "with a place on the map"))
    if mapped < tally.incidents {
      let link = HTML.element("a", ["href": "#unresolved"], "without a certain place")
      entries.append(("\(tally.incidents - mapped)", link))
    }
    let items = entries.map { entry in
      HTML.element("li", [.element("b", entry.number), " ", .element("span", [entry.what])])
    }
    return HTML([
      .element("ul", ["class": "numbers"], items),
      HTML([IncidentSubject(report.records).caption, notCivilians].compactMap(\.self).map { .paragraph($0) }),
      .paragraph(silence, style: "fine"),
    ])
  }

  /// Whose figures the sums leave out.
  private var notCivilians: String? {
    let others = report.records.filter { !$0.account.victims.mayBeCivilians && ($0.killed != nil || $0.injured != nil) }
    guard !others.isEmpty else { return nil }
    let kinds = Victims.allCases.filter { victims in others.contains { $0.account.victims == victims } }
    return "The figures of \(counted(others.count, "incident")) count \(inWords(kinds.map(\.words))): they are in the "
      + "table, and in no sum."
  }

  private var silence: String {
    "Where an entry states no number, none is counted: silence is not zero. No symbol on a map means no report in "
      + "these documents; it does not mean no harm."
  }

  private var areaTable: HTML {
    let assessments = tally.assessments.present
    let summaries = AreaSummary.summaries(of: report.records)
    guard !summaries.isEmpty else { return .none }
    let numbers = ["incidents"] + assessments.map(\.words) + ["killed", "injured"]
    return .table(
      ["class": "areas"], caption: areaCaption,
      columns: [("Where", false)] + numbers.map { (HTML($0.capitalizedFirst), true) },
      rows: summaries.map { area in
        let counts = [area.tally.incidents] + assessments.map { area.tally.assessments[$0] }
        let sums = [area.tally.killed, area.tally.injured].map { $0.range?.description ?? "–" }
        return [name(of: area)] + counts.map { HTML("\($0)") } + sums.map { HTML($0) }
      })
  }

  /// The caption says whom the last columns count, where any number is in them.
  private var areaCaption: HTML {
    guard tally.killed.range != nil || tally.injured.range != nil else { return "Incidents by governorate" }
    return HTML([
      "Incidents by governorate", .element("span", ["class": "quiet"], "; killed, injured: \(people.subject)"),
    ])
  }

  private func name(of summary: AreaSummary) -> HTML {
    let country = countryName(summary.country)
    guard let governorate = summary.governorate else {
      return HTML(summary.country == nil ? "No country stated" : "\(country), no single governorate")
    }
    let name = HTML("\(governorate.name), \(country)")
    guard let area = areas.first(where: { $0.region == .governorate(governorate.code) }), area.map != nil else {
      return name
    }
    return .element("a", ["href": "#\(area.anchor)"], [name])
  }

  /// A country's name; its English one where no gazetteer has its outline.
  func countryName(_ code: String?) -> String {
    guard let code else { return "no country" }
    return basemap.countries.first { $0.code == code }?.name ?? WorldCountryNames.english(code) ?? code
  }

  private var countryMaps: HTML {
    let figures = areas.filter(\.isCountry).map(figure)
    return figures.isEmpty ? .none : .element("div", ["class": "sheets"], figures)
  }

  /// The governorates' maps, by country.
  var maps: HTML {
    let countries = areas.filter(\.isCountry)
    return .section(
      id: "maps", "Maps to print",
      countries.flatMap { country -> [HTML] in
        let governorates = areas.filter { !$0.isCountry && $0.country == country.name }
        guard !governorates.isEmpty else { return [] }
        return [
          .element("h3", country.name), .element("div", ["class": "sheets"], governorates.map(figure)),
        ]
      })
  }

  /// An area's map with its counts and links to its files; the data alone where there is no map.
  private func figure(_ area: AtlasArea) -> HTML {
    let tally = IncidentTally(area.records)
    let counts = tally.assessments.present.map { "\(tally.assessments[$0]) \($0.words)" }
    let headline = "\(counted(tally.incidents, "incident")): \(counts.joined(separator: ", "))"
    let picture = area.map.map {
      MapFigure(map: $0, alternative: "Map of reported incidents in \(area.name). \(headline).").html
    }
    let files = [
      area.map.map { ($0.sheet.path, "open the map large (SVG)") },
      (area.path.path(extension: "geojson"), "data (GeoJSON)"),
    ]
    let links = files.compactMap(\.self).map { HTML.element("a", ["href": urlPath($0.0)], $0.1) }
    let caption: [HTML] = [
      .element("b", area.name), HTML(" · \(headline) · "), HTML(links.flatMap { [$0, " "] }),
    ]
    return .element(
      "figure", ["id": area.anchor],
      [picture ?? .paragraph("No gazetteer has an outline of \(area.name): there is no map.")]
        + [.element("figcaption", caption)])
  }

  /// The word for an assessment, with its symbol before it.
  func assessment(_ assessment: Assessment) -> HTML {
    HTML([.element("span", ["class": "key key-\(assessment.rawValue)"], ""), HTML(" " + assessment.words)])
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension HTML {
  static func element(_ name: String, _ children: [HTML]) -> HTML { element(name, [:], children) }
  static func element(_ name: String, _ text: String) -> HTML { element(name, [:], text) }
}
