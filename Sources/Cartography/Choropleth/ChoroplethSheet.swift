import GeoEngine

/// The sheet of a map of figures: title, map with the legend beside it, notes. On a narrow one the legend is below.
struct ChoroplethSheet {
  let content: ChoroplethContent
  private let features: BasemapFeatures
  private let map: Box
  private let labels: [PlacedLabel]
  private let scaleBar: ScaleBar
  private let ticks: FrameTicks
  private let head: SheetHead
  private let legend: ChoroplethLegend
  private let legendCorner: PagePoint
  private let locator: Locator?
  private let bottom: Double
  private let notes: SheetNotes

  private static let legendWidth = 190.0
  private static let gap = 14.0
  /// Between the map and what stands below it there are degrees.
  private static let gapBelow = 26.0

  init(_ request: ChoroplethRequest, country: Basemap.Area) throws(EngineError) {
    content = ChoroplethContent(request, country: country)
    let fullWidth = request.format.contentWidth
    let hasLegendBeside = fullWidth >= 2.5 * Self.legendWidth
    head = SheetHead(title: content.title, subtitle: "", counts: content.counts, width: fullWidth)
    legend = ChoroplethLegend(content, width: hasLegendBeside ? Self.legendWidth : fullWidth)
    let projection = try Projection(equalAreaFor: country.box)
    let corners = try projection.project(country.outline.polygons.flatMap(\.exterior.coordinates))
    guard let ground = PlanarRectangle(corners) else { preconditionFailure("a ring has positions") }
    let width = hasLegendBeside ? fullWidth - Self.legendWidth - Self.gap : fullWidth
    let height = max(min(width * ground.height / ground.width, 560), hasLegendBeside ? legend.height : 0)
    map = Box(x: MapSheet.margin, y: head.height, width: width, height: height)
    legendCorner =
      hasLegendBeside
      ? PagePoint(x: map.maxX + Self.gap, y: map.minY) : PagePoint(x: map.minX, y: map.maxY + Self.gapBelow)
    let (place, bottom) = try Self.locator(
      request, below: PagePoint(x: legendCorner.x, y: legendCorner.y + legend.height),
      beside: hasLegendBeside ? map : nil)
    (locator, self.bottom) = (place, max(map.maxY, bottom))
    let viewport = Viewport(projection: projection, showing: ground, in: map, margin: 18)
    features = try BasemapFeatures(request.basemap, region: .country(request.country), viewport: viewport)
    labels = Self.labels(features, content, in: map)
    scaleBar = try ScaleBar(viewport, avoiding: labels.flatMap(\.boxes))
    ticks = try FrameTicks(viewport)
    notes = Self.notes(content, features, projectionName: projection.name)
  }

  /// A locator below the legend, and where what stands there ends: beside the map at its foot, where there is room.
  private static func locator(
    _ request: ChoroplethRequest, below corner: PagePoint, beside map: Box?
  ) throws(EngineError) -> (locator: Locator?, bottom: Double) {
    let top = corner.y + gap
    let free = Box(
      minX: corner.x, minY: top, maxX: corner.x + legendWidth, maxY: max(top, map?.maxY ?? top + Locator.height))
    let ground = try LocatorGround(.country(request.country), basemap: request.basemap)
    let locator = try Locator(ground, basemap: request.basemap, in: free)
    return (locator, locator == nil ? corner.y : free.maxY)
  }

  private static func notes(
    _ content: ChoroplethContent, _ features: BasemapFeatures, projectionName: String
  ) -> SheetNotes {
    let credits = Set((features.focus + features.countries).flatMap(\.credits)).sorted()
    var paragraphs = [content.caveats.joined(separator: " ")]
    paragraphs.append("Figures: " + content.request.sources.joined(separator: "; "))
    if !credits.isEmpty { paragraphs.append("Map data: borders: " + credits.joined(separator: "; ") + ".") }
    paragraphs.append("Projection: \(projectionName), WGS 84. The scale bar is right at the middle of the map.")
    return SheetNotes(paragraphs, width: content.request.format.contentWidth)
  }

  /// Governorates with figures are named first.
  private static func labels(_ features: BasemapFeatures, _ content: ChoroplethContent, in map: Box) -> [PlacedLabel] {
    var placer = LabelPlacer(frame: map)
    for area in features.focus {
      guard let text = content.labels[area.code] else { continue }
      placer.place(text, kind: .count, insideOrBeside: area.outlines, size: TypeSize.count)
    }
    for area in features.focus where content.labels[area.code] == nil {
      placer.place(area.name, kind: .area, insideOrBeside: area.outlines, size: TypeSize.area)
    }
    for country in features.otherCountries {
      _ = placer.place(country.name, kind: .country, inside: country.outlines, size: TypeSize.area)
    }
    return placer.placed
  }

  /// The drawing.
  func svg() -> String {
    let notesTop = bottom + Self.gap
    let height = (notesTop + notes.height + MapSheet.margin).rounded(.up)
    var svg = SVGWriter()
    svg.sheet(
      title: content.title, description: content.message, height: height, format: content.request.format
    ) { svg in
      head.write(at: PagePoint(x: MapSheet.margin, y: 0), to: &svg)
      writeMap(to: &svg)
      svg.element("g", ["id": "legend", "class": "legend"]) { svg in
        legend.write(at: legendCorner, to: &svg)
      }
      locator?.write(to: &svg)
      notes.write(at: PagePoint(x: MapSheet.margin, y: notesTop), to: &svg)
    }
    return svg.document
  }

  private func writeMap(to svg: inout SVGWriter) {
    svg.element("g", ["id": "map", "class": "frame"]) { svg in
      svg.element("defs") { svg in
        svg.element("clipPath", ["id": "map-clip"]) { $0.rectangle(map, "") }
      }
      svg.element("g", ["clip-path": "url(#map-clip)"]) { svg in
        svg.rectangle(map, "sea")
        svg.areas(features.otherCountries, "country")
        writeFills(to: &svg)
        svg.outlines(features.focus, "governorate-border")
        svg.outlines(features.countries, "country-border")
        svg.element("g", ["id": "map-labels", "class": "labels"]) { svg in labels.write(to: &svg) }
        scaleBar.write(id: "map-scale-bar", to: &svg)
      }
      svg.rectangle(map, "neatline")
      ticks.write(id: "map", in: map, to: &svg)
    }
  }

  private func writeFills(to svg: inout SVGWriter) {
    let colors = content.request.classes.colors
    for area in features.focus where !area.outlines.isEmpty {
      let path = SVGWriter.Value.path(SVGPath(area.outlines))
      let fill = (content.fills[area.code] ?? .noData).svg(colors)
      svg.element("path", ["class": "governorate", "data-code": .text(area.code), "fill": .text(fill), "d": path])
      guard content.fills[area.code] == .excluded else { continue }
      svg.element("path", ["class": "hatched", "d": path])
    }
  }
}

extension Choropleth.Fill {
  /// White for none, gray for no data; the hatching of what is left out lies over the gray.
  func svg(_ colors: [String]) -> String {
    switch self {
    case .counted(let index): colors[index]
    case .zero: "#ffffff"
    case .noData, .excluded: "#cfcfcf"
    }
  }
}
