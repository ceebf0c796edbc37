import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results for all elements, in their order, worked out on all cores.
  /// - Throws: the error of the first element that fails.
  func concurrentMap<Output: Sendable>(_ transform: @Sendable (Element) throws -> Output) throws -> [Output] {
    let results = Mutex([Result<Output, any Error>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Result { try transform(self[index]) }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { $0 }.compactMap { try $0?.get() }
  }
}
