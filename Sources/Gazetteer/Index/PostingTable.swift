/// Keys and what they lead to: one sorted array, a key in the upper half of each number and a value in the lower.
struct PostingTable: Sendable {
  private let entries: [UInt64]
  /// Where the keys with each upper 16 bits start, so that a search has few steps.
  private let starts: [UInt32]

  /// A table of pairs in any order.
  init(_ unsorted: [UInt64]) {
    var counts = [UInt32](repeating: 0, count: 0x1_0001)
    for entry in unsorted { counts[Int(entry >> 48) + 1] += 1 }
    for bucket in 1..<counts.count { counts[bucket] += counts[bucket - 1] }
    starts = counts
    var sorted = [UInt64](repeating: 0, count: unsorted.count)
    for entry in unsorted {
      let bucket = Int(entry >> 48)
      sorted[Int(counts[bucket])] = entry
      counts[bucket] += 1
    }
    for bucket in 0..<0x1_0000 {
      let range = Int(starts[bucket])..<Int(starts[bucket + 1])
      if range.count > 1 { sorted[range].sort() }
    }
    entries = sorted
  }

  /// A pair as the table holds it.
  static func entry(key: UInt32, value: UInt32) -> UInt64 { UInt64(key) << 32 | UInt64(value) }

  /// Calls for each value of a key, in ascending order.
  func forEachValue(of key: UInt32, _ body: (UInt32) -> Void) {
    let bucket = Int(key >> 16)
    var low = Int(starts[bucket])
    let end = Int(starts[bucket + 1])
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 32 < UInt64(key) { low = middle + 1 } else { high = middle }
    }
    while low < end, entries[low] >> 32 == UInt64(key) {
      body(UInt32(truncatingIfNeeded: entries[low]))
      low += 1
    }
  }
}
