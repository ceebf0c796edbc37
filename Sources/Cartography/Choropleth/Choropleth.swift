import Incidents

/// Everything a map of monthly figures is drawn from.
public struct ChoroplethRequest: Sendable {
  /// ISO 3166-1 alpha-2.
  public var country: String
  /// The figures, with their governorates.
  public var figures: LocatedFigures
  /// What is drawn under and around them.
  public var basemap: Basemap
  /// The classes, the same for all months of a run.
  public var classes: CountClasses
  /// Where the figures come from, one line each.
  public var sources: [String]
  /// The paper; its theme is not used.
  public var format: SheetFormat

  /// A request for a map of a month's figures.
  public init(
    country: String, figures: LocatedFigures, basemap: Basemap, classes: CountClasses, sources: [String],
    format: SheetFormat = .standard
  ) {
    self.country = country
    self.figures = figures
    self.basemap = basemap
    self.classes = classes
    self.sources = sources
    self.format = format
  }
}

/// A map of governorates colored by the number of civilians killed and injured in a month. It shows counts, not rates,
/// and no point: figures of a governorate are not those of a place in it.
public struct Choropleth: Sendable {
  /// How a governorate is filled.
  public enum Fill: Hashable, Sendable {
    /// By its class, counted from 0.
    case counted(Int)
    /// The text states that there were none.
    case zero
    /// The text does not name it.
    case noData
    /// The text says that its figures are left out.
    case excluded
  }

  /// The fill of each governorate of the country, by ISO 3166-2 code.
  public let fills: [String: Fill]
  /// The drawing: SVG 1.1.
  public let svg: String

  /// Draws the map.
  /// - Throws: `CartographyError.unknownRegion` when the basemap has no outline of the country, and
  ///   `CartographyError.engine` when a position cannot be projected.
  public init(_ request: ChoroplethRequest) throws(CartographyError) {
    guard let country = request.basemap.countries.first(where: { $0.code == request.country }) else {
      throw .unknownRegion(code: request.country)
    }
    do {
      let sheet = try ChoroplethSheet(request, country: country)
      fills = sheet.content.fills
      svg = sheet.svg()
    } catch {
      throw .engine(error)
    }
  }
}

/// What a map of figures says: fills, labels, legend and words.
struct ChoroplethContent {
  let request: ChoroplethRequest
  let countryName: String
  let fills: [String: Choropleth.Fill]
  /// `Ninewa 7 + 19`, by code.
  let labels: [String: String]

  init(_ request: ChoroplethRequest, country: Basemap.Area) {
    self.request = request
    countryName = country.name
    var fills: [String: Choropleth.Fill] = [:]
    var labels: [String: String] = [:]
    let governorates = request.basemap.governorates.filter { $0.countryCode == request.country[...] }
    let names = Dictionary(governorates.map { ($0.code, $0.label) }, uniquingKeysWith: { first, _ in first })
    for area in governorates { fills[area.code] = .noData }
    for match in request.figures.excluded { fills[match.governorate?.code ?? ""] = .excluded }
    for area in request.figures.areas {
      guard let governorate = area.match?.governorate, let total = area.area.toll.total else { continue }
      fills[governorate.code] = request.classes.index(of: total).map { .counted($0) } ?? .zero
      labels[governorate.code] =
        "\((names[governorate.code] ?? governorate.name).isolated) \(Self.label(area.area.toll))"
    }
    self.fills = fills
    self.labels = labels
  }

  private static func label(_ toll: MonthlyFigures.Toll) -> String {
    guard let killed = toll.killed, let injured = toll.injured else { return "\(toll.total ?? 0)" }
    return "\(killed.value) + \(injured.value)"
  }

  private var figures: MonthlyFigures { request.figures.figures }

  var title: String { "Civilian casualties in \(countryName), \(request.figures.month)" }

  /// The total and what of it the governorates account for.
  var counts: [String] {
    var lines = ["Stated total: \(inWords(figures.national.killed?.value, figures.national.injured?.value))"]
    let listed = counted(request.figures.areas.count, "governorate")
    if let remainder {
      lines.append("Named with figures: \(listed). Not assigned to a governorate in the text: \(remainder)")
    }
    return lines
  }

  /// What no governorate accounts for; nil when it cannot be computed.
  var remainder: String? {
    guard figures.killedElsewhere != nil || figures.injuredElsewhere != nil else { return nil }
    return inWords(figures.killedElsewhere, figures.injuredElsewhere)
  }

  private func inWords(_ killed: Int?, _ injured: Int?) -> String {
    [killed.map { "\($0) killed" }, injured.map { "\($0) injured" }].compactMap(\.self).joined(separator: ", ")
  }

  /// What a reader must know before drawing conclusions.
  var caveats: [String] {
    var sentences = [
      "Counts, not rates: governorates differ in population. Figures of a whole governorate say nothing about where in "
        + "it people were harmed."
    ]
    if fills.values.contains(.noData) {
      sentences.append("Gray does not mean none: the text gives no figures for these governorates.")
    }
    if !figures.caveats.isEmpty {
      let words = figures.caveats.map { $0.kind.rawValue + ($0.area.map { " (\($0.value))" } ?? "") }
      sentences.append("The source's own reservations: \(words.joined(separator: "; ")).")
    }
    switch figures.includesPolice?.value {
    case true?: sentences.append("Police off combat duty are included.")
    case false?: sentences.append("Police are not included.")
    case nil: break
    }
    return sentences
  }

  /// What the picture says, for those who do not see it.
  var message: String {
    let areas = labels.sorted { $0.key < $1.key }.map(\.value).joined(separator: "; ")
    return "\(counts.joined(separator: ". ")). Killed + injured by governorate: \(areas). "
      + caveats.joined(separator: " ")
  }
}
