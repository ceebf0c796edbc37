import Geo

/// Some features of a stream, one after another, in memory that is used again for the next ones: a million rows pass
/// through without a string of their own.
///
/// A feature is added with `append(id:geometry:decimals:)`, followed by one value for each field, in their order.
public struct FeatureBatch: Sendable {
  /// A value of one field of one feature.
  public enum Value: Hashable, Sendable {
    /// Nothing is stated.
    case missing
    /// A text, or for a field of kind `list` or `json` its JSON.
    case text(TextRange)
    /// A whole number.
    case integer(Int)
    /// A number; it is finite.
    case number(Double)
    /// True or false.
    case boolean(Bool)
  }

  /// Where a text lies in `text`.
  public struct TextRange: Hashable, Sendable {
    @usableFromInline let start: UInt32
    @usableFromInline let count: UInt32

    /// The range of its bytes.
    @inlinable public var bytes: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// The fields, the same for all batches of a stream.
  public let fields: [Field]
  /// Identifiers of the features; missing where they have none.
  public private(set) var ids: [Value] = []
  /// Where the features are; nil for those without a place.
  public private(set) var geometries: [Geometry?] = []
  /// How many decimals of a degree are written of each, 0…7.
  public private(set) var decimals: [UInt8] = []
  /// Where each feature is stated in its file; empty when the source does not say.
  public private(set) var origins: [FeatureOrigin] = []
  @usableFromInline var values: [Value] = []
  /// The texts of all values, one after another, in UTF-8.
  public private(set) var text: [UInt8] = []

  /// An empty batch.
  public init(fields: [Field]) { self.fields = fields }

  /// The number of features.
  public var count: Int { ids.count }
  /// The bytes of text that it holds: a batch of some megabytes is passed on.
  public var textByteCount: Int { text.count }

  /// Forgets the features and keeps the memory.
  public mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    geometries.removeAll(keepingCapacity: true)
    decimals.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// Begins a feature. The one before it must have all its values.
  public mutating func append(id: Value, geometry: Geometry?, decimals: Int = 7) {
    precondition(values.count == ids.count * fields.count, "a feature has a value for each field")
    precondition((0...7).contains(decimals), "coordinates have 0 to 7 decimals")
    ids.append(id)
    geometries.append(geometry)
    self.decimals.append(UInt8(decimals))
  }

  /// Says where the feature is stated that was begun last. A source says it of all its features or of none.
  public mutating func append(origin: FeatureOrigin) { origins.append(origin) }

  /// The value of the next field of the feature that was begun last.
  public mutating func append(_ value: Value) { values.append(value) }

  /// Keeps a text, for a value.
  public mutating func store(_ bytes: some Collection<UInt8>) -> Value {
    let start = text.count
    text.append(contentsOf: bytes)
    return .text(TextRange(start: UInt32(start), count: UInt32(text.count - start)))
  }

  /// Keeps a text, for a value.
  public mutating func store(_ bytes: ArraySlice<UInt8>) -> Value {
    let start = text.count
    text.append(copying: bytes.span)
    return .text(TextRange(start: UInt32(start), count: UInt32(text.count - start)))
  }

  /// Begins with the texts of another batch, all copied at once: values of that one are then values of this one too.
  public mutating func begin(withTextOf other: FeatureBatch) {
    precondition(ids.isEmpty && text.isEmpty, "texts are taken over before anything is added")
    text.append(contentsOf: other.text)
  }

  /// Keeps a value of another batch.
  public mutating func store(_ value: Value, of other: FeatureBatch) -> Value {
    guard case .text(let range) = value else { return value }
    let start = text.count
    text.append(copying: other.text.span.extracting(range.bytes))
    return .text(TextRange(start: UInt32(start), count: UInt32(text.count - start)))
  }

  /// The value of a field, by the numbers of feature and field.
  @inlinable public func value(_ feature: Int, _ field: Int) -> Value { values[feature * fields.count + field] }

  /// The values of a feature, in the order of the fields.
  public func values(of feature: Int) -> ArraySlice<Value> {
    values[feature * fields.count..<(feature + 1) * fields.count]
  }

  /// A part of a text that is kept already, as a value: `bytes` are a slice of `bytes(_:)`.
  public static func part(_ bytes: ArraySlice<UInt8>) -> Value {
    .text(TextRange(start: UInt32(bytes.startIndex), count: UInt32(bytes.count)))
  }

  /// The bytes of a text of this batch.
  public func bytes(_ range: TextRange) -> ArraySlice<UInt8> { text[range.bytes] }

  /// Takes over a text of which the values appended with `append(textFrom:to:)` are parts, and gives back its own.
  mutating func exchangeText(_ other: inout [UInt8]) { swap(&text, &other) }

  /// A part of the text that is still to be taken over, as the value of the next field.
  @inline(__always)
  mutating func append(textFrom start: Int, to end: Int) {
    values.append(
      .text(TextRange(start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: end - start))))
  }
}
