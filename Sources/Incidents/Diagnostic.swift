/// Something a reader should know about imperfect input. It goes beside the results, never in their stead.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// Something was left out of the results.
    case lost
    /// Something was read, but may not be what the author meant.
    case doubtful
  }

  /// How much it matters.
  public var severity: Severity
  /// What is wrong and what to do about it. It names no victim and quotes no narrative.
  public var message: String
  /// The document it is about.
  public var document: String
  /// The line, from 1; nil when it is about the whole document.
  public var line: Int?
  /// The bytes, when known.
  public var span: ByteSpan?

  /// A finding about a document.
  public init(_ severity: Severity, _ message: String, document: String, line: Int? = nil, span: ByteSpan? = nil) {
    self.severity = severity
    self.message = message
    self.document = document
    self.line = line
    self.span = span
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `release.txt:12: message`.
  public var description: String {
    let place = line.map { "\(document):\($0)" } ?? document
    return "\(place): \(message)"
  }
}
