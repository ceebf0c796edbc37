/// A set of numbers that come in dense stretches, a bit each: twelve million in two megabytes.
struct NumberSet {
  private static let pageBits = 4096
  private var pages: [Int: [UInt64]] = [:]

  mutating func insert(_ number: Int) {
    let (page, bit) = Self.position(number)
    pages[page, default: [UInt64](repeating: 0, count: Self.pageBits / 64)][bit / 64] |= 1 << UInt64(bit % 64)
  }

  func contains(_ number: Int) -> Bool {
    let (page, bit) = Self.position(number)
    guard let words = pages[page] else { return false }
    return words[bit / 64] >> UInt64(bit % 64) & 1 != 0
  }

  private static func position(_ number: Int) -> (page: Int, bit: Int) {
    (number >> 12, number & (pageBits - 1))
  }
}
