import CGEOS

/// A GEOS geometry that is destroyed with its owner, unless it is handed over with `relinquish()`.
/// It must not outlive its context.
struct GeometryHandle: ~Copyable {
  let pointer: OpaquePointer
  private let context: GEOSContextHandle_t

  init(_ pointer: OpaquePointer, _ context: GEOSContext) {
    self.pointer = pointer
    self.context = context.handle
  }

  /// Gives the geometry up. A GEOS constructor owns its arguments even when it fails: destroying them afterwards would
  /// destroy them twice, so call this in the argument list.
  consuming func relinquish() -> OpaquePointer {
    let pointer = self.pointer
    discard self
    return pointer
  }

  deinit { GEOSGeom_destroy_r(context, pointer) }
}

/// Geometries on their way into a constructor that takes many.
struct GeometryHandles: ~Copyable {
  private var pointers: [OpaquePointer?] = []
  private let context: GEOSContext

  init(_ context: GEOSContext) { self.context = context }

  mutating func append(_ handle: consuming GeometryHandle) {
    pointers.append(handle.relinquish())
  }

  /// Gives all geometries up, as `GeometryHandle.relinquish()` does for one.
  mutating func relinquish() -> [OpaquePointer?] {
    defer { pointers = [] }
    return pointers
  }

  deinit {
    for pointer in pointers { GEOSGeom_destroy_r(context.handle, pointer) }
  }
}
