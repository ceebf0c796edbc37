import Analysis
import Cartography
import Incidents
import Publishing
import Reports

/// A country or governorate that a run made files for.
public struct AtlasArea: Sendable {
  /// What it is, with its code.
  public var region: MapRegion
  /// Its name.
  public var name: String
  /// The name of the country it lies in; its own for a country.
  public var country: String
  /// Where its files lie.
  public var path: AreaPath
  /// Its map; nil where no gazetteer has an outline of it.
  public var map: PrintedMap?
  /// The incidents whose place lies in it.
  public var records: [IncidentRecord]

  /// An area and its files.
  public init(
    region: MapRegion, name: String, country: String, path: AreaPath, map: PrintedMap?, records: [IncidentRecord]
  ) {
    self.region = region
    self.name = name
    self.country = country
    self.path = path
    self.map = map
    self.records = records
  }
}

/// Everything a run found, as a page for a browser: `index.html`, with its style and scripts beside it. It opens from
/// disk and asks no network for anything. All values go in, all files come out; the same values give the same bytes.
public struct AtlasPage: Sendable {
  /// What the run found. Its files are those that the page links to.
  public var report: RunReport
  /// The texts, in the order of the report, which lists the tables behind them.
  public var documents: [SourceDocument]
  /// The incidents as they were read and located: where each field stands, and what was considered.
  public var located: [LocatedIncident]
  /// The areas with incidents, each country before its governorates.
  public var areas: [AtlasArea]
  /// The maps of the monthly figures, in the order of the documents and their figures; nil where there is none.
  public var figureMaps: [PrintedMap?]
  /// The base of the interactive map.
  public var basemap: Basemap
  /// What maps call places, where that is not what the data do.
  public var mapNames: [Location: String]
  /// Who published the places that incidents were matched to, one line each.
  public var placeCredits: [String]

  /// A page about a run.
  public init(
    report: RunReport, documents: [SourceDocument], located: [LocatedIncident], areas: [AtlasArea],
    figureMaps: [PrintedMap?], basemap: Basemap, mapNames: [Location: String] = [:], placeCredits: [String]
  ) {
    precondition(
      report.documents.map(\.name).starts(with: documents.map(\.name)), "the page is about the run's documents")
    self.report = report
    self.documents = documents
    self.located = located
    self.areas = areas
    self.figureMaps = figureMaps
    self.basemap = basemap
    self.mapNames = mapNames
    self.placeCredits = placeCredits
  }

  /// The path of the page.
  public static let path = "index.html"
  /// The folder beside the page in which the interactive map looks for Leaflet.
  public static let leafletFolder = "leaflet"
  /// The folder of the page's style and scripts.
  static let folder = "atlas"

  /// The page and what it needs, but for Leaflet.
  public func files() throws -> [OutputFile] {
    let assets = try PageResources.assets().map { OutputFile(path: "\(Self.folder)/\($0.name)", bytes: $0.bytes) }
    let base = OutputFile(path: "\(Self.folder)/basemap.js", bytes: BasemapData(self).script)
    return [OutputFile(path: Self.path, bytes: try html())] + assets + [base]
  }

  private func html() throws -> [UInt8] {
    let sections: [String: HTML] = [
      "title": HTML(title), "summary": HTML(summary), "period": HTML(period), "navigation": navigation,
      "overview": overview, "maps": maps, "figures": figures, "ledger": ledger, "unresolved": unresolved,
      "sources": sources, "method": method,
      "data": HTML.data(id: "atlas-data", json: IncidentData(self).json.lines(depth: 2)),
    ]
    return try PageResources.template().filled(with: sections)
  }

  var tally: IncidentTally { IncidentTally(report.records) }

  /// Whom the page's sums count.
  var people: CountedPeople { CountedPeople(report.records) }

  /// `Reported civilian-harm incidents in Iraq and Syria`; without `civilian-harm` where some are of others.
  var title: String {
    let countries = areas.filter(\.isCountry).map(\.name)
    let places = countries.isEmpty ? "" : " in \(inWords(countries))"
    guard tally.incidents > 0 else { return "Monthly casualty figures" }
    return IncidentSubject(report.records).title + places
  }

  /// The first and the last day of the data, and how many incidents have none.
  var period: String {
    if let dates = tally.dates { return dates.words + (tally.undated > 0 ? ", and \(tally.undated) undated" : "") }
    let months = report.documents.flatMap(\.figures).map(\.month)
    return tally.incidents == 0 ? inWords(months) : "no dates stated"
  }

  /// What a search engine or a link preview would show.
  private var summary: String {
    let assessments = tally.assessments.present.map { "\(tally.assessments[$0]) \($0.words)" }
    let stated = [("killed", tally.killed), ("injured", tally.injured)].compactMap { word, sum in
      sum.range.map { "\($0) \(people.words($0, word))" }
    }
    let incidents = counted(tally.incidents, "incident") + (assessments.isEmpty ? "" : ": " + inWords(assessments))
    return ([incidents] + stated).joined(separator: "; ")
  }

  private var navigation: HTML {
    let entries = [
      ("overview", "Overview", true), ("explore", "Map and incidents", tally.incidents > 0),
      ("maps", "Maps to print", areas.contains { !$0.isCountry }),
      ("figures", "Monthly figures", report.documents.contains { !$0.figures.isEmpty }),
      ("ledger", "Figures checked", true), ("unresolved", "Not placed", true), ("sources", "Sources", true),
      ("method", "Method", true),
    ]
    return .list(entries.filter(\.2).map { HTML.element("a", ["href": "#\($0.0)"], $0.1) })
  }
}

extension AtlasArea {
  var isCountry: Bool {
    if case .country = region { true } else { false }
  }

  /// The anchor of its map on the page.
  var anchor: String { "map-\(region.code)" }
}

extension Assessment {
  /// The word for it, as the maps' legends have it.
  var words: String { self == .unstated ? "not stated" : rawValue }
}

/// `A`, `A and B`, `A, B and C`.
func inWords(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
