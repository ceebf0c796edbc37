import Dispatch
import Synchronization

/// A value that another core works out while this one goes on.
final class Later<Value: Sendable>: Sendable {
  private let work = DispatchGroup()
  private let made = Mutex<Value?>(nil)

  /// Begins at once.
  init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: work) { [self] in
      let value = make()
      made.withLock { $0 = value }
    }
  }

  /// The value, waited for if need be.
  var value: Value {
    work.wait()
    guard let value = made.withLock(\.self) else { preconditionFailure("the work is done") }
    return value
  }
}
