import Formats

/// A text that many rows have.
struct ReusedText: Sendable {
  /// Its number among those texts; negative for one that is not counted.
  fileprivate let number: Int
  fileprivate let bytes: [UInt8]
}

/// Stores texts that many rows of a batch have once in each batch.
struct ReusedTexts {
  private var numbers: [[UInt8]: Int] = [:]
  private var values: [FeatureBatch.Value] = []
  private static let most = 100_000

  /// Forgets the values of the batch before.
  mutating func beginBatch() { for number in values.indices { values[number] = .missing } }

  /// A text that may come again.
  mutating func text(_ bytes: [UInt8]) -> ReusedText {
    if let number = numbers[bytes] { return ReusedText(number: number, bytes: bytes) }
    guard values.count < Self.most else { return ReusedText(number: -1, bytes: bytes) }
    numbers[bytes] = values.count
    values.append(.missing)
    return ReusedText(number: values.count - 1, bytes: bytes)
  }

  /// A text that may come again.
  mutating func text(_ string: String) -> ReusedText { text(Array(string.utf8)) }

  /// The value of a text in a batch.
  mutating func value(_ text: ReusedText, _ batch: inout FeatureBatch) -> FeatureBatch.Value {
    guard text.number >= 0 else { return batch.store(text.bytes[...]) }
    if case .missing = values[text.number] { values[text.number] = batch.store(text.bytes[...]) }
    return values[text.number]
  }
}
