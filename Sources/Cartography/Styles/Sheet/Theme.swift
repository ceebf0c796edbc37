/// The colors of a map: dark on light paper, or light on a dark screen.
public enum Theme: String, Hashable, Sendable, CaseIterable {
  case light, dark

  /// What the styles of a map of this theme have besides those of all maps.
  var css: String {
    switch self {
    case .light: Self.styles
    case .dark: Self.styles + Self.darkStyles
    }
  }

  /// The pattern over what rests on little: light and dark lines side by side, to be seen on any color.
  static func writePattern(to svg: inout SVGWriter) {
    let size = 6.0
    svg.element(
      "pattern",
      [
        "id": "doubt", "width": .number(size), "height": .number(size), "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
      ]
    ) { svg in
      for (style, x, width) in [("doubt-light", 3.0, 1.5), ("doubt-dark", 3.4, 0.7)] {
        svg.element(
          "line",
          [
            "class": .text(style), "x1": .number(x), "y1": 0, "x2": .number(x), "y2": .number(size),
            "stroke-width": .number(width),
          ])
      }
    }
  }

  /// The fill of what has the value zero.
  var zero: String { self == .light ? "#ffffff" : "#1b1e22" }
  /// The fill of the land around the region: other countries, or other governorates.
  func outside(_ region: MapRegion) -> String {
    switch self {
    case .light: region.isGovernorate ? "#f0eee9" : "#e5e3de"
    case .dark: region.isGovernorate ? "#30343a" : "#3a3f45"
    }
  }
  /// The fill of what is not known.
  var noData: String { self == .light ? "#cfcfcf" : "#565b61" }

  /// Marks of the styles that `render` draws.
  private static let styles = """
    .class-sample { stroke: #6b665e; stroke-width: 0.6; }
    .value-area, .hexagon { stroke: #6b665e; stroke-width: 0.5; stroke-linejoin: round; fill-rule: evenodd; }
    .style-heatmap .focus, .style-hexagons .focus, .style-choropleth .focus { fill: #ffffff; }
    .density-edge { fill: none; stroke: #857f75; stroke-width: 0.5; }
    .doubt { fill: url(#doubt); fill-rule: evenodd; }
    .doubt-light { stroke: #ffffff; }
    .doubt-dark { stroke: #1f1f1f; }
    .extent { fill-opacity: 0.13; stroke-width: 1; }
    .legend .extent { fill-opacity: 0.3; stroke-width: 1.6; }
    .crowded-extents .extent { fill-opacity: 0.04; stroke-width: 0.4; stroke-opacity: 0.6; }
    .extent-center { fill: #1f1f1f; }
    .panel-title { font-size: \(TypeSize.heading)px; font-weight: bold; }
    .panel-count { font-size: \(TypeSize.measure)px; fill: #4a4742; }
    .small-multiples .river { stroke-width: 0.8; }
    .small-multiples .country-border, .small-multiples .focus-border { stroke-width: 0.7; }
    .small-multiples .governorate-border, .small-multiples .value-area { stroke-width: 0.35; }

    """

  private static let darkStyles = """
    text { fill: #ececea; }
    .paper { fill: #121417; }
    .sea, .lake { fill: #1d2f3b; }
    .lake { stroke: #5b8aa5; }
    .river { stroke: #5f97b8; }
    .country { fill: #3a3f45; }
    .neighbor { fill: #30343a; }
    .focus, .style-heatmap .focus, .style-hexagons .focus, .style-choropleth .focus { fill: #1b1e22; }
    .governorate-border { stroke: #7d7a74; }
    .country-border { stroke: #a8a49b; }
    .focus-border { stroke: #dcd8d0; }
    .hatched { stroke: #a8a49b; }
    #hatch line { stroke: #a8a49b; }
    .course-halo { stroke: #121417; }
    .course { stroke: #62b5e5; }
    .uncertainty circle, circle.uncertainty { stroke: #c9c5bd; }
    .towns circle, circle.town { fill: #d6d3cc; stroke: #121417; }
    .symbol-halo { fill: #121417; }
    .symbol-hole { fill: #121417; }
    .symbol-rim { stroke: #e6e3dd; }
    .symbol-count { stroke: #121417; }
    .legend-rim, .size-circle { stroke: #e6e3dd; }
    .size-circle { fill: #121417; }
    .unsure { fill-opacity: 0.45; }
    .unsure-sample { fill: #33373c; stroke: #e6e3dd; }
    .labels text { stroke: #121417; }
    .labels .town-label, .labels .circle-label { fill: #d6d3cc; }
    .leader-end { fill: #ececea; }
    .labels .river-label { fill: #93c9e8; }
    .labels .area-label, .labels .country-label { fill: #bdb9b0; }
    .leader { stroke: #ececea; }
    .scale-halo, .scale-label { stroke: #121417; }
    .river-band { stroke: #2c4656; }
    .generic-ground { fill: #6f5a94; }
    .scale-line { stroke: #ececea; }
    .neatline { stroke: #8d8981; }
    .inset-extent { stroke: #ececea; }
    .inset-extent-halo { stroke: #121417; }
    .inset-tag { fill: #ececea; }
    text.inset-letter { fill: #121417; }
    .locator-countries { fill: #3a3f45; stroke: #a8a49b; }
    .locator-governorates { fill: #1b1e22; stroke: #7d7a74; }
    .locator-focus { fill: #ececea; }
    .fine, .panel-count, .tick-label { fill: #bdb9b0; }
    .ramp-step, .class-sample { stroke: #8d8981; }
    .value-area, .hexagon { stroke: #8d8981; }
    .density-edge { stroke: #8d8981; }
    .doubt-light { stroke: #ececea; }
    .doubt-dark { stroke: #121417; }
    .extents .extent { fill-opacity: 0.2; }
    .extent-center { fill: #ececea; }
    .tick { stroke: #bdb9b0; }

    """
}
