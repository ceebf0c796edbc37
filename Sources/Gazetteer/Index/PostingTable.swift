/// Keys and what they lead to, in a section of a gazetteer file: sorted entries, a key in the upper half of each number
/// and a value in the lower; then where the keys with each upper bits start, so that a search has few steps.
struct PostingTable: Sendable {
  private let entries: Int
  private let starts: Int
  private let shift: UInt32
  /// The number of entries.
  let count: Int

  /// The table in a range of the file's bytes; nil when its parts do not fit together.
  init?(_ bytes: Span<UInt8>, in range: Range<Int>) {
    guard range.count >= 8 else { return nil }
    let bits = bytes.number(UInt64.self, at: range.upperBound - 8)
    guard (1...Self.mostBits).contains(bits) else { return nil }
    let startCount = (1 << Int(bits) + 2) & ~1  // a sum, rounded up to an even number
    starts = range.upperBound - 8 - startCount * 4
    entries = range.lowerBound
    guard starts >= entries, (starts - entries).isMultiple(of: 8) else { return nil }
    count = (starts - entries) / 8
    shift = 32 - UInt32(bits)
  }

  private static let mostBits: UInt64 = 22

  /// How many bits of the keys the starts are listed for: some sixteen entries share a start.
  static func bucketBits(count: Int) -> Int {
    min(Int(mostBits), max(1, Int.bitWidth - count.leadingZeroBitCount - 4))
  }

  static func bucket(ofKey key: UInt32, bits: Int) -> Int { Int(key >> (32 - UInt32(bits))) }

  /// A pair as the table holds it.
  static func entry(key: UInt32, value: UInt32) -> UInt64 { UInt64(key) << 32 | UInt64(value) }

  /// The entry at a position.
  func entry(_ position: Int, _ bytes: Span<UInt8>) -> (key: UInt32, value: UInt32) {
    let entry = bytes.number(UInt64.self, at: entries &+ position &* 8)
    return (UInt32(entry >> 32), UInt32(truncatingIfNeeded: entry))
  }

  /// Calls for each value of a key, in ascending order.
  @inline(__always)
  func forEachValue(of key: UInt32, _ bytes: Span<UInt8>, _ body: (UInt32) -> Void) {
    let bucket = Int(key >> shift)
    var low = Int(bytes.number(UInt32.self, at: starts &+ bucket &* 4))
    let end = Int(bytes.number(UInt32.self, at: starts &+ bucket &* 4 &+ 4))
    var high = end
    while low < high {
      let middle = (low &+ high) / 2
      if entry(middle, bytes).key < key { low = middle &+ 1 } else { high = middle }
    }
    while low < end {
      let (found, value) = entry(low, bytes)
      guard found == key else { return }
      body(value)
      low &+= 1
    }
  }
}

/// The keys of identifiers.
enum IdentifierKey {
  /// A number for an identifier (FNV-1a, 32 bits); two identifiers may share one.
  static func of(_ id: String) -> UInt32 {
    id.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
