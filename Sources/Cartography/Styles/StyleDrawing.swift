import GeoEngine

/// What a style makes of the incidents: its classes, the same for all steps of time, and what it says about them.
protocol StyleDrawing: Sendable {
  /// The blocks of the legend, for what the maps turned out to show.
  func legend(_ marks: Legend.Marks) -> [[LegendRow]]
  /// What the picture is, in a few words: `Hexagons colored by the number of incidents`.
  var summary: String { get }
  /// How many are drawn in which way, in one line.
  var coverage: String { get }
  /// What a reader must know before drawing conclusions, one sentence each.
  var caveats: [String] { get }
  /// The table of the map.
  var marks: [MapMark] { get }
  /// What the title begins with: `Density of `.
  var titleFrame: String { get }
  /// Whether crowded parts are worth an enlargement.
  var canBeEnlarged: Bool { get }
  /// What is drawn for each step of time.
  /// - Parameter scale: that of the symbols, on an enlargement; nil where the style is to choose it.
  func layers(
    on viewport: Viewport, _ features: BasemapFeatures, scale: SymbolScale?
  ) throws(EngineError) -> [StyleLayer]
}

extension StyleDrawing {
  var titleFrame: String { "" }
  var canBeEnlarged: Bool { false }
}
