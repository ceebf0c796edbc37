/// A checksum of 64 bits over the bytes of a section: each step is a bijection of what came before, so that a single
/// changed word always shows, and any other damage with a probability of all but 2⁻⁶⁴. It finds damage, not forgery.
/// One multiplication for eight bytes keeps opening a file fast.
struct Checksum {
  private var state: UInt64 = 0x243F_6A88_85A3_08D3
  private var byteCount = 0

  /// The checksum of some bytes.
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    var checksum = Checksum()
    checksum.add(bytes)
    return checksum.value
  }

  /// Takes in more bytes. All calls but the last must bring a multiple of eight.
  mutating func add(_ bytes: Span<UInt8>) {
    precondition(byteCount % 8 == 0, "only the last bytes may be no whole words")
    var offset = 0
    while offset &+ 8 <= bytes.count {
      mix(bytes.number(UInt64.self, at: offset))
      offset &+= 8
    }
    if offset < bytes.count {
      var rest: UInt64 = 0
      for index in offset..<bytes.count { rest = rest << 8 | UInt64(bytes[index]) }
      mix(rest)
    }
    byteCount += bytes.count
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
  }

  /// The checksum of all bytes so far.
  var value: UInt64 {
    var last = self
    last.mix(UInt64(byteCount))
    return last.state
  }
}
