import Analysis
import GeoEngine
import Incidents

/// Governorates or districts colored by class: counts, or rates where those are asked for.
struct AreaMap: StyleDrawing {
  private let context: StyleContext
  private let areas: StatisticalAreas
  private let counts: [AreaCounts]
  private let classes: ClassBreaks

  init(_ context: StyleContext) throws(CartographyError) {
    self.context = context
    let areas = try StatisticalAreas(context)
    let (value, quantity) = (context.request.value, context.quantity)
    let counts = context.slices.map { AreaCounts($0.selection.records, in: areas, counting: quantity) }
    let values = counts.flatMap { counts in
      zip(areas.areas, counts.entries).compactMap { Self.value(of: $1, in: $0, value) }
    }
    let breaks = ClassBreaks(values, method: context.request.classes)
    classes = value.isRate ? breaks : breaks.mapBounds { $0.rounded(.up) }
    (self.areas, self.counts) = (areas, counts)
  }

  /// Nil where no report states a number.
  private static func value(
    of entry: AreaCounts.Entry, in area: StatisticalAreas.Area, _ value: MapValue
  ) -> Double? {
    entry.known.map { value.isRate ? Double($0) / area.squareKilometers * 1000 : Double($0) }
  }

  func layers(
    on viewport: Viewport, _ features: BasemapFeatures, scale: SymbolScale?
  ) throws(EngineError) -> [StyleLayer] {
    let colors = ColorRamp.heat(classes.lowerBounds.count, context.theme)
    var outlines: [[PageOutline]] = []
    for area in areas.areas { outlines.append(try viewport.outlines(area.outline)) }
    return counts.map { counts in
      let shapes = zip(zip(areas.areas, outlines), counts.entries).map { pair, entry in
        let value = Self.value(of: entry, in: pair.0, context.request.value)
        return AreaShape(
          code: pair.0.code, title: "\(pair.0.name.isolated): \(label(value))", fill: fill(value, colors),
          path: SVGPath(pair.1))
      }
      var layer = StyleLayer()
      layer.ground = { id, svg in svg.group(id, "values") { svg in shapes.forEach { $0.write(to: &svg) } } }
      layer.areaTexts = zip(zip(areas.areas, outlines), counts.entries).map { pair, entry in
        let value = Self.value(of: entry, in: pair.0, context.request.value)
        return StyleLayer.AreaText(
          text: value == 0 ? pair.0.label.isolated : "\(pair.0.label.isolated) \(label(value))", outlines: pair.1,
          isNeeded: value ?? 0 > 0)
      }.sorted { $0.isNeeded && !$1.isNeeded }
      layer.hasTowns = false
      layer.named = Set(areas.areas.map(\.label))
      return layer
    }
  }

  private func fill(_ value: Double?, _ colors: [String]) -> String {
    guard let value else { return context.theme.noData }
    return classes.index(of: value).map { colors[$0] } ?? context.theme.zero
  }

  private func label(_ value: Double?) -> String { value.map(format) ?? "–" }

  private func format(_ value: Double) -> String {
    context.request.value.isRate ? value.inDigits(2) : Int(value).grouped
  }
}

/// One area on a sheet.
private struct AreaShape {
  let code: String
  let title: String
  let fill: String
  let path: SVGPath

  func write(to svg: inout SVGWriter) {
    guard !path.isEmpty else { return }
    svg.element("path", ["class": "value-area", "data-code": .text(code), "fill": .text(fill), "d": .path(path)]) {
      $0.element("title", text: title)
    }
  }
}

extension AreaMap {
  private var noun: String { areas.kind.rawValue }

  func legend(_ marks: Legend.Marks) -> [[LegendRow]] {
    let colors = ColorRamp.heat(classes.lowerBounds.count, context.theme)
    let isRate = context.request.value.isRate
    let quantity = context.quantity.noun.capitalizedFirst
    var rows: [LegendRow] = [
      .heading(isRate ? "\(quantity) per 1,000 km², by \(noun)" : "\(quantity) by \(noun)"),
      .note(
        isRate ? "A rate: the count divided by the area." : "Counts, not rates: a larger \(noun) may just have more."),
    ]
    for (number, label) in classLabels.enumerated() {
      rows.append(
        .key(
          .fill(color: colors[number], isHatched: false),
          label + areaCount { value in value.flatMap { classes.index(of: $0) } == number }))
    }
    rows.append(
      .key(.fill(color: context.theme.zero, isHatched: false), "none \(context.whence)" + areaCount { $0 == 0 }))
    if values.contains(where: { $0.contains(nil) }) {
      rows.append(
        .key(
          .fill(color: context.theme.noData, isHatched: false),
          "–: incidents, but no number stated" + areaCount { $0 == nil }))
    }
    let brackets = counts.count == 1 ? "In brackets: \(noun)s. " : ""
    rows.append(
      .note("\(brackets)Classes: \(classes.method.name)" + (counts.count == 1 ? "." : ", the same on all maps.")))
    return [rows, remainder]
  }

  /// What belongs to no area.
  private var remainder: [LegendRow] {
    let left = leftOver.filter { $0.count > 0 }
    guard !left.isEmpty else { return [] }
    return [.heading("In no \(noun)")] + left.map { .note("\($0.count.grouped): \($0.why)") }
  }

  private var leftOver: [(count: Int, why: String)] {
    [
      (
        context.sum(counts.flatMap(\.elsewhere)),
        "known only to something larger than a \(noun), across several, or in none that is known"
      ),
      (context.sum(context.between), context.betweenWords),
      (context.sum(context.whole.unmapped), "more, without a certain place"),
    ]
  }

  private var values: [[Double?]] {
    counts.map { counts in zip(areas.areas, counts.entries).map { Self.value(of: $1, in: $0, context.request.value) } }
  }

  /// ` (3)`: how many areas; nothing where there are several maps.
  private func areaCount(_ isIn: (Double?) -> Bool) -> String {
    values.count == 1 ? " (\(values[0].count(where: isIn)))" : ""
  }

  /// `5–9`, `0.5 to under 1.2`; the last one up to the largest value.
  private var classLabels: [String] {
    classes.labels(isWhole: !context.request.value.isRate)
  }

  var summary: String {
    "Areas colored by the number of \(context.quantity.noun)" + (context.request.value.isRate ? " per area" : "")
  }

  var coverage: String {
    let drawn = counts.reduce(0) { $0 + $1.entries.reduce(0) { $0 + $1.count } }
    return context.coverage(
      "Counted in \(noun)s", drawn: drawn,
      left: [(context.sum(counts.flatMap(\.elsewhere)), "in no \(noun)")])
  }

  var caveats: [String] {
    var sentences: [String] = []
    let isAmbiguous = context.whole.records.count { $0.location.map(areas.isAmbiguous) ?? false }
    if isAmbiguous > 0 {
      sentences.append(
        "Of the incidents, \(isAmbiguous) may as well have happened in a neighboring \(noun): their circle of "
          + "uncertainty crosses its border.")
    }
    sentences.append("No color means no report \(context.whence), not that there was no harm.")
    return sentences
  }

  var marks: [MapMark] {
    let rows = zip(context.slices, counts).flatMap { slice, counts in
      zip(areas.areas, counts.entries).map { area, entry in
        MapMark(
          kind: areas.kind, period: slice.period, name: area.name, code: area.publishedCode, count: entry.known,
          rate: context.request.value.isRate ? Self.value(of: entry, in: area, context.request.value) : nil)
      }
    }
    return rows
      + context.unmapped([
        ("in no \(noun)", counts.flatMap(\.elsewhere)), ("no certain place", context.whole.unmapped),
      ])
  }
}
