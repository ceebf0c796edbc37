extension Viewport {
  /// How exactly the course of a river is known: half a kilometer, as a line of a map at 1 : 10,000,000 shows it.
  private static let riverBandMeters = 500.0
  static let riverLineWidth = 1.3
  private static let bandWidths = 4.0...9.0

  /// How wide rivers are drawn, in sheet units: a map that shows more than their course is known to has a band in which
  /// the river lies.
  var riverWidth: Double { isFinerThanRivers ? min(bandWidth, Self.bandWidths.upperBound) : Self.riverLineWidth }

  /// Whether rivers are bands here.
  var isFinerThanRivers: Bool { bandWidth >= Self.bandWidths.lowerBound }

  /// Whether the band is narrower than what is known of the course.
  var isTooFineForRivers: Bool { bandWidth > Self.bandWidths.upperBound }

  private var bandWidth: Double { Self.riverBandMeters * unitsPerMeter }
}
