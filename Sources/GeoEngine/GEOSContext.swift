import CGEOS

/// One GEOS context with its error messages. It is not thread-safe: each owner makes its own (0.2 µs) and guards it.
///
/// Every call into GEOS that can fail goes through one of the three `check` functions below.
final class GEOSContext {
  let handle: GEOSContextHandle_t
  private var message = ""

  init() throws(EngineError) {
    guard let handle = GEOS_init_r() else { throw .geos(function: "GEOS_init_r", message: "no context") }
    self.handle = handle
    let owner = Unmanaged.passUnretained(self).toOpaque()
    _ = GEOSContext_setErrorMessageHandler_r(
      handle,
      { text, owner in
        guard let text, let owner else { return }
        Unmanaged<GEOSContext>.fromOpaque(owner).takeUnretainedValue().message = String(cString: text)
      }, owner)
  }

  deinit { GEOS_finish_r(handle) }

  /// Runs the body with a context of its own. No handle made in the body may leave it.
  static func run<Result>(_ body: (GEOSContext) throws(EngineError) -> Result) throws(EngineError) -> Result {
    let context = try GEOSContext()
    defer { withExtendedLifetime(context) {} }
    return try body(context)
  }

  /// A function that returns a pointer failed when it is null.
  func check(_ function: String, _ pointer: OpaquePointer?) throws(EngineError) -> OpaquePointer {
    guard let pointer else { throw failure(function) }
    return pointer
  }

  /// A predicate answers 0 or 1, and 2 when it failed.
  func check(_ function: String, predicate: CChar) throws(EngineError) -> Bool {
    guard predicate != 2 else { throw failure(function) }
    return predicate == 1
  }

  /// A function that counts or copies failed when it returns the given number: −1, or 0 for a copy.
  @discardableResult
  func check(_ function: String, count: Int32, failed: Int32 = -1) throws(EngineError) -> Int {
    guard count != failed else { throw failure(function) }
    return Int(count)
  }

  private func failure(_ function: String) -> EngineError {
    defer { message = "" }
    return .geos(function: function, message: message.isEmpty ? "no reason given" : message)
  }
}
