import Geo
import GeoEngine

/// A sheet from top to bottom: title, map with the legend beside or below it, insets, notes.
struct MapSheet {
  static let width = 720.0
  static let margin = 14.0
  static let contentWidth = width - 2 * margin
  private static let gap = 14.0

  let frames: [MapFrame]
  let scale: SymbolScale
  let legend: Legend
  var selection: IncidentSelection { text.selection }
  private let text: MapText
  private let message: String
  private let head: SheetHead
  private let notes: SheetNotes
  private let legendPlace: LegendPlace
  private let locator: Locator?
  private let notesTop: Double

  init(_ request: MapRequest, region: Basemap.Area) throws(EngineError) {
    let selection = IncidentSelection(
      request.records, in: request.region, towns: TownNames(request.basemap.towns))
    text = MapText(request: request, selection: selection, regionName: region.name)
    let classes = request.density.flatMap { grid in
      DensityClasses(minimum: grid.values.lazy.compactMap { $0 }.min() ?? 0, maximum: grid.maximum)
    }
    let content = FrameContent(request: request, selection: selection, classes: classes)
    head = SheetHead(text, width: Self.contentWidth)

    let projection = try Projection(equalAreaFor: region.box)
    let ground = try Self.ground(of: region, selection, projection)
    let locatorGround = try LocatorGround(request.region, basemap: request.basemap)
    let locatorHeight = locatorGround.map { _ in Locator.height } ?? 0
    let fullest = Legend(text, classes: classes, marks: .most(selection.pointlikeCount))
    let plan = MapPlan(
      aspect: ground.height / ground.width, legend: fullest, locatorHeight: locatorHeight, top: head.height)
    let viewport = Viewport(projection: projection, showing: ground, in: plan.map, margin: 18)
    let (scale, symbols) = MapSymbol.fitting(try content.located(viewport))
    self.scale = scale

    let row = Inset.Row(left: Self.margin, top: plan.map.maxY + Self.gap, width: Self.contentWidth)
    let isCrowdedAllOver = selection.spots.count > MapSymbol.mostPlaces
    let insets = isCrowdedAllOver ? [] : try Inset.insets(for: content, on: viewport, scale, in: row)
    frames = try Self.frames(content, viewport, symbols, insets, scale)
    let marks = Legend.Marks(frames)
    legend = Legend(text, classes: classes, marks: marks)
    let framesBottom = (frames.map(\.box.maxY).max() ?? plan.map.maxY) + FrameTicks.labelHeight
    legendPlace = plan.legendPlace(
      legend, below: framesBottom + Self.gap, locatorHeight: locatorHeight)
    locator = try Locator(locatorGround, basemap: request.basemap, in: legendPlace.free)
    notesTop = max(framesBottom, legendPlace.bottom(legend)) + Self.gap
    notes = SheetNotes(
      text, caveats: text.caveats(hasCircles: marks.hasCircles), frames: frames, projectionName: projection.name,
      width: Self.contentWidth)
    message = text.message(hasCircles: marks.hasCircles)
  }

  private static func frames(
    _ content: FrameContent, _ map: Viewport, _ symbols: [MapSymbol], _ insets: [Inset], _ scale: SymbolScale
  ) throws(EngineError) -> [MapFrame] {
    try FrameWindow.windows(map, insets).drawn { window, named throws(EngineError) in
      let isMap = window.letter == nil
      let symbols =
        isMap ? symbols : MapSymbol.symbols(of: try content.located(window.viewport), scale: scale)
      return try content.frame(window, symbols: symbols, named: &named)
    }
  }

  /// The extent of the region and of all that is drawn at a place in it.
  private static func ground(
    of region: Basemap.Area, _ selection: IncidentSelection, _ projection: Projection
  ) throws(EngineError) -> PlanarRectangle {
    let outline = region.outline.polygons.flatMap(\.exterior.coordinates)
    let points = try projection.project(outline + selection.spots.map(\.coordinate))
    guard let ground = PlanarRectangle(points) else { preconditionFailure("a ring has positions") }
    return ground
  }

  /// The drawing.
  func svg() -> String {
    let height = (notesTop + notes.height + Self.margin).rounded(.up)
    var svg = SVGWriter()
    svg.sheet(title: "\(text.title), \(text.period)", description: message, height: height) { svg in
      head.write(at: PagePoint(x: Self.margin, y: 0), to: &svg)
      for frame in frames { frame.write(to: &svg) }
      legendPlace.write(legend, scale: scale, to: &svg)
      locator?.write(to: &svg)
      notes.write(at: PagePoint(x: Self.margin, y: notesTop), to: &svg)
    }
    return svg.document
  }
}

extension SVGWriter {
  /// The root of a sheet of that height: its title and description, its styles, its paper, and what the closure writes.
  mutating func sheet(
    title: String, description: String, height: Double, format: SheetFormat = .standard, styles: String = "",
    patterns: (inout SVGWriter) -> Void = { _ in }, content: (inout SVGWriter) -> Void
  ) {
    element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": .text("0 0 \(SVGNumber.text(format.width)) \(SVGNumber.text(height))"),
        "width": .text("\(SVGNumber.text(format.width / 4))mm"), "height": .text("\(SVGNumber.text(height / 4))mm"),
        "role": "img", "aria-labelledby": "sheet-title sheet-desc",
      ]
    ) { svg in
      svg.element("title", ["id": "sheet-title"], text: title)
      svg.element("desc", ["id": "sheet-desc"], text: description)
      svg.element("style", text: StyleSheet.css + styles)
      svg.element("defs") { svg in
        StyleSheet.writePatterns(to: &svg)
        patterns(&svg)
      }
      svg.rectangle(Box(x: 0, y: 0, width: format.width, height: height), "paper")
      content(&svg)
    }
  }
}
