import Analysis
import Geo
import GeoEngine
import Incidents

/// Incidents counted in hexagons of equal area.
struct HexagonMap: StyleDrawing {
  private let context: StyleContext
  private let grid: HexagonGrid
  private let bins: [[Bin]]
  private let classes: ClassBreaks

  /// What is in a hexagon.
  private struct Bin {
    let cell: HexagonGrid.Cell
    let center: Coordinate
    /// The place in it that has most.
    var name = ""
    var count = 0
    /// How many of them may lie in another hexagon.
    var doubtful = 0

    /// Whether most of it may.
    var isDoubtful: Bool { 2 * doubtful > count }
  }

  init(_ context: StyleContext) throws(EngineError) {
    self.context = context
    grid = HexagonGrid(
      regionSquareMeters: Geodesic.areaSquareMeters(context.area.outline),
      medianUncertaintyMeters: context.whole.typicalUncertaintyMeters, across: context.slices.count > 1 ? 14 : 25)
    var bins: [[Bin]] = []
    for slice in context.slices { bins.append(try Self.bins(slice, grid, context)) }
    self.bins = bins
    classes = ClassBreaks(bins.joined().map { Double($0.count) }, method: context.request.classes)
      .mapBounds { $0.rounded(.up) }
  }

  private static func bins(
    _ slice: StyleSlice, _ grid: HexagonGrid, _ context: StyleContext
  ) throws(EngineError) -> [Bin] {
    let places = slice.selection.pointlike(counting: context.quantity).grouped
    let cells = try context.projection.project(places.map(\.coordinate)).map(grid.cell)
    let used = Set(cells).sorted()
    let centers = try context.projection.unproject(used.map(grid.center))
    var bins = Dictionary(uniqueKeysWithValues: zip(used, centers).map { ($0, Bin(cell: $0, center: $1)) })
    for (cell, place) in zip(cells, places) {
      if bins[cell]?.count == 0 { bins[cell]?.name = place.name }
      bins[cell]?.count += place.count
      if grid.isTooCoarse(place.uncertaintyMeters) { bins[cell]?.doubtful += place.count }
    }
    return used.compactMap { bins[$0] }
  }

  func layers(
    on viewport: Viewport, _ features: BasemapFeatures, scale: SymbolScale?
  ) throws(EngineError) -> [StyleLayer] {
    let colors = ColorRamp.heat(classes.lowerBounds.count, context.theme)
    return bins.map { bins in
      let shapes = bins.map { bin in
        var path = SVGPath()
        path.add(grid.corners(of: bin.cell).map(viewport.page), closed: true)
        let number = classes.index(of: Double(bin.count)) ?? 0
        return (path: path, fill: colors[number], title: context.quantity.counted(bin.count), bin.isDoubtful)
      }
      var layer = StyleLayer()
      layer.obstacles = obstacles(bins, on: viewport)
      layer.overLakes = { id, svg in
        svg.group(id, "hexagons") { svg in
          for (path, fill, title, isDoubtful) in shapes {
            svg.element("path", ["class": "hexagon", "fill": .text(fill), "d": .path(path)]) {
              $0.element("title", text: title)
            }
            if isDoubtful { svg.element("path", ["class": "doubt", "d": .path(path)]) }
          }
        }
      }
      return layer
    }
  }

  /// The hexagons of the upper classes, which no name may cover.
  private func obstacles(_ bins: [Bin], on viewport: Viewport) -> [Box] {
    let side = grid.acrossMeters * viewport.unitsPerMeter
    return bins.filter { 2 * ((classes.index(of: Double($0.count)) ?? 0) + 1) > classes.lowerBounds.count }
      .map { Box(center: viewport.page(grid.center(of: $0.cell)), width: side, height: side) }
  }
}

extension HexagonGrid {
  /// Whether an incident of that uncertainty may well be in another hexagon: its circle does not fit into one.
  func isTooCoarse(_ uncertaintyMeters: Double) -> Bool { uncertaintyMeters > acrossMeters / 2 }
}

extension HexagonMap {
  func legend(_ marks: Legend.Marks) -> [[LegendRow]] {
    let colors = ColorRamp.heat(classes.lowerBounds.count, context.theme)
    var rows: [LegendRow] = [.heading("\(context.quantity.noun.capitalizedFirst) in a hexagon")]
    guard !classes.lowerBounds.isEmpty else { return [rows + [.note("None at a place \(context.whence).")]] }
    for (color, label) in zip(colors, classes.labels(isWhole: true)) {
      rows.append(.key(.fill(color: color, isHatched: false), label))
    }
    rows += [
      .key(.fill(color: context.theme.zero, isHatched: false), "no hexagon: none \(context.whence)"),
      .key(
        .fill(color: context.theme.outside(context.request.map.region), isHatched: false),
        "outside \(context.area.name.isolated): no data shown"),
    ]
    let together = context.slices.count == 1 ? "." : ", the same on all maps."
    rows += [
      .note(
        "Hexagons \(grid.acrossMeters.asLength) across, \(area) km² each, all of one area."
      ),
      .note("Classes: \(classes.method.name)\(together)"),
    ]
    return [rows, doubt, context.spreadRows]
  }

  private var area: String {
    let area = grid.squareKilometers
    return area < 1000 ? area.inDigits(3) : Int(area.rounded()).grouped
  }

  private var doubt: [LegendRow] {
    let count = bins.joined().reduce(0) { $0 + $1.doubtful }
    guard count > 0 else { return [] }
    return [
      .heading("How sure the hexagons are"),
      .key(
        .fill(color: ColorRamp.heat(5, context.theme)[1], isHatched: true),
        "hatched: most of it may be in a hexagon nearby"),
      .note(
        "\(context.quantity.counted(count)) with a circle of uncertainty wider than a hexagon; counted at its center."),
    ]
  }

  var summary: String { "Hexagons colored by the number of \(context.quantity.noun)" }

  var coverage: String { context.placeCoverage("Counted in hexagons") }

  var caveats: [String] {
    [
      "No hexagon means no report \(context.whence), not that there was no harm. A hexagon at the border may reach across it."
    ]
  }

  var marks: [MapMark] {
    let rows = zip(context.slices, bins).flatMap { slice, bins in
      bins.map { bin in
        MapMark(
          kind: .hexagon, period: slice.period, name: bin.name, position: (bin.center.longitude, bin.center.latitude),
          count: bin.count)
      } + context.areaMarks(slice)
    }
    return rows + context.unmapped([("no certain place", context.whole.unmapped)])
  }
}
