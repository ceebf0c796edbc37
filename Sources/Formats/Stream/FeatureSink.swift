/// A file in the making, to which a stream of features goes: one for each format.
///
/// The file stands under its name only when `finish` returned; until then, and after an error, what stood there before
/// is untouched.
public protocol FeatureSink: Sendable {
  /// Writes the features of a batch after those before it. The fields are those that the sink was made for.
  mutating func write(_ batch: FeatureBatch) throws
  /// Completes the file and puts it in its place.
  mutating func finish() throws
  /// Removes what was written so far.
  mutating func cancel()
}
