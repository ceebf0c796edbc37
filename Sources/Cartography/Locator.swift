import Geo
import GeoEngine

/// A small map that shows where the region of the large one lies.
struct Locator {
  private let box: Box
  private let countries: [PageOutline]
  private let governorates: [PageOutline]
  private let focus: [PageOutline]

  /// The height it takes where it can choose.
  static let height = 120.0
  private static let smallestHeight = 80.0

  /// Stands at the bottom of the free box. Nil without a ground or room.
  init?(_ ground: LocatorGround?, basemap: Basemap, in free: Box) throws(EngineError) {
    guard let ground, free.height >= Self.smallestHeight else { return nil }
    let aspect = ground.rectangle.width / ground.rectangle.height
    let height = min(free.height, Self.height, free.width / aspect)
    box = Box(x: free.minX, y: free.maxY - height, width: height * aspect, height: height)
    let viewport = Viewport(
      projection: ground.projection, showing: ground.rectangle, in: box, margin: ground.margin)
    let shown = try viewport.shownBox()
    var countries: [PageOutline] = []
    for area in basemap.countries where area.box.intersects(shown) {
      countries += try viewport.outlines(area.outline)
    }
    var (governorates, focus): ([PageOutline], [PageOutline]) = ([], [])
    if ground.region.isGovernorate {
      for area in basemap.governorates where area.countryCode == ground.country.code {
        let outlines = try viewport.outlines(area.outline)
        if ground.region.includes(area) { focus += outlines } else { governorates += outlines }
      }
    } else {
      focus = try viewport.outlines(ground.country.outline)
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
        if !governorates.isEmpty {
          svg.element("path", ["class": "locator-governorates", "d": .path(SVGPath(governorates))])
        }
        svg.element("path", ["class": "locator-focus", "d": .path(SVGPath(focus))])
      }
      svg.rectangle(box, "neatline")
    }
  }
}
