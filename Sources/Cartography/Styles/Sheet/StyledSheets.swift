import GeoEngine

/// A map in a style of its own, on one sheet or, where its small maps need them, on several: they share all but the maps.
struct StyledSheets {
  let sheets: [StyledSheet]
  let legend: Legend
  private let text: StyledText
  /// The table of the map. It is worked out beside the drawing: asked for last.
  var marks: [MapMark] { text.marks }

  init(_ request: StyledMapRequest, area: Basemap.Area) throws(CartographyError) {
    let context = try StyleContext(request, area: area)
    let drawing = try context.drawing()
    let text = StyledText(context, drawing)
    self.text = text
    do {
      let ground = try context.ground()
      let locator = try LocatorGround(request.map.region, basemap: request.map.basemap)
      let fullest = Legend(drawing.legend(.most(context.drawn.pointlikeCount)))
      let arrangement = try context.arrangement(text, ground, legend: fullest, locator)
      let panels =
        context.slices.count > 1
        ? try context.smallMaps(drawing, ground, arrangement.frames)
        : [try context.singleMap(drawing, ground, in: arrangement.frames[0][0])]
      let legend = Legend(drawing.legend(Legend.Marks(panels.flatMap(\.self))))
      self.legend = legend
      sheets = try zip(arrangement.heads, panels).map { head, panels throws(EngineError) in
        try StyledSheet(context, text, head: head, panels: panels, legend: legend, arrangement, locator)
      }
    } catch {
      throw .engine(error)
    }
  }
}

extension StyleContext {
  fileprivate func arrangement(
    _ text: StyledText, _ ground: PlanarRectangle, legend: Legend, _ locator: LocatorGround?
  ) throws(EngineError) -> Arrangement {
    let aspect = ground.height / ground.width
    let locatorHeight = locator.map { _ in Locator.height } ?? 0
    guard slices.count > 1 else {
      return Arrangement(text, request.format, aspect: aspect, legend: legend, locatorHeight: locatorHeight)
    }
    let base = try StylePanel(sample: ground, context: self)
    let notes = SheetNotes(
      text.notes([base], projectionName: projection.name), width: request.format.contentWidth)
    return Arrangement(
      smallMaps: slices, text, request.format, aspect: aspect, legend: legend, locatorHeight: locatorHeight,
      notes: notes)
  }
}
