/// Writes the sections of a gazetteer file one after the other and takes their checksums on the way.
struct SectionOutput {
  private(set) var entries: [ImageHeader.Entry] = []
  /// Where the next byte goes.
  private(set) var offset: Int
  private var start = 0
  private var checksum = Checksum()

  init(start: Int) { offset = start }

  /// Begins a section, at a multiple of eight.
  mutating func begin(_ sink: inout some ImageSink) throws(GazetteerError) {
    let padding = (8 - offset % 8) % 8
    try sink.append([UInt8](repeating: 0, count: padding))
    offset += padding
    start = offset
    checksum = Checksum()
  }

  /// Ends the section.
  mutating func end() { entries.append(ImageHeader.Entry(range: start..<offset, checksum: checksum.value)) }

  /// Writes a part of a section; all parts but the last are whole words.
  mutating func write(_ bytes: [UInt8], _ sink: inout some ImageSink) throws(GazetteerError) {
    checksum.add(bytes.span)
    try sink.append(bytes)
    offset += bytes.count
  }

  mutating func write(_ buffer: SpillBuffer, _ sink: inout some ImageSink) throws(GazetteerError) {
    try buffer.forEachPart { part throws(GazetteerError) in try write(part, &sink) }
  }

  /// Writes a table of keys and values: the sorted entries, then where the keys with each upper bits start, then how
  /// many bits these are.
  mutating func write(_ entries: inout NumberSorter, _ sink: inout some ImageSink) throws(GazetteerError) {
    let bucketBits = PostingTable.bucketBits(count: entries.count)
    var starts = [UInt32](repeating: 0, count: 1 << bucketBits + 1)
    var part: [UInt8] = []
    try entries.forEachSorted { entry throws(GazetteerError) in
      part.append(littleEndian: entry)
      starts[PostingTable.bucket(ofKey: UInt32(entry >> 32), bits: bucketBits) + 1] += 1
      if part.count >= 1 << 18 {
        try write(part, &sink)
        part.removeAll(keepingCapacity: true)
      }
    }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    starts.append(starts[starts.count - 1])  // to a multiple of eight bytes
    try write(part, &sink)
    var tail: [UInt8] = []
    tail.reserveCapacity(starts.count * 4 + 8)
    for start in starts { tail.append(littleEndian: start) }
    tail.append(littleEndian: UInt64(bucketBits))
    try write(tail, &sink)
  }
}
