import GeoEngine

/// Where the heads, the maps and the legend of the sheets stand.
struct Arrangement {
  /// The head of each sheet.
  let heads: [SheetHead]
  /// The frames of each sheet's maps; without enlargements.
  let frames: [[Box]]
  /// That of the only map; nil where there are several.
  private let plan: MapPlan?
  private let contentWidth: Double
  private let locatorHeight: Double

  /// Between maps and what is below them: labels of degrees have room there.
  static let gap = 20.0

  /// One map, with the legend beside or below it.
  init(_ text: StyledText, _ format: SheetFormat, aspect: Double, legend: Legend, locatorHeight: Double) {
    (contentWidth, self.locatorHeight) = (format.contentWidth, locatorHeight)
    let head = text.head(part: nil)
    let plan = MapPlan(
      aspect: aspect, legend: legend, locatorHeight: locatorHeight, top: head.height, contentWidth: contentWidth)
    (heads, frames, self.plan) = ([head], [[plan.map]], plan)
  }

  /// Small maps, with the legend below them, on as many sheets as they need.
  /// - Parameter notes: what stands below the legend.
  init(
    smallMaps slices: [StyleSlice], _ text: StyledText, _ format: SheetFormat, aspect: Double, legend: Legend,
    locatorHeight: Double, notes: SheetNotes
  ) {
    (contentWidth, self.locatorHeight, plan) = (format.contentWidth, locatorHeight, nil)
    let all = slices[...]
    let top = text.head(part: SheetPart(number: slices.count, of: slices.count, all)).height
    let place = LegendPlace(legend, below: Self.gap, locatorHeight: locatorHeight, contentWidth: contentWidth)
    let below = place.bottom(legend) + StyledSheet.gap + notes.height + MapSheet.margin
    let room = PanelPlan.Room(
      top: top, width: contentWidth, height: format.mostHeight - top - below, isEndless: format.isForScreen)
    let sheets = PanelPlan(count: slices.count, aspect: aspect, in: room).sheets
    heads = sheets.indices.map { number in
      let shown = all.dropFirst(number * sheets[0].count).prefix(sheets[number].count)
      return text.head(part: sheets.count > 1 ? SheetPart(number: number + 1, of: sheets.count, shown) : nil)
    }
    frames = sheets
  }

  /// The columns of the legend, below maps that end there where they are not beside the only one.
  func legendPlace(_ legend: Legend, mapsBottom: Double) -> LegendPlace {
    let below = mapsBottom + Self.gap
    return plan?.legendPlace(legend, below: below, locatorHeight: locatorHeight)
      ?? LegendPlace(legend, below: below, locatorHeight: locatorHeight, contentWidth: contentWidth)
  }
}
