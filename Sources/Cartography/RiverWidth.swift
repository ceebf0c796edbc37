extension Viewport {
  /// How exactly the course of a river is known: half a kilometer, as 1 : 10,000,000 shows it in a line.
  private static let riverBandMeters = 500.0
  private static let widths = (line: 1.3, band: 9.0)

  /// How wide rivers are drawn, in sheet units: a map that shows more than their course is known to has a band in which
  /// the river lies.
  var riverWidth: Double { min(max(Self.widths.line, Self.riverBandMeters * unitsPerMeter), Self.widths.band) }

  /// Whether rivers are bands here.
  var isFinerThanRivers: Bool { riverWidth > Self.widths.line }
}
