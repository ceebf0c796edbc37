/// Sorts more numbers than memory holds: sorts as many as it may hold, writes them to a temporary file as a run, and
/// merges the runs at the end (Knuth, The Art of Computer Programming, vol. 3, §5.4). Equal numbers come once.
struct NumberSorter {
  private let most: Int
  private var numbers: [UInt64] = []
  private var file: SpillFile
  private var runs: [Range<Int>] = []
  /// How many numbers were added.
  private(set) var count = 0

  init(_ spilling: Spilling) {
    file = SpillFile(spilling)
    most = spilling.bytes / 8
  }

  mutating func append(_ number: UInt64) throws(GazetteerError) {
    numbers.append(number)
    count += 1
    if numbers.count >= most { try writeRun() }
  }

  private mutating func writeRun() throws(GazetteerError) {
    numbers.sort()
    let start = file.count
    for first in stride(from: 0, to: numbers.count, by: 1 << 17) {
      var bytes: [UInt8] = []
      for number in numbers[first..<min(first + 1 << 17, numbers.count)] { bytes.append(littleEndian: number) }
      try file.append(bytes)
    }
    runs.append(start..<file.count)
    numbers.removeAll(keepingCapacity: true)
  }

  /// Calls with all numbers in ascending order.
  mutating func forEachSorted(_ body: (UInt64) throws(GazetteerError) -> Void) throws(GazetteerError) {
    guard !runs.isEmpty else {
      numbers.sort()
      var last: UInt64?
      for number in numbers where number != last {
        last = number
        try body(number)
      }
      return
    }
    if !numbers.isEmpty { try writeRun() }
    numbers = []
    let partBytes = max(1 << 12, file.spilling.bytes / runs.count)
    let readers = runs.map { NumberRun(PartReader(file, $0), bytes: partBytes) }
    try Self.merge(readers, body)
  }

  private static func merge(
    _ readers: [NumberRun], _ body: (UInt64) throws(GazetteerError) -> Void
  ) throws(GazetteerError) {
    var readers = readers
    var heap = MergeHeap<UInt64>()
    for index in readers.indices { if let number = try readers[index].next() { heap.push(number, from: index) } }
    var last: UInt64?
    while let (number, index) = heap.first {
      if number != last { try body(number) }
      last = number
      if let next = try readers[index].next() { heap.replaceFirst(next, from: index) } else { heap.popFirst() }
    }
  }
}

/// One run of numbers, read a part at a time.
private struct NumberRun {
  private var reader: PartReader
  private let partBytes: Int
  private var part: [UInt8] = []
  private var offset = 0

  init(_ reader: PartReader, bytes: Int) {
    self.reader = reader
    partBytes = bytes & ~7
  }

  mutating func next() throws(GazetteerError) -> UInt64? {
    if offset == part.count {
      guard let more = try reader.next(upTo: partBytes) else { return nil }
      part = more
      offset = 0
    }
    defer { offset += 8 }
    return part.span.number(UInt64.self, at: offset)
  }
}
