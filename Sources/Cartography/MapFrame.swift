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
  var hatched: [PageOutline] = []
  var courses: [[PagePoint]] = []
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
  func frame(
    _ viewport: Viewport, symbols: [MapSymbol], letter: String? = nil, insets: [InsetExtent]
  ) throws(EngineError) -> MapFrame {
    let visible = symbols.filter { viewport.frame.contains($0.center) }
    let disks = visible.map { Box(center: $0.center, width: 2 * $0.radius, height: 2 * $0.radius) }
    let tag = letter.map { _ in viewport.frame.cornerTag }
    let scaleBar = try ScaleBar(viewport, avoiding: disks + insets.map(\.box) + [tag].compactMap { $0 })
    var drawing = FrameDrawing(
      viewport: viewport, features: try BasemapFeatures(request.basemap, region: request.region, viewport: viewport),
      ticks: try FrameTicks(viewport))
    drawing.insets = insets.map { ($0, $0.tag(avoiding: disks, in: viewport.frame)) }
    drawing.letter = letter
    drawing.density = try densityBands(viewport, focus: drawing.features.focus, isInset: letter != nil)
    drawing.circles = try circles(viewport, visible)
    drawing.hatched = try hatched(viewport)
    let lines = try courses(viewport)
    drawing.courses = lines.flatMap(\.course)
    var labels = FrameLabels(
      frame: viewport.frame, symbols: visible, insets: insets.map(\.box),
      furniture: [scaleBar.box, tag].compactMap { $0 } + drawing.insets.map(\.tag))
    labels.place(symbols: visible, lines: lines, features: drawing.features)
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

  /// The outlines of areas that incidents are known to lie in, but not where.
  func hatched(_ viewport: Viewport) throws(EngineError) -> [PageOutline] {
    var outlines: [PageOutline] = []
    for incidents in selection.spread where !incidents.isLine {
      if let area = request.area(of: incidents) { outlines += try viewport.outlines(area) }
    }
    return outlines
  }

  /// A river that incidents are known to lie along, and how many.
  struct Course {
    let name: String
    var count: Int
    var course: [[PagePoint]]
  }

  /// Rivers of one name are drawn as one.
  func courses(_ viewport: Viewport) throws(EngineError) -> [Course] {
    var courses: [Course] = []
    for incidents in selection.spread {
      guard case .lines(let lines) = incidents.footprint else { continue }
      let course = try viewport.lines(lines)
      if let index = courses.firstIndex(where: { $0.name == incidents.name }) {
        courses[index].count += incidents.counts.total
        courses[index].course += course
      } else {
        courses.append(Course(name: incidents.name, count: incidents.counts.total, course: course))
      }
    }
    return courses
  }
}

extension MapRequest {
  /// The area that incidents are known to lie in: their footprint, or the governorate or country they are in.
  func area(of incidents: SpreadIncidents) -> MultiPolygon? {
    if case .area(let area) = incidents.footprint { return area }
    if let code = incidents.governorate?.code { return basemap.governorates.first { $0.code == code }?.outline }
    return basemap.countries.first { $0.code == region.code }?.outline
  }
}
