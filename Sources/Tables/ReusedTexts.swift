import Formats

/// Texts that many rows of a batch have: each is stored once in a batch.
struct ReusedTexts {
  private var values: [[UInt8]: FeatureBatch.Value] = [:]

  /// Forgets the texts of the batch before.
  mutating func beginBatch() { values.removeAll(keepingCapacity: true) }

  mutating func value(_ text: [UInt8], _ batch: inout FeatureBatch) -> FeatureBatch.Value {
    if let known = values[text] { return known }
    let value = batch.store(text)
    values[text] = value
    return value
  }

  mutating func value(_ text: String, _ batch: inout FeatureBatch) -> FeatureBatch.Value {
    value(Array(text.utf8), &batch)
  }
}
