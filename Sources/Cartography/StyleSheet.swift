/// The one place that says what the drawing looks like, for a designer to change: in the file itself or here.
enum StyleSheet {
  /// Assessments have the colors of M. Okabe and K. Ito (jfly.uni-koeln.de/color, 2008), and each another pattern too.
  /// The land that a map is about; also where a density is next to nothing.
  static let landInFocus = "#fdfcfa"
  static let css = """
    text { font-family: "DejaVu Sans", Verdana, Helvetica, Arial, sans-serif; fill: #1f1f1f; }
    .paper { fill: #ffffff; }
    .sea, .lake { fill: #d5e6ee; }
    .lake { stroke: #8fb4c8; stroke-width: 0.5; }
    .river { fill: none; stroke: #5f9cbd; stroke-linejoin: round; stroke-linecap: round; }
    .river-band { stroke: #c3dde9; }
    .country { fill: #e5e3de; }
    .neighbor { fill: #f0eee9; }
    .focus { fill: \(landInFocus); }
    .governorate-border, .country-border, .focus-border { fill: none; stroke-linejoin: round; }
    .governorate-border { stroke: #a39d93; stroke-width: 0.6; }
    .country-border { stroke: #7d766b; stroke-width: 1; stroke-dasharray: 7 2 1.5 2; }
    .focus-border { stroke: #4a4742; stroke-width: 1.4; }
    .density path { fill-rule: evenodd; }
    .density .generic, .generic { fill: url(#generic-hatch); fill-rule: evenodd; }
    .generic-ground { fill: \(ColorRamp.colors(5)[2]); }
    .hatched { fill: url(#hatch); stroke: #6b665e; stroke-width: 0.5; fill-rule: evenodd; }
    .course, .course-halo { fill: none; stroke-linejoin: round; stroke-linecap: round; }
    .course-halo { stroke: #ffffff; stroke-width: 4; }
    .course { stroke: #0b6fa4; stroke-width: 2.2; stroke-dasharray: 6 2.5; stroke-linecap: butt; }
    .uncertainty circle, circle.uncertainty { fill: #3a3733; fill-opacity: 0.03; stroke: #3a3733; stroke-width: 0.6; stroke-dasharray: 2.5 2; }
    .towns circle, circle.town { fill: #3a3a3a; stroke: #ffffff; stroke-width: 0.6; }
    .inset-extent, .inset-extent-halo { fill: none; }
    .inset-extent { stroke: #1f1f1f; stroke-width: 0.9; }
    .inset-extent-halo { stroke: #ffffff; stroke-width: 2.4; stroke-opacity: 0.7; }
    .inset-tag { fill: #1f1f1f; }
    .inset-letter { fill: #ffffff; font-size: \(TypeSize.insetLetter)px; font-weight: bold; text-anchor: middle; }
    .symbol-halo { fill: #ffffff; }
    .symbol-hole { fill: #ffffff; }
    .symbol-rim { fill: none; stroke: #262626; stroke-width: 0.7; }
    .symbol-count { font-size: \(TypeSize.symbolCount)px; text-anchor: middle; paint-order: stroke; stroke: #ffffff; stroke-width: 2; }
    .assessment-credible { fill: #d55e00; }
    .assessment-non-credible { fill: url(#stripes); }
    .assessment-open { fill: #56b4e9; }
    .assessment-duplicate { fill: url(#dots); }
    .assessment-unstated { fill: #b9b5ad; }
    .unsure { fill-opacity: 0.25; }
    .symbol-rim.unsure, .unsure-sample { stroke-width: 1.1; stroke-dasharray: 2 1.6; }
    .unsure-sample { fill: #f6f5f3; stroke: #262626; }
    .labels text { text-anchor: middle; paint-order: stroke; stroke: #ffffff; stroke-width: 2.2; stroke-linejoin: round; }
    .labels .start { text-anchor: start; }
    .labels .end { text-anchor: end; }
    .labels .incident-label { font-size: \(TypeSize.incident)px; font-weight: bold; }
    .labels .count-label { font-size: \(TypeSize.count)px; font-weight: bold; }
    .labels .circle-label { font-size: \(TypeSize.town)px; font-style: italic; fill: #3a3a3a; }
    .leader-end { fill: #1f1f1f; }
    .labels .town-label { font-size: \(TypeSize.town)px; fill: #3a3a3a; }
    .labels .river-label { font-size: \(TypeSize.river)px; font-style: italic; fill: #1d5a78; }
    .labels .area-label { font-size: \(TypeSize.area)px; fill: #5c5850; stroke-opacity: 0.85; }
    .labels .country-label { font-size: \(TypeSize.area)px; fill: #5c5850; stroke-opacity: 0.85; }
    .leader { stroke: #1f1f1f; stroke-width: 0.6; }
    .scale-line { fill: none; stroke: #1f1f1f; stroke-width: 1; }
    .scale-label { font-size: \(TypeSize.measure)px; text-anchor: middle; paint-order: stroke; stroke: #ffffff; stroke-width: 2.2; }
    .scale-halo { fill: none; stroke: #ffffff; stroke-width: 3; stroke-opacity: 0.8; }
    .tick { stroke: #4a4742; stroke-width: 0.8; }
    .tick-label { font-size: \(TypeSize.measure)px; fill: #4a4742; text-anchor: middle; }
    .neatline { fill: none; stroke: #4a4742; stroke-width: 0.8; }
    .locator-countries { fill: #e5e3de; stroke: #857f75; stroke-width: 0.7; }
    .locator-governorates { fill: #fdfcfa; stroke: #b3aea5; stroke-width: 0.4; }
    .locator-focus { fill: #4a4742; }
    .title { font-size: \(TypeSize.title)px; font-weight: bold; }
    .subtitle { font-size: \(TypeSize.subtitle)px; }
    .counts { font-size: \(TypeSize.counts)px; }
    .heading { font-size: \(TypeSize.heading)px; font-weight: bold; }
    .note { font-size: \(TypeSize.note)px; }
    .fine { font-size: \(TypeSize.fine)px; fill: #4a4742; }
    .ramp-label { font-size: \(TypeSize.measure)px; text-anchor: middle; }
    .legend-rim { stroke: #262626; stroke-width: 0.7; }
    .size-circle { fill: #ffffff; stroke: #262626; stroke-width: 0.7; }
    .ramp-step { stroke: #857f75; stroke-width: 0.4; }

    """

