/// A stream of features that is read batch by batch: one for each format.
///
///     var source: any FeatureSource = …
///     var sink: any FeatureSink = …      // made for source.layer
///     try source.read { try sink.write($0) }
///     try sink.finish()
public protocol FeatureSource: Sendable {
  /// What its features have in common: their fields, in the order of their values.
  var layer: FeatureLayer { get }

  /// Reads from the beginning to the end. The memory of a batch is used again when `body` returns.
  /// - Throws: `FormatError` for a file of which nothing can be read, and what `body` throws. Single features that
  ///   cannot be read are no errors: they are left out and are in `remarks`.
  mutating func read(into body: (FeatureBatch) throws -> Void) throws

  /// What was found imperfect so far.
  var remarks: SourceRemarks { get }
}

extension FeatureSource {
  /// The fields that all of its features have, in the order of their values.
  public var fields: [Field] { layer.fields }
}

/// Where a feature is stated in the file it was read from.
public struct FeatureOrigin: Hashable, Sendable {
  /// The line it starts on, from 1.
  public var line: Int
  /// Its first byte, from 0.
  public var start: Int
  /// One past its last byte.
  public var end: Int
  /// Whether it is a row with more or fewer fields than the header.
  public var isRagged = false

  /// A place in a file.
  public init(line: Int, start: Int, end: Int) {
    (self.line, self.start, self.end) = (line, start, end)
  }
}
