import Analysis
import GeoEngine
import Incidents

/// The circle, area or line in which each incident lies, as its mark: nothing looks better known than it is.
struct UncertaintyMap: StyleDrawing {
  private let context: StyleContext
  private let places: [[WeightedPlace]]

  init(_ context: StyleContext) {
    self.context = context
    places = context.slices.map { $0.selection.pointlike(counting: context.quantity).grouped }
  }

  func layers(
    on viewport: Viewport, _ features: BasemapFeatures, scale: SymbolScale?
  ) throws(EngineError) -> [StyleLayer] {
    var layers: [StyleLayer] = []
    for (slice, places) in zip(context.slices, places) {
      let points = try viewport.page(places.map(\.coordinate))
      let circles = zip(places, points).map { place, point in
        ExtentCircle(
          center: point, radius: place.uncertaintyMeters * viewport.unitsPerMeter,
          radiusMeters: place.uncertaintyMeters, count: place.count)
      }.sorted { ($1.radius, $0.center.x, $0.center.y) < ($0.radius, $1.center.x, $1.center.y) }
      let drawing = ExtentDrawing(
        circles: ExtentCircle.joined(circles.filter { viewport.frame.overlaps($0.box) }), context: context)
      let content = FrameContent(request: context.request.map, selection: slice.selection, classes: nil)
      let areaMarks = try content.areaMarks(viewport)
      let spots = zip(slice.selection.spots, try viewport.page(slice.selection.spots.map(\.coordinate)))
      var layer = StyleLayer()
      layer.areaMarks = areaMarks
      layer.ground = { id, svg in svg.areaMarks(id, areaMarks) }
      layer.marks = { id, svg in drawing.write(id: id, to: &svg) }
      layer.symbols = spots.map { spot, point in
        MapSymbol(
          center: point, radius: ExtentDrawing.centerRadius, counts: spot.counts, unsureCounts: spot.unsureCounts,
          places: [MapSymbol.Place(spot)])
      }
      layer.mostNamed = 16
      layers.append(layer)
    }
    return layers
  }

  private var classCounts: [ExtentClass: Int] {
    let classes = places.joined().map { (ExtentClass(radiusMeters: $0.uncertaintyMeters), $0.count) }
    return Dictionary(classes, uniquingKeysWith: +)
  }
}

/// The circles of one map.
private struct ExtentDrawing {
  let circles: [ExtentCircle]
  let context: StyleContext

  static let centerRadius = 1.2
  /// More circles than this are drawn thinner, and without their centers.
  private static let mostCenters = 300
  /// A circle smaller than this could not be seen.
  private static let smallestRadius = 2.2

  func write(id: String, to svg: inout SVGWriter) {
    let isCrowded = circles.count > Self.mostCenters
    svg.group(id, isCrowded ? "crowded-extents" : "extents") { svg in
      for circle in circles {
        let color = ExtentClass(radiusMeters: circle.radiusMeters).color(context.theme)
        svg.element(
          "circle",
          [
            "class": "extent", "fill": .text(color), "stroke": .text(color), "cx": .number(circle.center.x),
            "cy": .number(circle.center.y), "r": .number(max(circle.radius, Self.smallestRadius)),
          ]
        ) { svg in
          let words = context.quantity.counted(circle.count)
          svg.element("title", text: "\(words), within \(circle.radiusMeters.asLength)")
        }
      }
    }
    guard !isCrowded else { return }
    svg.group(id, "centers") { svg in
      var path = SVGPath()
      for center in Set(circles.map(\.center.snapped)).sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
        path.addDisk(center, Self.centerRadius)
      }
      if !path.isEmpty { svg.element("path", ["class": "extent-center", "d": .path(path)]) }
    }
  }
}

extension SVGPath {
  /// Adds a small disk.
  fileprivate mutating func addDisk(_ center: PagePoint, _ radius: Double) {
    move(to: center + PagePoint(x: 0, y: -radius))
    arc(radius: radius, isLarge: false, to: center + PagePoint(x: 0, y: radius))
    arc(radius: radius, isLarge: false, to: center + PagePoint(x: 0, y: -radius))
    close()
  }
}

extension UncertaintyMap {
  func legend(_ marks: Legend.Marks) -> [[LegendRow]] {
    let counts = classCounts
    guard !counts.isEmpty else {
      return [
        [.heading("How well the places are known"), .note("None at a place \(context.whence).")],
        Legend.spread(context.drawn),
      ]
    }
    let keys = ExtentClass.allCases.filter { counts[$0] != nil }.map { extent in
      LegendRow.key(.ring(color: extent.color(context.theme)), "\(extent.label) (\((counts[extent] ?? 0).grouped))")
    }
    let note = LegendRow.note(
      "Each circle is where \(context.quantity.noun) may be, true to scale; circles of one center and radius are one, and "
        + "the label counts them.")
    let joined = LegendRow.note(
      "More than \(ExtentCircle.mostCircles.grouped) circles: those that hardly differ are drawn as one that holds them all."
    )
    let isJoined = places.contains { $0.count > ExtentCircle.mostCircles }
    return [
      [.heading("Radius of uncertainty")] + keys + [note] + (isJoined ? [joined] : []), Legend.spread(context.drawn),
    ]
  }

  var canBeEnlarged: Bool { true }

  var titleFrame: String { "Possible places of " }

  var summary: String { "Circles within which \(context.quantity.noun) may be" }

  var coverage: String { context.placeCoverage("Drawn as circles") }

  var caveats: [String] {
    [
      "The middle of a circle is the position of the named place, not of the incident. The stronger the color, the better "
        + "the place is known.",
      "No circle means no report \(context.whence); it does not mean no harm.",
    ]
  }

  var marks: [MapMark] {
    context.placeMarks.map { mark in
      var mark = mark
      if mark.kind == .place { mark.kind = .circle }
      return mark
    }
  }
}
