import CPROJ

/// One PROJ context with its error messages, network access off. It is not thread-safe: each owner makes its own.
final class PROJContext {
  let handle: OpaquePointer
  private var message = ""

  init() throws(EngineError) {
    guard let handle = proj_context_create() else {
      throw .proj(function: "proj_context_create", message: "no context")
    }
    self.handle = handle
    proj_context_set_enable_network(handle, 0)
    proj_log_level(handle, PJ_LOG_ERROR)
    // PROJ's error numbers say little; the reason is only in what it logs.
    proj_log_func(handle, Unmanaged.passUnretained(self).toOpaque()) { owner, _, text in
      guard let text, let owner else { return }
      Unmanaged<PROJContext>.fromOpaque(owner).takeUnretainedValue().message = String(cString: text)
    }
  }

  deinit { proj_context_destroy(handle) }

  func check(_ function: String, _ pointer: OpaquePointer?) throws(EngineError) -> OpaquePointer {
    guard let pointer else {
      throw .proj(function: function, message: message.isEmpty ? "no reason given" : message)
    }
    return pointer
  }
}
