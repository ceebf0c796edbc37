import Analysis
import Geo
import GeoEngine
import Incidents

/// Density surfaces in physical units, one for each step of time, with one bandwidth and one set of classes.
struct Heatmap: StyleDrawing {
  private let context: StyleContext
  let surfaces: [Surface]
  private let bandwidth: Bandwidth?
  let classes: DensityClasses?
  /// Nil where no incident has a date: then the density is that of all time.
  let months: Double?

  /// All incidents of a step of time, and those of them that stand at a generic position.
  struct Surface {
    let all: DensityGrid
    let share: DensityGrid
    /// How many lie too far from the region to be drawn in it.
    let outside: Int
  }

  /// Cells so small that their corners do not show.
  private static let cellsPerBandwidth = 4.0
  /// From this part on, generic positions make a hot spot.
  private static let genericShare = 0.5
  /// Rates per month say nothing about fewer days.
  private static let fewestMonths = 0.9

  /// The months that a density is a mean of; nil where it is that of all time, as too few incidents have a date or the
  /// time is too short.
  static func months(
    _ days: ClosedRange<CalendarDate>?, _ selection: IncidentSelection, _ quantity: Quantity
  ) -> Double? {
    let dated = selection.records.count {
      $0.date != nil && $0.location?.isPointlike ?? false && quantity.count($0) ?? 0 > 0
    }
    guard dated >= fewestIncidentsForDensity, let months = days?.months, months >= fewestMonths else { return nil }
    return months
  }

  init(_ context: StyleContext) throws(EngineError) {
    self.context = context
    months = context.slices.allSatisfy { ($0.months ?? 0) >= Self.fewestMonths } ? context.slices.first?.months : nil
    let places = context.drawn.pointlike(counting: context.quantity)
    guard places.count >= fewestIncidentsForDensity else {
      (surfaces, bandwidth, classes) = ([], nil, nil)
      return
    }
    let bandwidth = try Bandwidth(
      for: places.map(\.weighted), within: context.area.outline, projection: context.projection)
    let land = try Self.land(context)
    var surfaces: [Surface] = []
    for slice in context.slices {
      let places = slice.selection.pointlike(counting: context.quantity)
      let rate = months == nil ? 1 : 1 / (slice.months ?? 1)
      let all = try Self.surface(places, rate, land, bandwidth, context)
      let generic = try Self.surface(places.filter { $0.isGeneric(bandwidth) }, rate, land, bandwidth, context)
      let count = places.reduce(0) { $0 + $1.count }
      let outside = count - Int((all.total / rate).rounded())
      surfaces.append(Surface(all: all, share: generic.divided(by: all), outside: outside))
    }
    self.surfaces = surfaces
    self.bandwidth = bandwidth
    let least = surfaces.count == 1 ? surfaces[0].all.minimum : 0
    classes = DensityClasses(minimum: least, maximum: surfaces.map(\.all.maximum).max() ?? 0)
  }

  /// The region without its lakes.
  private static func land(_ context: StyleContext) throws(EngineError) -> MultiPolygon {
    let lakes = context.request.map.basemap.lakes.filter { $0.box.intersects(context.area.box) }.map(\.outline)
    guard let water = lakes.isEmpty ? nil : try Overlay.union(lakes) else { return context.area.outline }
    return try Overlay.difference(context.area.outline, water) ?? context.area.outline
  }

  private static func surface(
    _ places: [WeightedPlace], _ rate: Double, _ land: MultiPolygon, _ bandwidth: Bandwidth, _ context: StyleContext
  ) throws(EngineError) -> DensityGrid {
    try density(
      of: places.grouped.map { place in
        WeightedCoordinate(
          place.coordinate, uncertaintyMeters: place.uncertaintyMeters, weight: Double(place.count) * rate)
      }, within: land, bandwidthMeters: bandwidth.meters, cellMeters: bandwidth.meters / cellsPerBandwidth,
      reachMeters: 3 * bandwidth.meters, projection: context.projection)
  }

  func layers(
    on viewport: Viewport, _ features: BasemapFeatures, scale: SymbolScale?
  ) throws(EngineError) -> [StyleLayer] {
    guard let classes else { return try SymbolsMap(context).layers(on: viewport, features, scale: scale) }
    let colors = ColorRamp.heat(classes.breaksPerSquareKilometer.count, context.theme)
    var layers: [StyleLayer] = []
    for (surface, slice) in zip(surfaces, context.slices) {
      let bands = try DensityBands(surface.all, levels: classes.breaksPerSquareKilometer, on: viewport)
      let doubt = try DensityBands(surface.share, levels: [Self.genericShare], on: viewport)
      let drawing = HeatDrawing(
        bands: bands.paths, colors: colors, doubt: doubt.paths.first ?? SVGPath(), focus: features.focus)
      var layer = StyleLayer(ground: { drawing.write(id: $0, to: &$1) })
      layer.obstacles = try peaks(of: slice, on: viewport)
      layers.append(layer)
    }
    return layers
  }

