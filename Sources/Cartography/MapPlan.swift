/// Where the map and its legend stand: beside one another for a region that is high or square, the legend below for a
/// wide one.
struct MapPlan {
  let map: Box
  let isLegendBeside: Bool

  private static let legendWidth = 190.0
  private static let gap = 14.0
  private static let sideAspect = 0.72
  private static let heights = (beside: 320.0...620, below: 260.0...480)

  /// A plan for a region so high for its width, with room for a locator of that height.
  init(aspect: Double, legend: Legend, locatorHeight: Double, top: Double) {
    isLegendBeside = aspect >= Self.sideAspect
    let width = MapSheet.contentWidth - (isLegendBeside ? Self.legendWidth + Self.gap : 0)
    var height = (width * aspect).clamped(to: isLegendBeside ? Self.heights.beside : Self.heights.below)
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
    let count = locatorHeight > 0 ? 4 : 3
    let width = (MapSheet.contentWidth - Double(count - 1) * Self.gap) / Double(count)
    let columns = (0..<count).map { PagePoint(x: MapSheet.margin + Double($0) * (width + Self.gap), y: below) }
    let last = columns[count - 1]
    let free = Box(x: last.x, y: last.y, width: width, height: locatorHeight)
    return LegendPlace(columns: Array(columns.prefix(3)), columnWidth: width, free: free)
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
