/// A half-open range of bytes in a document's UTF-8 text: where a field was read.
public struct ByteSpan: Hashable, Sendable {
  /// The first byte, counted from 0.
  public let start: Int
  /// One past the last byte.
  public let end: Int

  /// A span that ends before it starts is a programming error.
  public init(start: Int, end: Int) {
    precondition(0 <= start && start <= end, "a span must not end before it starts")
    self.start = start
    self.end = end
  }
}

/// A value together with the words it was read from.
public struct Cited<Value> {
  /// What was read.
  public let value: Value
  /// Where it stands in the document.
  public let span: ByteSpan

  /// A value read from the span.
  public init(_ value: Value, _ span: ByteSpan) {
    self.value = value
    self.span = span
  }
}

extension Cited: Sendable where Value: Sendable {}
extension Cited: Equatable where Value: Equatable {}
extension Cited: Hashable where Value: Hashable {}
