import Geo
import GeoEngine

/// One window of a map sheet: the region itself, or a crowded part of it enlarged.
public struct MapFrame: Sendable {
  /// The beginning of the ids of its elements: `map`, `inset-a`.
  public let id: String
  /// Its place on the sheet.
  public let box: Box
  /// The counted symbols, the largest first. In the region's own frame they stand for all pointlike incidents.
  public let symbols: [MapSymbol]
  /// The names, in the order of their importance.
  public let labels: [PlacedLabel]
  /// The scale bar.
  public let scaleBar: ScaleBar

  let drawing: FrameDrawing
  /// Symbols that have a letter in place of a name.
  let keyed: [FrameLabels.Keyed]
  let unnamedCount: Int
}

/// What lies under the names of a frame, on the sheet.
struct FrameDrawing: Sendable {
  let viewport: Viewport
  var features: BasemapFeatures
  var areaMarks: [AreaMark] = []
  var density = DensityBands()
  var circles: [UncertaintyCircle] = []
  var townDots: [PagePoint] = []
  /// Where degrees meet the edges.
  var ticks: FrameTicks
  /// The letter of an inset.
  var letter: String?
  /// What the insets enlarge.
  var insets: [(extent: InsetExtent, tag: Box)] = []
}

/// The part of a frame that an inset shows enlarged.
struct InsetExtent {
  let letter: String
  let box: Box

  /// The place for the letter: outside a corner, the first that covers none of the obstacles.
  func tag(avoiding obstacles: [Box], in frame: Box) -> Box {
    let size = 11.0
    let corners = [
      (box.minX, box.minY - size), (box.maxX - size, box.minY - size), (box.minX, box.maxY),
      (box.maxX - size, box.maxY),
    ].map { Box(x: $0, y: $1, width: size, height: size) }
    return corners.first { tag in frame.contains(tag) && !obstacles.contains { $0.overlaps(tag) } } ?? corners[0]
  }
}

/// What the frames of one sheet have in common.
struct FrameContent {
  let request: MapRequest
  let selection: IncidentSelection
  let classes: DensityClasses?

  /// Draws a frame: the region's own, or an inset with a letter.
  /// - Parameter named: the marks that need no name any more.
  func frame(
    _ window: FrameWindow, symbols: [MapSymbol], named: inout Set<NamedMark>
  ) throws(EngineError) -> MapFrame {
    let (viewport, letter, insets) = (window.viewport, window.letter, window.insets)
    let visible = symbols.filter { viewport.frame.contains($0.center) }
    let disks = visible.map { Box(center: $0.center, width: 2 * $0.radius, height: 2 * $0.radius) }
    let tag = letter.map { _ in viewport.frame.cornerTag }
    let scaleBar = try ScaleBar(viewport, avoiding: disks + insets.map(\.box) + [tag].compactMap { $0 })
    var drawing = FrameDrawing(
      viewport: viewport, features: try BasemapFeatures(request.basemap, region: request.region, viewport: viewport),
      ticks: try FrameTicks(viewport))
    drawing.insets = insets.map { ($0, $0.tag(avoiding: disks, in: viewport.frame)) }
    drawing.letter = letter
    if letter == nil { drawing.density = try densityBands(viewport) }
    drawing.circles = circles(viewport, try located(viewport), beside: visible)
    drawing.areaMarks = try areaMarks(viewport)
    var labels = FrameLabels(
      viewport: viewport, symbols: visible, insets: insets.map(\.box),
      furniture: [scaleBar.box, tag].compactMap { $0 } + drawing.insets.map(\.tag), isEnlargement: letter != nil,
      named: named)
    labels.place(symbols: visible, areaMarks: drawing.areaMarks, features: drawing.features, circles: drawing.circles)
    named = labels.named
    drawing.townDots = labels.townDots
    return MapFrame(
      id: letter.map { "inset-\($0.lowercased())" } ?? "map", box: viewport.frame, symbols: visible,
      labels: labels.placer.placed, scaleBar: scaleBar,
      drawing: drawing, keyed: labels.keyed, unnamedCount: labels.unnamedCount)
  }

  /// The spots on the sheet, most incidents first.
  func located(_ viewport: Viewport) throws(EngineError) -> [MapSymbol.Located] {
    let points = try viewport.page(selection.spots.map(\.coordinate))
    return zip(selection.spots, points).map { MapSymbol.Located(spot: $0, point: $1) }
  }
}
