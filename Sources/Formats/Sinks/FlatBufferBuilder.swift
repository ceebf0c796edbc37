/// A FlatBuffer in the making (FlatBuffers internals, “Encoding”): built from its end to its start, so that whatever is
/// referred to is there before what refers to it. Numbers are little endian and aligned to their size.
struct FlatBufferBuilder {
  /// Where something starts, counted from the end.
  struct Offset { fileprivate let fromEnd: Int }

  /// The value of a field of a table.
  enum Value {
    case byte(UInt8)
    case short(UInt16)
    case int(Int32)
    case long(UInt64)
    case offset(Offset)
  }

  /// The bytes from the last to the first.
  private var reversed: [UInt8] = []
  private var alignment = 4

  /// Forgets what was built and keeps the memory.
  mutating func removeAll() {
    reversed.removeAll(keepingCapacity: true)
    alignment = 4
  }

  mutating func string(_ text: some BidirectionalCollection<UInt8>) -> Offset {
    align(4, before: text.count + 1)
    reversed.append(0)
    return vector(of: text)
  }

  mutating func bytes(_ bytes: some BidirectionalCollection<UInt8>) -> Offset {
    align(4, before: bytes.count)
    return vector(of: bytes)
  }

  private mutating func vector(of bytes: some BidirectionalCollection<UInt8>) -> Offset {
    reversed.append(contentsOf: bytes.reversed())
    return push(UInt32(bytes.count))
  }

  mutating func doubles(_ numbers: [Double]) -> Offset {
    align(4, before: 8 * numbers.count)
    align(8, before: 8 * numbers.count)
    for number in numbers.reversed() { append(number.bitPattern) }
    return push(UInt32(numbers.count))
  }

  mutating func words(_ numbers: [UInt32]) -> Offset {
    align(4, before: 4 * numbers.count)
    for number in numbers.reversed() { append(number) }
    return push(UInt32(numbers.count))
  }

  mutating func offsets(_ offsets: [Offset]) -> Offset {
    align(4, before: 4 * offsets.count)
    for offset in offsets.reversed() { append(distance(to: offset)) }
    return push(UInt32(offsets.count))
  }

  /// A table of the fields that are stated, by their numbers in the schema.
  mutating func table(_ fields: [(field: Int, value: Value)]) -> Offset {
    let end = reversed.count
    var starts: [Int: Int] = [:]
    // The widest come last and so lie first: nothing is lost to alignment between them.
    for (field, value) in fields.sorted(by: { $0.value.size < $1.value.size }) {
      push(value)
      starts[field] = reversed.count
    }
    align(4, before: 4)
    let lengthOfFields = reversed.count - end
    let table = reversed.count + 4
    let fieldCount = (fields.map(\.field).max() ?? -1) + 1
    append(UInt32(4 + 2 * fieldCount))  // The distance to the list of fields, which lies right before.
    for field in (0..<fieldCount).reversed() { append(UInt16(starts[field].map { table - $0 } ?? 0)) }
    append(UInt16(4 + lengthOfFields))
    append(UInt16(4 + 2 * fieldCount))
    return Offset(fromEnd: table)
  }

  /// The buffer with its size before it.
  mutating func finish(_ root: Offset) -> [UInt8] {
    align(alignment, before: 8)
    append(distance(to: root))
    append(UInt32(reversed.count))
    return reversed.reversed()
  }

  private mutating func push(_ value: Value) {
    switch value {
    case .byte(let number): append(number)
    case .short(let number): _ = push(number)
    case .int(let number): _ = push(number)
    case .long(let number): _ = push(number)
    case .offset(let offset):
      align(4, before: 4)
      append(distance(to: offset))
    }
  }

  private mutating func push<Number: FixedWidthInteger>(_ number: Number) -> Offset {
    align(Number.bitWidth / 8, before: Number.bitWidth / 8)
    append(number)
    return Offset(fromEnd: reversed.count)
  }

  /// From where a reference is written next to what it refers to.
  private func distance(to offset: Offset) -> UInt32 { UInt32(reversed.count + 4 - offset.fromEnd) }

  private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    for byte in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
      reversed.append(UInt8(truncatingIfNeeded: number >> byte))
    }
  }

  /// Adds zeros so that what starts after so many more bytes is aligned.
  private mutating func align(_ size: Int, before count: Int) {
    alignment = max(alignment, size)
    while (reversed.count + count) % size != 0 { reversed.append(0) }
  }
}

extension FlatBufferBuilder.Value {
  /// The number of its bytes.
  fileprivate var size: Int {
    switch self {
    case .byte: 1
    case .short: 2
    case .int, .offset: 4
    case .long: 8
    }
  }
}
