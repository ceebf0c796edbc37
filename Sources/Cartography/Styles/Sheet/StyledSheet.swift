import Geo
import GeoEngine

/// A sheet in a style of its own, from top to bottom: title, map or small maps, legend beside or below, notes.
struct StyledSheet {
  let drawing: any StyleDrawing
  let legend: Legend
  let panels: [StylePanel]
  /// The table of the map.
  var marks: [MapMark] { text.marks }
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
    let fullest = Legend(drawing.legend(.most(context.drawn.pointlikeCount)))
    text = StyledText(context, drawing)
    do {
      let width = request.format.contentWidth
      head = SheetHead(title: text.title, subtitle: text.subtitle, counts: text.counts, width: width)
      let ground = try context.ground()
      let locatorGround = try LocatorGround(request.map.region, basemap: request.map.basemap)
      let arrangement = Arrangement(
        context, aspect: ground.height / ground.width, legend: fullest,
        locatorHeight: locatorGround.map { _ in Locator.height } ?? 0, top: head.height)
      panels =
        context.slices.count > 1
        ? try context.smallMaps(drawing, ground, arrangement.frames)
        : try context.singleMap(drawing, ground, in: arrangement.frames[0])
      legend = Legend(drawing.legend(Legend.Marks(panels)))
      let mapsBottom = panels.map { $0.frame.maxY + $0.offset.y }.max() ?? arrangement.bottom
      legendPlace = arrangement.legendPlace(legend, mapsBottom: mapsBottom)
      locator = try Locator(locatorGround, basemap: request.map.basemap, in: legendPlace.free)
      notesTop = max(mapsBottom + 6, legendPlace.bottom(legend)) + Self.gap
      notes = SheetNotes(text.notes(panels, projectionName: context.projection.name), width: width)
    } catch {
      throw .engine(error)
    }
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
      svg.element("g", ["id": "maps", "class": .text(context.styleClass)]) { svg in
        for panel in panels { panel.write(to: &svg) }
      }
      legendPlace.write(legend, scale: panels.first?.layer.scale ?? .fitting(1), to: &svg)
      locator?.write(to: &svg)
      notes.write(at: PagePoint(x: MapSheet.margin, y: notesTop), to: &svg)
    }
    return svg.document
  }
}
