/// Where the maps and the legend of a sheet stand.
struct Arrangement {
  /// The frames of the maps; without enlargements.
  let frames: [Box]
  /// Where they end.
  let bottom: Double
  /// That of the only map; nil where there are several.
  private let plan: MapPlan?
  private let contentWidth: Double
  private let locatorHeight: Double

  /// Between maps and what is below them: labels of degrees have room there.
  static let gap = 20.0

  init(_ context: StyleContext, aspect: Double, legend: Legend, locatorHeight: Double, top: Double) {
    contentWidth = context.request.format.contentWidth
    self.locatorHeight = locatorHeight
    guard context.slices.count > 1 else {
      let plan = MapPlan(
        aspect: aspect, legend: legend, locatorHeight: locatorHeight, top: top, contentWidth: contentWidth)
      (frames, bottom, self.plan) = ([plan.map], plan.map.maxY, plan)
      return
    }
    let panels = PanelPlan(count: context.slices.count, aspect: aspect, top: top, contentWidth: contentWidth)
    (frames, bottom, plan) = (panels.frames, panels.bottom, nil)
  }

  /// The columns of the legend, below maps that end there where they are not beside the only one.
  func legendPlace(_ legend: Legend, mapsBottom: Double) -> LegendPlace {
    let below = mapsBottom + Self.gap
    return plan?.legendPlace(legend, below: below, locatorHeight: locatorHeight)
      ?? LegendPlace(legend, below: below, locatorHeight: locatorHeight, contentWidth: contentWidth)
  }
}
