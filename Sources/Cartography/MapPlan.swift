/// Where the map and its legend stand: beside one another for a region that is high or square, the legend below for a
/// wide one.
struct MapPlan {
  let map: Box
  let isLegendBeside: Bool
  private let contentWidth: Double

  private static let legendWidth = 190.0
  private static let gap = 14.0
  private static let sideAspect = 0.72
  private static let heights = (beside: 320.0...620, below: 260.0...480)

  /// The narrowest map that a legend may stand beside.
  private static let narrowestMap = 300.0

  /// A plan for a region so high for its width, with room for a locator of that height.
  init(
    aspect: Double, legend: Legend, locatorHeight: Double, top: Double, contentWidth: Double = MapSheet.contentWidth
  ) {
    self.contentWidth = contentWidth
    isLegendBeside =
      aspect >= Self.sideAspect && contentWidth >= Self.narrowestMap + Self.legendWidth + Self.gap
    let width = contentWidth - (isLegendBeside ? Self.legendWidth + Self.gap : 0)
    let heights = isLegendBeside ? Self.heights.beside : Self.heights.below
    let enlarged = max(1, contentWidth / MapSheet.contentWidth)
    var height = (width * aspect).clamped(to: min(heights.lowerBound, width)...heights.upperBound * enlarged)
    if isLegendBeside {
      let below = locatorHeight > 0 ? Self.gap + locatorHeight : 0
      height = max(height, legend.height(of: legend.blocks, width: Self.legendWidth) + below)
    }
    map = Box(x: MapSheet.margin, y: top, width: width, height: height)
  }

  /// The columns of the legend, and room for a locator; `below` is where they start when they are not beside the map.
  func legendPlace(_ legend: Legend, below: Double, locatorHeight: Double) -> LegendPlace {
    if isLegendBeside {
      let bottom = map.minY + legend.height(of: legend.blocks, width: Self.legendWidth) + Self.gap
      let free = Box(minX: besideCorner.x, minY: bottom, maxX: besideCorner.x + Self.legendWidth, maxY: map.maxY)
      return LegendPlace(columns: [besideCorner], columnWidth: Self.legendWidth, free: free)
    }
    return LegendPlace(legend, below: below, locatorHeight: locatorHeight, contentWidth: contentWidth)
  }

  private var besideCorner: PagePoint { PagePoint(x: map.maxX + Self.gap, y: map.minY) }
}

/// The columns a legend is set in.
struct LegendPlace {
  /// The upper left corners.
  let columns: [PagePoint]
  let columnWidth: Double
  /// Room for a locator.
  let free: Box

  private static let narrowestColumn = 150.0
  private static let gap = 14.0

  init(columns: [PagePoint], columnWidth: Double, free: Box) {
    (self.columns, self.columnWidth, self.free) = (columns, columnWidth, free)
  }

  /// As many columns as have room side by side: three at most, and one more for a locator, which in a single column
  /// stands below the rows.
  init(_ legend: Legend, below top: Double, locatorHeight: Double, contentWidth: Double) {
    let count = max(1, min(locatorHeight > 0 ? 4 : 3, Int(contentWidth / Self.narrowestColumn)))
    let width = (contentWidth - Double(count - 1) * Self.gap) / Double(count)
    let corners = (0..<count).map { PagePoint(x: MapSheet.margin + Double($0) * (width + Self.gap), y: top) }
    if count == 1 {
      let below = top + legend.height(of: legend.blocks, width: width) + (locatorHeight > 0 ? Self.gap : 0)
      self.init(
        columns: corners, columnWidth: width,
        free: Box(x: MapSheet.margin, y: below, width: width, height: locatorHeight))
      return
    }
    let free = Box(x: corners[count - 1].x, y: top, width: width, height: locatorHeight)
    self.init(columns: Array(corners.prefix(locatorHeight > 0 ? count - 1 : count)), columnWidth: width, free: free)
  }

  /// Where the longest column ends.
  func bottom(_ legend: Legend) -> Double {
    zip(columns, legend.columns(columns.count, width: columnWidth))
      .map { $0.y + legend.height(of: $1, width: columnWidth) }.reduce(free.maxY, max)
  }

  func write(_ legend: Legend, scale: SymbolScale, to svg: inout SVGWriter) {
    svg.element("g", ["id": "legend", "class": "legend"]) { svg in
      for (corner, blocks) in zip(columns, legend.columns(columns.count, width: columnWidth)) {
        legend.write(blocks, at: corner, width: columnWidth, scale: scale, to: &svg)
      }
    }
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
