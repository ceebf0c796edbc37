import Analysis
import GeoEngine
import Incidents

/// Proportional symbols, the same as on the maps of a run, with one scale for all steps of time.
struct SymbolsMap: StyleDrawing {
  private let context: StyleContext

  init(_ context: StyleContext) { self.context = context }

  func layers(
    on viewport: Viewport, _ features: BasemapFeatures, scale: SymbolScale?
  ) throws(EngineError) -> [StyleLayer] {
    let contents = context.slices.map {
      FrameContent(request: context.request.map, selection: $0.selection, classes: nil)
    }
    var located: [[MapSymbol.Located]] = []
    for content in contents { located.append(try content.located(viewport)) }
    let fitted = located.map(MapSymbol.fitting)
    let largest = fitted.map(\.scale.radiusOfOne).min() ?? SymbolScale.preferredRadiusOfOne
    let scale = scale ?? SymbolScale(radiusOfOne: largest)
    var layers: [StyleLayer] = []
    for (content, (spots, fitted)) in zip(contents, zip(located, fitted)) {
      let all = fitted.scale == scale ? fitted.symbols : MapSymbol.symbols(of: spots, scale: scale)
      let symbols = all.filter { viewport.frame.contains($0.center) }
      let circles = content.circles(viewport, spots, beside: symbols)
      let areaMarks = try content.areaMarks(viewport)
      var layer = StyleLayer(symbols: symbols, mostNamed: 30, scale: scale, areaMarks: areaMarks)
      layer.circles = circles
      layer.ground = { id, svg in svg.areaMarks(id, areaMarks) }
      layer.marks = { id, svg in
        svg.group(id, "uncertainty") { svg in circles.forEach { svg.circle($0.center, $0.radius) } }
        svg.group(id, "symbols") { svg in svg.symbols(symbols, frame: id) }
        svg.group(id, "counts") { svg in symbols.forEach { $0.writeCount(to: &svg) } }
      }
      layers.append(layer)
    }
    return layers
  }

  func legend(_ marks: Legend.Marks) -> [[LegendRow]] {
    let counts = context.drawn.spots.map(\.counts).reduce(AssessmentCounts(), +)
    guard counts.total > 0 else {
      return [
        [.heading(context.quantity.noun.capitalizedFirst), .note("None at a place \(context.whence).")],
        Legend.spread(context.drawn),
      ]
    }
    let assessments = counts.present.map { LegendRow.key(.assessment($0), "\($0.legendLabel) (\(counts[$0].grouped))") }
    return [
      [.heading("\(context.quantity.noun.capitalizedFirst), by the report’s assessment")] + assessments,
      Legend.sizes(context.quantity.noun.capitalizedFirst, marks), Legend.uncertainty(context.drawn, marks),
      Legend.spread(context.drawn),
    ]
  }

  var summary: String { "Symbols in proportion to the number of \(context.quantity.noun)" }

  var coverage: String { context.placeCoverage("Drawn as symbols") }

  var caveats: [String] {
    [
      "A symbol stands at the place that a report names. Incidents at one coordinate, or too near to one another to be "
        + "told apart, share one symbol.",
      "No symbol means no report \(context.whence); it does not mean no harm.",
    ]
  }

  var canBeEnlarged: Bool { true }

  var marks: [MapMark] { context.placeMarks }
}
