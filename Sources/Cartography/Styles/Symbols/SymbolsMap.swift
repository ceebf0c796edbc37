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
    let fitting = located.map { MapSymbol.fitting($0).scale.radiusOfOne }.min()
    let scale = scale ?? SymbolScale(radiusOfOne: fitting ?? SymbolScale.preferredRadiusOfOne)
    var layers: [StyleLayer] = []
    for (content, spots) in zip(contents, located) {
      let symbols = MapSymbol.symbols(of: spots, scale: scale).filter { viewport.frame.contains($0.center) }
      let circles = try content.circles(viewport, symbols)
      let areaMarks = try content.areaMarks(viewport)
      var layer = StyleLayer(symbols: symbols, mostNamed: 30, scale: scale, areaMarks: areaMarks)
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

  var legend: [[LegendRow]] {
    let counts = context.slices.reduce(AssessmentCounts()) { sum, slice in
      slice.selection.spots.reduce(sum) { $0 + $1.counts }
    }
    guard counts.total > 0 else {
      return [
        [.heading(context.quantity.noun.capitalizedFirst), .note("None at a place in this source.")],
        Legend.spread(context.whole),
      ]
    }
    let assessments = counts.present.map { LegendRow.key(.assessment($0), "\($0.legendLabel) (\(counts[$0].grouped))") }
    let circles: [LegendRow] = [.key(.uncertainty, "the place may be anywhere in the circle")]
    return [
      [.heading("\(context.quantity.noun.capitalizedFirst), by the report’s assessment")] + assessments, sizes,
      [.heading("How sure the places are")] + circles + unsure, Legend.spread(context.whole),
    ]
  }

  private var unsure: [LegendRow] {
    let count = context.whole.unsureCount
    guard count > 0 else { return [] }
    let why = "a larger place stands in, or confidence below \(SVGNumber.text(Location.leastSureConfidence))"
    return [.key(.unsure, "pale: perhaps elsewhere; \(why) (\(count))")]
  }

  private var sizes: [LegendRow] {
    let largest = context.slices.compactMap { $0.selection.spots.first?.counts.total }.max() ?? 1
    let steps = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000].filter { $0 <= largest }
    return [
      .heading("\(context.quantity.noun.capitalizedFirst) at one place"),
      .sizes([1] + (steps.isEmpty ? (largest > 1 ? [largest] : []) : steps.suffix(2))),
      .note("Area in proportion to the number; the ring is divided by assessment."),
    ]
  }

  var coverage: String { context.placeCoverage("Drawn as symbols") }

  var caveats: [String] {
    [
      "A symbol stands at the place that a report names. Incidents at one coordinate, or too near to one another to be "
        + "told apart, share one symbol.",
      "No symbol means no report in this source; it does not mean no harm.",
    ]
  }

  var canBeEnlarged: Bool { true }

  var marks: [MapMark] { context.placeMarks }
}
