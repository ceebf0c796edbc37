import Analysis
import Geo
import GeoEngine

/// The density surface on one frame: for each class the outlines of all that is in it or above, so that classes drawn
/// over one another leave no seams.
struct DensityBands: Sendable {
  /// The outlines by class, the lowest first; empty where no density is drawn.
  private(set) var outlines: [[PageOutline]] = []

  /// Where most of it stands on town centers that several reports share.
  var generic: [PageOutline] = []

  /// One path for each class.
  var paths: [SVGPath] { outlines.map { SVGPath($0) } }

  /// Adds a class above those there are.
  mutating func add(_ outlines: [PageOutline]) { self.outlines.append(outlines) }
}

extension FrameContent {
  /// The density on the map itself. Insets do without: an enlargement of a smoothed surface is a flat tint, and what it
  /// was smoothed from is what they are there to show.
  func densityBands(_ viewport: Viewport) throws(EngineError) -> DensityBands {
    guard let density = request.density, let classes else { return DensityBands() }
    var bands = try DensityBands(density, levels: classes.breaksPerSquareKilometer, on: viewport)
    if let shares = try genericShares(of: density) {
      let rings = Isolines(density, values: shares).rings(atOrAbove: MapText.largeGenericShare)
      bands.generic = try DensityBands.outlines(rings, of: density, viewport)
    }
    return bands
  }

  /// For each cell the part, 0…1, of the density that incidents at generic coordinates make; nil without any of those.
  private func genericShares(of density: DensityGrid) throws(EngineError) -> [Double?]? {
    let generic = selection.spots.filter(\.isGeneric).flatMap(\.weighted)
    guard !generic.isEmpty, let outline = request.basemap.area(of: request.region)?.outline else { return nil }
    let part = try Analysis.density(
      of: generic, within: outline, bandwidthMeters: density.bandwidthMeters, cellMeters: density.cellMeters,
      projection: density.projection)
    guard part.values.count == density.values.count else { return nil }
    return zip(part.values, density.values).map { part, whole in
      guard let part, let whole else { return nil }
      return whole > 0 ? part / whole : 0
    }
  }
}

extension DensityBands {
  /// The outlines of a surface at levels above 0, ascending.
  init(_ density: DensityGrid, levels: [Double], on viewport: Viewport) throws(EngineError) {
    self.init()
    let isolines = Isolines(density)
    for level in levels { add(try Self.outlines(isolines.rings(atOrAbove: level), of: density, viewport)) }
  }

  fileprivate static func outlines(
    _ rings: [[PlanarPoint]], of density: DensityGrid, _ viewport: Viewport
  ) throws(EngineError) -> [PageOutline] {
    var outlines: [PageOutline] = []
    for ring in rings {
      var points = try onPage(ring, of: density, viewport)
      if density.cellMeters * viewport.unitsPerMeter > coarseCell { points = points.cornersCut.cornersCut }
      guard let box = Box(points), box.overlaps(viewport.frame) else { continue }
      outlines += [PageOutline(rings: [points.thinned])].compactMap { $0 }
    }
    return outlines
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
