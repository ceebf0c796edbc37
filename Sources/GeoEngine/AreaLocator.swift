import CGEOS
import Geo
import Synchronization

/// Answers “in which area is it?” for many positions: boxes first, then prepared GEOS geometries.
///
/// A position on the edge of an area is in it, so that neighbors leave no gap between them; `firstIndex` then chooses
/// the one listed first. It may be used from several tasks at once; they take turns.
public final class AreaLocator: Sendable {
  private let boxes: [BoundingBox]
  private let state: Mutex<State>

  /// The context, and the areas that were prepared in it. Both are touched only under the lock, because GEOS fills its
  /// caches while answering.
  private struct State: ~Copyable {
    let context: GEOSContext
    let areas: [PreparedArea]
  }

  /// Prepares the areas. Their order is the order of the answers.
  /// - Throws: `EngineError.geos` when GEOS refuses a geometry.
  public init(_ areas: [MultiPolygon]) throws(EngineError) {
    let context = try GEOSContext()
    var prepared: [PreparedArea] = []
    for area in areas { prepared.append(try PreparedArea(area, context)) }
    boxes = areas.map(\.boundingBox)
    state = Mutex(State(context: context, areas: prepared))
  }

  /// The first area that the position is in; nil when it is in none.
  public func firstIndex(containing coordinate: Coordinate) -> Int? {
    let candidates = candidates(coordinate)
    guard !candidates.isEmpty else { return nil }
    return state.withLock { state in candidates.first { state.areas[$0].contains(coordinate) } }
  }

  /// All areas that the position is in, in the order they were given in.
  public func indices(containing coordinate: Coordinate) -> [Int] {
    let candidates = candidates(coordinate)
    guard !candidates.isEmpty else { return [] }
    return state.withLock { state in candidates.filter { state.areas[$0].contains(coordinate) } }
  }

  private func candidates(_ coordinate: Coordinate) -> [Int] {
    boxes.indices.filter { boxes[$0].contains(coordinate) }
  }
}

/// An area with the index GEOS builds over its edges. It keeps its context alive until both are destroyed.
private final class PreparedArea {
  private let context: GEOSContext
  private let geometry: OpaquePointer
  private let prepared: OpaquePointer

  init(_ area: MultiPolygon, _ context: GEOSContext) throws(EngineError) {
    let handle = try context.multiPolygon(area.raw)
    self.context = context
    prepared = try context.check("GEOSPrepare_r", GEOSPrepare_r(context.handle, handle.pointer))
    geometry = handle.relinquish()
  }

  /// GEOS cannot fail here: the position is finite and the area was accepted when it was prepared. If it did, the
  /// position would count as outside.
  func contains(_ coordinate: Coordinate) -> Bool {
    guard let point = try? context.point(coordinate.vertex) else { return false }
    return GEOSPreparedIntersects_r(context.handle, prepared, point.pointer) == 1
  }

  deinit {
    GEOSPreparedGeom_destroy_r(context.handle, prepared)
    GEOSGeom_destroy_r(context.handle, geometry)
  }
}