  /// The spots with most, which no name may cover.
  private func peaks(of slice: StyleSlice, on viewport: Viewport) throws(EngineError) -> [Box] {
    let spots = slice.selection.spots
    let most = spots.prefix { 2 * $0.counts.total >= spots[0].counts.total }
    let side = min(36, max(12, (bandwidth?.meters ?? 0) * viewport.unitsPerMeter))
    return try viewport.page(most.map(\.coordinate)).map { Box(center: $0, width: side, height: side) }
  }

  private var lowest: String { classes?.labels.first ?? "0" }
}

extension Heatmap {
  func legend(_ marks: Legend.Marks) -> [[LegendRow]] {
    guard let classes, let bandwidth else {
      guard context.drawn.pointlikeCount > 0 else {
        return [
          [.heading("Density"), .note("None: nothing is at a place \(context.whence).")], context.spreadRows,
        ]
      }
      let noun = context.quantity == .incidents ? "incidents" : "incidents with people killed"
      let note = "Not drawn: fewer than \(fewestIncidentsForDensity) \(noun) are at a place. Symbols show these."
      return [[.heading("Density"), .note(note)]] + SymbolsMap(context).legend(marks)
    }
    let rate = months == nil ? "in all" : "per month"
    var rows: [LegendRow] = [
      .heading("\(context.quantity.noun.capitalizedFirst) per \(classes.area) \(rate)"),
      .ramp(colors: ColorRamp.heat(classes.labels.count, context.theme), labels: classes.labels),
      .key(.fill(color: context.theme.zero, isHatched: false), "less than \(lowest), or none"),
      .key(
        .fill(color: context.theme.outside(context.request.map.region), isHatched: false),
        "outside \(context.area.name.isolated): no data shown"),
      .note(
        "Kernel density: each incident is spread over \(bandwidth.meters.asLength) (bandwidth, "
          + "\(bandwidth.rule.rawValue)) and over its own uncertainty; corrected at the border."),
    ]
    if context.slices.count == 1, let months, let days = context.days {
      rows.append(.note("Mean of \(months.inTenths) months, \(days.inWords)."))
    }
    let generic = context.drawn.pointlike(counting: context.quantity).filter { $0.isGeneric(bandwidth) }
    let count = generic.reduce(0) { $0 + $1.count }
    guard count > 0 else { return [rows] }
    let doubt: [LegendRow] = [
      .heading("Where it rests on little"),
      .key(
        .fill(color: ColorRamp.heat(5, context.theme)[1], isHatched: true),
        "hatched: most of it stands for “somewhere around there”"),
      .note(
        "\(context.quantity.counted(count)) of \(context.drawn.pointlikeCount.grouped): at a town’s center that several reports share, at a "
          + "larger place that stands in, or less well known than the bandwidth."),
    ]
    return [rows, doubt, context.spreadRows]
  }

  var summary: String {
    if classes != nil { return "Density of \(context.quantity.noun)" }
    return context.drawn.pointlikeCount > 0 ? SymbolsMap(context).summary : "No density"
  }

  var coverage: String {
    guard classes != nil || context.drawn.pointlikeCount == 0 else { return SymbolsMap(context).coverage }
    let outside = surfaces.reduce(0) { $0 + $1.outside }
    let spread = context.slices.reduce(0) { $0 + $1.selection.spreadCount }
    return context.coverage(
      "Drawn as a density", drawn: context.drawnAtPlaces - outside,
      left: [(outside, "placed outside the outline"), (spread, "known only to an area or river")])
  }

  var titleFrame: String { classes == nil ? "" : "Density of " }

  var caveats: [String] {
    guard classes != nil || context.drawn.pointlikeCount == 0 else { return SymbolsMap(context).caveats }
    return [
      "The surface is smoothed: it shows where reports gather, not where something happened. No color means fewer reports "
        + "\(context.whence) than the lowest class, not that there was no harm."
    ]
  }

  var marks: [MapMark] { context.placeMarks }
}

/// One density surface on a sheet.
private struct HeatDrawing {
  let bands: [SVGPath]
  let colors: [String]
  let doubt: SVGPath
  let focus: [BasemapFeatures.Area]

  func write(id: String, to svg: inout SVGWriter) {
    guard let lowest = bands.first, !lowest.isEmpty else { return }
    svg.element("defs") { svg in
      svg.element("clipPath", ["id": .text(id + "-density-clip")]) { svg in
        svg.element("path", ["clip-rule": "evenodd", "d": .path(lowest)])
      }
    }
    let clip = SVGWriter.Value.text("url(#\(id)-focus-clip)")
    svg.element("g", ["id": .text(id + "-density"), "class": "density", "clip-path": clip]) { svg in
      for (number, (band, color)) in zip(bands, colors).enumerated() where !band.isEmpty {
        svg.element("path", ["class": .text("class-\(number + 1)"), "fill": .text(color), "d": .path(band)])
      }
      svg.element("path", ["class": "density-edge", "style": "fill:none", "d": .path(lowest)])
      guard !doubt.isEmpty else { return }
      svg.element("g", ["clip-path": .text("url(#\(id)-density-clip)")]) { svg in
        svg.element("path", ["class": "doubt", "d": .path(doubt)])
      }
    }
  }
}
