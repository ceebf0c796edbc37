import Geo
import GeoEngine

/// A window onto the projected ground: what part of it is shown, where on the sheet, and at which scale.
struct Viewport {
  let projection: Projection
  /// The place on the sheet.
  let frame: Box
  /// The projected position in the middle of the frame.
  let middle: PlanarPoint
  private(set) var unitsPerMeter: Double

  /// Shows a whole rectangle of ground in the frame, with a margin around it.
  init(projection: Projection, showing ground: PlanarRectangle, in frame: Box, margin: Double) {
    self.projection = projection
    self.frame = frame
    middle = PlanarPoint(x: (ground.minX + ground.maxX) / 2, y: (ground.minY + ground.maxY) / 2)
    unitsPerMeter = min(
      (frame.width - 2 * margin) / max(ground.width, 1), (frame.height - 2 * margin) / max(ground.height, 1))
  }

  /// The same middle at that scale, when this one's is larger.
  func notLarger(than unitsPerMeter: Double) -> Viewport {
    var viewport = self
    viewport.unitsPerMeter = min(self.unitsPerMeter, unitsPerMeter)
    return viewport
  }

  /// The point on the sheet.
  func page(_ point: PlanarPoint) -> PagePoint {
    PagePoint(
      x: frame.center.x + (point.x - middle.x) * unitsPerMeter,
      y: frame.center.y - (point.y - middle.y) * unitsPerMeter)
  }

  /// The projected position of a point on the sheet.
  func planar(_ point: PagePoint) -> PlanarPoint {
    PlanarPoint(
      x: middle.x + (point.x - frame.center.x) / unitsPerMeter,
      y: middle.y - (point.y - frame.center.y) / unitsPerMeter)
  }

  /// From projected meters to sheet units, as the six numbers of an SVG `matrix()`: with the projection's definition it
  /// lets anyone put further data on the map.
  var matrix: String {
    let origin = page(PlanarPoint(x: 0, y: 0))
    let scale = (unitsPerMeter * 1e12).rounded() / 1e12
    return "\(scale) 0 0 \(-scale) \(SVGNumber.text(origin.x)) \(SVGNumber.text(origin.y))"
  }

  /// The points on the sheet.
  func page(_ coordinates: [Coordinate]) throws(EngineError) -> [PagePoint] {
    try projection.project(coordinates).map(page)
  }

  /// The ground shown, and a little more: lines that are cut there end out of sight.
  var ground: PlanarRectangle {
    let shown = frame.expanded(by: 8)
    let southwest = planar(PagePoint(x: shown.minX, y: shown.maxY))
    let northeast = planar(PagePoint(x: shown.maxX, y: shown.minY))
    return PlanarRectangle(minX: southwest.x, minY: southwest.y, maxX: northeast.x, maxY: northeast.y)
  }

  /// The longitudes and latitudes shown: the box around points along the frame's edges.
  func shownBox() throws(EngineError) -> BoundingBox {
    let ground = ground
    var edge: [PlanarPoint] = []
    for step in 0...8 {
      let x = ground.minX + ground.width * Double(step) / 8
      let y = ground.minY + ground.height * Double(step) / 8
      edge += [
        PlanarPoint(x: x, y: ground.minY), PlanarPoint(x: x, y: ground.maxY), PlanarPoint(x: ground.minX, y: y),
        PlanarPoint(x: ground.maxX, y: y),
      ]
    }
    guard let box = BoundingBox(try projection.unproject(edge)) else { preconditionFailure("the frame has an edge") }
    return box
  }

  /// The outlines on the sheet, cut to the frame, with vertices on the snapping grid.
  func outlines(_ area: MultiPolygon) throws(EngineError) -> [PageOutline] {
    var planar: [PlanarPolygon] = []
    for polygon in area.polygons {
      var holes: [[PlanarPoint]] = []
      for hole in polygon.holes { holes.append(try projection.project(hole.coordinates)) }
      planar.append(PlanarPolygon(exterior: try projection.project(polygon.exterior.coordinates), holes: holes))
    }
    return try outlines(planar)
  }

  /// The outlines of projected polygons on the sheet, cut to the frame.
  func outlines(_ planar: [PlanarPolygon]) throws(EngineError) -> [PageOutline] {
    let ground = ground
    let isInside = planar.allSatisfy { $0.exterior.allSatisfy(ground.contains) }
    let clipped = isInside ? planar : try Overlay.clip(planar, to: ground)
    return clipped.compactMap { PageOutline(rings: ([$0.exterior] + $0.holes).map { $0.map(page) }) }
  }

  /// The lines on the sheet, cut to the frame.
  func lines(_ lines: [LineString]) throws(EngineError) -> [[PagePoint]] {
    var planar: [[PlanarPoint]] = []
    for line in lines { planar.append(try projection.project(line.coordinates)) }
    return try Overlay.clip(lines: planar, to: ground)
      .map { $0.map(page).snappedWithoutRepeats }
      .filter { $0.count >= 2 }
  }
}

/// A polygon on the sheet: its outline and holes, none repeating its first point at the end.
struct PageOutline {
  let rings: [[PagePoint]]
  /// The box around the outline.
  let box: Box

  /// Nil when the polygon is too small to be seen.
  init?(rings: [[PagePoint]]) {
    self.rings = rings.map { ring in
      let snapped = ring.snappedWithoutRepeats
      return snapped.first == snapped.last ? Array(snapped.dropLast()) : snapped
    }.filter { $0.count >= 3 }
    guard let exterior = self.rings.first, let box = Box(exterior) else { return nil }
    self.box = box
  }

  /// Whether the point lies inside (even-odd rule).
  func contains(_ point: PagePoint) -> Bool {
    var isInside = false
    for ring in rings {
      guard var previous = ring.last else { continue }
      for vertex in ring {
        if (vertex.y > point.y) != (previous.y > point.y),
          point.x < (previous.x - vertex.x) * (point.y - vertex.y) / (previous.y - vertex.y) + vertex.x
        {
          isInside.toggle()
        }
        previous = vertex
      }
    }
    return isInside
  }
}

extension [PagePoint] {
  fileprivate var snappedWithoutRepeats: [PagePoint] {
    var result: [PagePoint] = []
    result.reserveCapacity(count)
    for point in self where point.snapped != result.last { result.append(point.snapped) }
    return result
  }
}

extension SVGPath {
  init(_ outlines: [PageOutline]) {
    self.init()
    for ring in outlines.flatMap(\.rings) { add(ring, closed: true) }
  }

  init(_ lines: [[PagePoint]]) {
    self.init()
    for line in lines { add(line, closed: false) }
  }
}
