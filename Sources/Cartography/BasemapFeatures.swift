import Geo
import GeoEngine

/// The parts of the basemap that one frame shows, on the sheet.
struct BasemapFeatures {
  struct Area {
    let code: String
    let name: String
    let outlines: [PageOutline]
    let credits: [String]
  }

  struct Town {
    let name: String
    let point: PagePoint
    let isInFocus: Bool
    let credits: [String]
  }

  /// What the map is about: one governorate, or all of a country.
  let focus: [Area]
  /// The governorates around a governorate.
  let neighbors: [Area]
  /// The countries, the map's own included: its land shows where no governorate is known.
  let countries: [Area]
  /// The countries but the map's own.
  let otherCountries: [Area]
  /// The map's own country.
  let own: [Area]
  let lakes: [PageOutline]
  let rivers: [(name: String, lines: [[PagePoint]])]
  /// How wide they are drawn, in sheet units.
  let riverWidth: Double
  /// Who made the rivers and lakes.
  let waterCredits: Set<String>
  /// The most important first.
  private(set) var towns: [Town]

  /// More towns than this could never be labeled.
  private static let mostTowns = 80

  init(_ basemap: Basemap, region: MapRegion, viewport: Viewport) throws(EngineError) {
    let shown = try viewport.shownBox()
    riverWidth = viewport.riverWidth
    let governorates = basemap.governorates.filter { $0.box.intersects(shown) }
    let (inFocus, around) = (
      governorates.filter(region.includes), governorates.filter { region.isGovernorate && !region.includes($0) }
    )
    focus = try Self.areas(inFocus.isEmpty ? basemap.countries.filter(region.includes) : inFocus, viewport)
    neighbors = try Self.areas(around, viewport)
    countries = try Self.areas(basemap.countries.filter { $0.box.intersects(shown) }, viewport)
    own = countries.filter { region.code.hasPrefix($0.code) }
    otherCountries = countries.filter { !region.code.hasPrefix($0.code) }
    var lakes: [PageOutline] = []
    var waterCredits: Set<String> = []
    for lake in basemap.lakes where lake.box.intersects(shown) {
      let outlines = try viewport.outlines(lake.outline)
      if !outlines.isEmpty { waterCredits.formUnion(lake.credits) }
      lakes += outlines
    }
    self.lakes = lakes
    var rivers: [(name: String, lines: [[PagePoint]])] = []
    for river in basemap.rivers where river.box?.intersects(shown) ?? false {
      let lines = try viewport.lines(river.lines)
      if !lines.isEmpty { waterCredits.formUnion(river.credits) }
      rivers.append((river.name, lines))
    }
    self.waterCredits = waterCredits
    self.rivers = rivers
    towns = try Self.towns(basemap.towns.filter { shown.contains($0.coordinate) }, focus, viewport)
  }

  /// The same without towns.
  var withoutTowns: BasemapFeatures {
    var features = self
    features.towns = []
    return features
  }

  private static func areas(_ areas: [Basemap.Area], _ viewport: Viewport) throws(EngineError) -> [Area] {
    var shown: [Area] = []
    for area in areas {
      let outlines = try viewport.outlines(area.outline)
      shown.append(Area(code: area.code, name: area.label, outlines: outlines, credits: area.credits))
    }
    return shown
  }

  private static func towns(
    _ towns: [Basemap.Town], _ focus: [Area], _ viewport: Viewport
  ) throws(EngineError) -> [Town] {
    let leading = towns.sorted { ($1.importance, $0.name) < ($0.importance, $1.name) }.prefix(mostTowns)
    let points = try viewport.page(leading.map(\.coordinate))
    return zip(leading, points).filter { viewport.frame.contains($1) }.map { town, point in
      let isInFocus = focus.contains { $0.outlines.contains { $0.contains(point) } }
      return Town(name: town.name, point: point, isInFocus: isInFocus, credits: town.credits)
    }
  }
}

extension MapRegion {
  var isGovernorate: Bool {
    if case .governorate = self { true } else { false }
  }

  /// Whether the area is, or is part of, what the map is about.
  func includes(_ area: Basemap.Area) -> Bool {
    switch self {
    case .governorate(let code): area.code == code
    case .country(let code): area.countryCode == code
    }
  }
}
