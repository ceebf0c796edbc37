/// Where the maps and the legend of a sheet stand.
struct Arrangement {
  /// The frames of the maps.
  let frames: [Box]
  let legendPlace: LegendPlace
  /// Where the maps end.
  let bottom: Double

  private static let gap = 18.0

  init(_ context: StyleContext, aspect: Double, legend: Legend, top: Double) {
    let width = context.request.format.contentWidth
    let locatorHeight = context.request.map.region.isGovernorate ? Locator.height : 0
    guard context.slices.count > 1 else {
      let plan = MapPlan(
        aspect: aspect, legend: legend, locatorHeight: locatorHeight, top: top, contentWidth: width)
      frames = [plan.map]
      bottom = plan.map.maxY
      legendPlace = plan.legendPlace(legend, below: plan.map.maxY + Self.gap, locatorHeight: locatorHeight)
      return
    }
    let plan = PanelPlan(count: context.slices.count, aspect: aspect, top: top, contentWidth: width)
    frames = plan.frames
    bottom = plan.bottom
    legendPlace = LegendPlace(
      legend, below: plan.bottom + Self.gap, locatorHeight: locatorHeight, contentWidth: width)
  }
}
