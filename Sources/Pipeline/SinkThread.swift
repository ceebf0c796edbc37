import Dispatch
import Formats
import Synchronization

/// Writes the features of one reading into several files, each on a thread of its own.
/// - Returns: the number of features.
/// - Throws: the error of the reading or of the first file that failed; none of the files is there then, but those that
///   were complete before.
public func copyFeatures(from source: inout any FeatureSource, to sinks: [any FeatureSink]) throws -> Int {
  let outputs = sinks.map { SinkThread($0) }
  var count = 0
  do {
    try source.read { batch in
      count += batch.count
      for output in outputs { try output.send(batch) }
    }
  } catch {
    for output in outputs { output.end(.cancel) }
    let failures = outputs.compactMap { $0.failure() }
    throw failures.first ?? error
  }
  for output in outputs { output.end(.finish) }
  if let failure = outputs.compactMap({ $0.failure() }).first { throw failure }
  return count
}

/// A sink on a thread of its own, with a few batches waiting for it.
private final class SinkThread: Sendable {
  enum End: Sendable { case finish, cancel }

  private enum Message: Sendable { case batch(FeatureBatch), end(End) }

  /// Thrown to stop the reading when this sink has failed; its own error is in `failure`.
  private struct Stopped: Error {}

  private struct State {
    var messages: [Message] = []
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  private let present = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 4)
  private let done = DispatchGroup()

  init(_ sink: any FeatureSink) {
    // A serial queue of its own has a thread of its own: the sinks wait for one another on no account.
    DispatchQueue(label: "feature sink").async(group: done) { self.run(sink) }
  }

  /// Hands over a batch; waits while there are enough.
  func send(_ batch: FeatureBatch) throws {
    room.wait()
    let hasFailed = state.withLock { state in
      if state.failure == nil { state.messages.append(.batch(batch)) }
      return state.failure != nil
    }
    if hasFailed { throw Stopped() }
    present.signal()
  }

  /// There are no more batches.
  func end(_ end: End) {
    state.withLock { $0.messages.append(.end(end)) }
    present.signal()
  }

  /// What went wrong, once all is done.
  func failure() -> (any Error)? {
    done.wait()
    return state.withLock { $0.failure }
  }

  private func run(_ start: any FeatureSink) {
    var sink = start
    do {
      while true {
        switch next() {
        case .batch(let batch): try sink.write(batch)
        case .end(.finish): return try sink.finish()
        case .end(.cancel): return sink.cancel()
        }
      }
    } catch {
      sink.cancel()
      state.withLock { $0.failure = error }
      room.signal()
    }
  }

  private func next() -> Message {
    present.wait()
    let message = state.withLock { $0.messages.removeFirst() }
    room.signal()
    return message
  }
}
