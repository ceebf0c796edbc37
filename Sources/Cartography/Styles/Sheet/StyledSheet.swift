import GeoEngine

/// A sheet in a style of its own, from top to bottom: title, map or small maps, legend beside or below, notes.
struct StyledSheet {
  private let context: StyleContext
  private let text: StyledText
  private let head: SheetHead
  let panels: [StylePanel]
  private let legend: Legend
  private let legendPlace: LegendPlace
  private let locator: Locator?
  private let notes: SheetNotes
  private let notesTop: Double

  /// Above the notes.
  static let gap = 14.0

  /// - Parameter panels: its maps, one or more.
  init(
    _ context: StyleContext, _ text: StyledText, head: SheetHead, panels: [StylePanel], legend: Legend,
    _ arrangement: Arrangement, _ locatorGround: LocatorGround?
  ) throws(EngineError) {
    (self.context, self.text, self.head, self.panels, self.legend) = (context, text, head, panels, legend)
    let mapsBottom = panels.map { $0.frame.maxY + $0.offset.y }.max() ?? head.height
    legendPlace = arrangement.legendPlace(legend, mapsBottom: mapsBottom)
    locator = try Locator(locatorGround, basemap: context.request.map.basemap, in: legendPlace.free)
    notesTop = max(mapsBottom + 6, legendPlace.bottom(legend)) + Self.gap
    notes = SheetNotes(
      text.notes(panels, projectionName: context.projection.name), width: context.request.format.contentWidth)
  }

  /// The height of the paper, in sheet units.
  var height: Double { (notesTop + notes.height + MapSheet.margin).rounded(.up) }

  /// The drawing.
  func svg() -> String {
    let format = context.request.format
    var svg = SVGWriter()
    svg.sheet(
      title: [text.title, text.subtitle, head.part].compactMap(\.self).joined(separator: ", "),
      description: text.message, height: height, format: format, styles: format.theme.css, patterns: Theme.writePattern
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
