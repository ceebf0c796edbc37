import Analysis
import GeoEngine

/// The density surface on one frame: for each class the outlines of all that is in it or above, so that classes drawn
/// over one another leave no seams.
struct DensityBands: Sendable {
  /// The outlines by class, the lowest first; empty where no density is drawn.
  private(set) var outlines: [[PageOutline]] = []
  /// Whether it is left out because nearly all the frame shows lies in one class: a flat tint would say nothing.
  private(set) var isLeftOut = false

  /// One path for each class.
  var paths: [SVGPath] { outlines.map { SVGPath($0) } }

  /// From this share of a frame on, one class is all that would be seen.
  private static let flatShare = 0.95

  /// The same, or nothing where nearly all of the areas in the frame is in one class, by a lattice of points. A point is
  /// in a class when an odd number of its outlines is around it, as holes are outlines too.
  func leftOutIfFlat(in frame: Box, focus: [BasemapFeatures.Area]) -> DensityBands {
    let classes = frame.lattice(14).filter { point in focus.contains { $0.outlines.contains { $0.contains(point) } } }
      .map { point in outlines.count { band in !band.count { $0.contains(point) }.isMultiple(of: 2) } }
    let sizes = Dictionary(classes.map { ($0, 1) }, uniquingKeysWith: +)
    guard let widest = sizes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), widest.key > 0,
      Double(widest.value) >= Self.flatShare * Double(classes.count)
    else { return self }
    var none = DensityBands()
    none.isLeftOut = true
    return none
  }

  /// Adds a class above those there are.
  mutating func add(_ outlines: [PageOutline]) { self.outlines.append(outlines) }
}

extension FrameContent {
  /// The density on a frame. An inset that lies in one class does without.
  func densityBands(
    _ viewport: Viewport, focus: [BasemapFeatures.Area], isInset: Bool
  ) throws(EngineError) -> DensityBands {
    guard let density = request.density, let classes else { return DensityBands() }
    let bands = try DensityBands(density, levels: classes.breaksPerSquareKilometer, on: viewport)
    return isInset ? bands.leftOutIfFlat(in: viewport.frame, focus: focus) : bands
  }
}

extension DensityBands {
  /// The outlines of a surface at levels above 0, ascending.
  init(_ density: DensityGrid, levels: [Double], on viewport: Viewport) throws(EngineError) {
    self.init()
    let isolines = Isolines(density)
    for level in levels {
      var outlines: [PageOutline] = []
      for ring in isolines.rings(atOrAbove: level) {
        var points = try Self.onPage(ring, of: density, viewport)
        if density.cellMeters * viewport.unitsPerMeter > Self.coarseCell { points = points.cornersCut.cornersCut }
        guard let box = Box(points), box.overlaps(viewport.frame) else { continue }
        outlines += [PageOutline(rings: [points.thinned])].compactMap { $0 }
      }
      add(outlines)
    }
  }

  /// Cells larger than this show as corners in a contour, in sheet units.
  private static let coarseCell = 4.0

  private static func onPage(
    _ ring: [PlanarPoint], of density: DensityGrid, _ viewport: Viewport
  ) throws(EngineError) -> [PagePoint] {
    if density.projection.definition == viewport.projection.definition { return ring.map(viewport.page) }
    return try viewport.page(try density.projection.unproject(ring))
  }
}

extension Box {
  /// The middles of so many by so many equal cells.
  fileprivate func lattice(_ side: Int) -> [PagePoint] {
    (0..<side * side).map { index in
      let (column, row) = (Double(index % side) + 0.5, Double(index / side) + 0.5)
      return PagePoint(x: minX + width * column / Double(side), y: minY + height * row / Double(side))
    }
  }
}

extension [PagePoint] {
  /// A rounder closed line (G. Chaikin's corner cutting, 1974): each side without its first and last quarter.
  fileprivate var cornersCut: [PagePoint] {
    var cut: [PagePoint] = []
    for (from, to) in zip(self, dropFirst() + prefix(1)) {
      cut.append(from + (to - from) * 0.25)
      cut.append(from + (to - from) * 0.75)
    }
    return cut
  }

  /// Without points nearer than a unit to the one before: a contour between grid values is no more exact than that.
  fileprivate var thinned: [PagePoint] {
    var kept: [PagePoint] = []
    for point in self where kept.last.map({ ($0 - point).length >= 1 }) ?? true { kept.append(point) }
    return kept
  }
}
