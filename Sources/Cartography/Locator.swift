import Geo
import GeoEngine

/// A small map of the country that shows where the governorate lies.
struct Locator {
  private let box: Box
  private let countries: [PageOutline]
  private let governorates: [PageOutline]
  private let focus: [PageOutline]

  /// The height it takes where it can choose.
  static let height = 120.0
  private static let smallestHeight = 80.0

  /// Stands at the bottom of the free box. Nil for a country, or without room.
  init?(_ region: MapRegion, basemap: Basemap, in free: Box) throws(EngineError) {
    guard region.isGovernorate, free.height >= Self.smallestHeight,
      let country = basemap.countries.first(where: { region.code.hasPrefix($0.code + "-") })
    else { return nil }
    let projection = try Projection(equalAreaFor: country.box)
    let outline = try projection.project(country.outline.polygons.flatMap(\.exterior.coordinates))
    guard let ground = PlanarRectangle(outline) else { return nil }
    let height = min(free.height, Self.height)
    let width = min(free.width, height * ground.width / ground.height)
    box = Box(x: free.minX, y: free.maxY - height, width: width, height: height)
    let viewport = Viewport(projection: projection, showing: ground, in: box, margin: 4)
    let shown = try viewport.shownBox()
    var countries: [PageOutline] = []
    for area in basemap.countries where area.box.intersects(shown) {
      countries += try viewport.outlines(area.outline)
    }
    var (governorates, focus): ([PageOutline], [PageOutline]) = ([], [])
    for area in basemap.governorates where area.countryCode == country.code {
      let outlines = try viewport.outlines(area.outline)
      if region.includes(area) { focus += outlines } else { governorates += outlines }
    }
    (self.countries, self.governorates, self.focus) = (countries, governorates, focus)
  }

  func write(to svg: inout SVGWriter) {
    svg.element("g", ["id": "locator", "class": "locator"]) { svg in
      svg.element("defs") { svg in
        svg.element("clipPath", ["id": "locator-clip"]) { $0.rectangle(box, "") }
      }
      svg.element("g", ["clip-path": "url(#locator-clip)"]) { svg in
        svg.rectangle(box, "sea")
        svg.element("path", ["class": "locator-countries", "d": .path(SVGPath(countries))])
        svg.element("path", ["class": "locator-governorates", "d": .path(SVGPath(governorates))])
        svg.element("path", ["class": "locator-focus", "d": .path(SVGPath(focus))])
      }
      svg.rectangle(box, "neatline")
    }
  }
}