  /// The patterns that the styles refer to.
  static func writePatterns(to svg: inout SVGWriter) {
    pattern("hatch", size: 7, background: nil, line: "#6b665e", width: 0.6, to: &svg)
    pattern("stripes", size: 3, background: "#f2f2f2", line: "#6e6e6e", width: 1.2, to: &svg)
    pattern("generic-hatch", size: 5, angle: -45, background: nil, line: "#6a4fa8", width: 0.35, to: &svg)
    svg.element("pattern", ["id": "dots", "width": 3, "height": 3, "patternUnits": "userSpaceOnUse"]) { svg in
      svg.element("rect", ["width": 3, "height": 3, "fill": "#ffffff"])
      svg.element("circle", ["cx": 1.5, "cy": 1.5, "r": 0.8, "fill": "#009e73"])
    }
  }

  private static func pattern(
    _ id: String, size: Double, angle: Int = 45, background: String?, line: String, width: Double,
    to svg: inout SVGWriter
  ) {
    svg.element(
      "pattern",
      [
        "id": .text(id), "width": .number(size), "height": .number(size), "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(\(angle))",
      ]
    ) { svg in
      if let background {
        svg.element("rect", ["width": .number(size), "height": .number(size), "fill": .text(background)])
      }
      svg.element(
        "line",
        [
          "x1": .number(size / 2), "y1": 0, "x2": .number(size / 2), "y2": .number(size), "stroke": .text(line),
          "stroke-width": .number(width),
        ])
    }
  }
}
