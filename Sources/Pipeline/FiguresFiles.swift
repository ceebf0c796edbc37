import Cartography
import Gazetteer
import Incidents
import Publishing
import WebAtlas

extension Resolver {
  /// The governorates that monthly figures name. A name that is no governorate's has no answer: figures are never put
  /// on a town or a district of that name.
  func locate(_ figures: MonthlyFigures) -> LocatedFigures {
    let areas = figures.areas.map { LocatedFigures.Area(area: $0, match: governorate($0.mention)) }
    let excluded = figures.caveats.compactMap { caveat -> Match? in
      guard caveat.kind == .notIncluded, let name = caveat.area else { return nil }
      return governorate(
        PlaceMention(name: name.value, country: nil, countryCode: figures.countryCode, span: name.span))
    }
    return LocatedFigures(figures: figures, areas: areas, excluded: excluded)
  }

  private func governorate(_ mention: PlaceMention) -> Match? {
    var stated = mention
    stated.name += " Governorate"
    let resolution = resolve(stated)
    guard resolution.status == .resolved, let best = resolution.best, best.kind == .governorate else { return nil }
    return best
  }
}

/// What a run makes of one month's figures: the governorates as areas, and where the country's outline is known a map.
struct FiguresFiles {
  let data: OutputFile
  let map: PrintedMap?

  var all: [OutputFile] { [data] + (map?.files ?? []) }
}

/// The files of monthly figures, in their order.
func figuresFiles(_ located: [LocatedFigures], atlas: Atlas) throws -> [FiguresFiles] {
  let largest = located.flatMap(\.areas).compactMap(\.area.toll.total).max() ?? 0
  return try zip(FiguresPath.paths(located), located).map { path, figures in
    FiguresFiles(
      data: FiguresFile.file(figures, path: path + ".geojson"),
      map: try choropleth(figures, largest: largest, atlas: atlas, path: path))
  }
}

private func choropleth(
  _ figures: LocatedFigures, largest: Int, atlas: Atlas, path: String
) throws -> PrintedMap? {
  guard let country = figures.figures.countryCode, atlas.country(country) != nil else { return nil }
  var request = ChoroplethRequest(
    country: country, figures: figures, basemap: atlas.basemap, classes: CountClasses(maximum: largest),
    sources: ["casualty figures of the United Nations mission (\(figures.figures.document))"])
  let sheet = OutputFile(path: path + ".svg", bytes: Array(try Choropleth(request).svg.utf8))
  request.format = .narrow
  let narrow = OutputFile(path: path + ".narrow.svg", bytes: Array(try Choropleth(request).svg.utf8))
  return PrintedMap(sheet: sheet, narrow: narrow)
}

/// Findings about governorates that no gazetteer knows.
func figuresDiagnostics(_ located: LocatedFigures, line: (ByteSpan) -> Int) -> [Diagnostic] {
  located.areas.filter { $0.match == nil }.map { area in
    let span = area.area.mention.span
    return Diagnostic(
      .doubtful,
      "no governorate of the gazetteer is called \(area.area.mention.name); its figures are in the table only",
      document: located.figures.document, line: line(span), span: span)
  }
}
