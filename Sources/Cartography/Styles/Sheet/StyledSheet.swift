import Geo
import GeoEngine

/// A sheet in a style of its own, from top to bottom: title, map or small maps, legend beside or below, notes.
struct StyledSheet {
  let drawing: any StyleDrawing
  let legend: Legend
  let panels: [StylePanel]
  private let context: StyleContext
  private let text: StyledText
  private let head: SheetHead
  private let legendPlace: LegendPlace
  private let locator: Locator?
  private let notes: SheetNotes
  private let notesTop: Double

  private static let gap = 14.0

  init(_ request: StyledMapRequest, area: Basemap.Area) throws(CartographyError) {
    context = try StyleContext(request, area: area)
    drawing = try context.drawing()
    legend = Legend(drawing.legend)
    text = StyledText(context, drawing)
    do {
      let width = request.format.contentWidth
      head = SheetHead(title: text.title, subtitle: text.subtitle, counts: text.counts, width: width)
      let ground = try Self.ground(context)
      let arrangement = Arrangement(
        context, aspect: ground.height / ground.width, legend: legend, top: head.height)
      panels = try Self.panels(context, drawing, ground, arrangement.frames)
      legendPlace = arrangement.legendPlace
      locator = try Locator(request.map.region, basemap: request.map.basemap, in: legendPlace.free)
      notesTop = max(arrangement.bottom, legendPlace.bottom(legend)) + Self.gap
      notes = SheetNotes(text.notes(panels, projectionName: context.projection.name), width: width)
    } catch {
      throw .engine(error)
    }
  }

  /// The extent of the region and of all that is drawn at a place in it.
  private static func ground(_ context: StyleContext) throws(EngineError) -> PlanarRectangle {
    let outline = context.area.outline.polygons.flatMap(\.exterior.coordinates)
    let points = try context.projection.project(outline + context.whole.spots.map(\.coordinate))
    guard let ground = PlanarRectangle(points) else { preconditionFailure("a ring has positions") }
    return ground
  }

  private static func panels(
    _ context: StyleContext, _ drawing: any StyleDrawing, _ ground: PlanarRectangle, _ frames: [Box]
  ) throws(EngineError) -> [StylePanel] {
    let isSingle = frames.count == 1
    var panels: [StylePanel] = []
    let first = Viewport(projection: context.projection, showing: ground, in: frames[0], margin: isSingle ? 18 : 5)
    let features = try BasemapFeatures(context.request.map.basemap, region: context.request.map.region, viewport: first)
    let layers = try drawing.layers(on: first, features)
    for (number, (layer, slice)) in zip(layers, context.slices).enumerated() {
      let bar = number == 0 ? try ScaleBar(first, avoiding: layer.symbols.map(\.disk)) : nil
      let id = isSingle ? "map" : "map-\(slice.period ?? "all")"
      let title =
        isSingle ? nil : slice.time.map { ($0.title, context.quantity.counted(context.sum(slice.selection.records))) }
      panels.append(
        StylePanel(
          id: id, frame: frames[0], title: title, features: features, layer: layer, scaleBar: bar,
          offset: PagePoint(x: frames[number].minX, y: frames[number].minY)
            - PagePoint(x: frames[0].minX, y: frames[0].minY), baseID: panels.first?.id, isNamed: isSingle))
    }
    return panels
  }

  /// The drawing.
  func svg() -> String {
    let height = (notesTop + notes.height + MapSheet.margin).rounded(.up)
    let format = context.request.format
    var svg = SVGWriter()
    svg.sheet(
      title: "\(text.title), \(text.subtitle)", description: text.message, height: height, format: format,
      styles: format.theme.css, patterns: Theme.writePattern
    ) { svg in
      head.write(at: PagePoint(x: MapSheet.margin, y: 0), to: &svg)
      svg.element("g", ["id": "maps", "class": .text("style-\(context.request.style.rawValue)")]) { svg in
        for panel in panels { panel.write(to: &svg) }
      }
      legendPlace.write(legend, scale: panels.first?.layer.scale ?? .fitting(1), to: &svg)
      locator?.write(to: &svg)
      notes.write(at: PagePoint(x: MapSheet.margin, y: notesTop), to: &svg)
    }
    return svg.document
  }
}
