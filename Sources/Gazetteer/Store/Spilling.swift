import Foundation

/// Where what does not fit into memory goes while a gazetteer file is made.
struct Spilling {
  /// The folder for temporary files: the target's, so that no other disk fills up. Nil keeps everything in memory.
  let folder: URL?
  /// How many bytes each of the parts of a file may hold in memory.
  let bytes: Int

  /// Everything in memory.
  static let never = Spilling(folder: nil, bytes: .max / 8)

  /// Beside a target. The parts together then stay below about 200 MB, however much is imported.
  static func beside(_ target: URL, bytes: Int = 8_000_000) -> Spilling {
    Spilling(folder: target.absoluteURL.deletingLastPathComponent(), bytes: bytes)
  }

  /// Opens a temporary file that is gone when it is closed, whatever happens: its name is removed at once.
  func open() throws(GazetteerError) -> FileHandle {
    precondition(folder != nil, "nothing is spilled that may stay in memory")
    let url = (folder ?? URL(filePath: ".")).appending(path: ".gazetteer-\(UUID().uuidString)")
    do {
      try Data().write(to: url)
      defer { try? FileManager.default.removeItem(at: url) }
      return try FileHandle(forUpdating: url)
    } catch {
      throw Self.failure(url.deletingLastPathComponent(), error)
    }
  }

  /// What writing into a folder failed with.
  static func failure(_ url: URL, _ error: any Error) -> GazetteerError {
    GazetteerError(
      file: url.path(percentEncoded: false),
      problem: "cannot be written: check that you may write there and that the disk is not full (\(error))")
  }
}

/// A temporary file, made when the first bytes are written.
struct SpillFile {
  let spilling: Spilling
  private var handle: FileHandle?
  /// How many bytes it has.
  private(set) var count = 0

  init(_ spilling: Spilling) { self.spilling = spilling }

  /// Writes bytes behind those it has.
  mutating func append(_ bytes: some DataProtocol) throws(GazetteerError) {
    if handle == nil { handle = try spilling.open() }
    do {
      try handle?.seek(toOffset: UInt64(count))
      try handle?.write(contentsOf: bytes)
    } catch {
      throw Spilling.failure(spilling.folder ?? URL(filePath: "."), error)
    }
    count += bytes.count
  }

  /// Reads at most so many bytes from an offset.
  func read(_ range: Range<Int>) throws(GazetteerError) -> [UInt8] {
    let data: Data?
    do {
      try handle?.seek(toOffset: UInt64(range.lowerBound))
      data = try handle?.read(upToCount: range.count)
    } catch {
      throw GazetteerError(file: "a temporary file", problem: "cannot be read back (\(error)); import again")
    }
    guard let data, data.count == range.count else {
      throw GazetteerError(file: "a temporary file", problem: "cannot be read back; import again")
    }
    return [UInt8](data)
  }
}

/// Reads a range of a temporary file from its start to its end.
struct PartReader {
  let file: SpillFile
  private var range: Range<Int>

  init(_ file: SpillFile, _ range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// The next bytes; nil at the end of the range.
  mutating func next(upTo count: Int) throws(GazetteerError) -> [UInt8]? {
    guard !range.isEmpty else { return nil }
    let end = min(range.lowerBound + count, range.upperBound)
    defer { range = end..<range.upperBound }
    return try file.read(range.lowerBound..<end)
  }
}

/// Bytes in order, the first of which may lie in a temporary file.
struct SpillBuffer {
  /// What is still in memory.
  var tail: [UInt8] = []
  private var file: SpillFile

  init(_ spilling: Spilling) { file = SpillFile(spilling) }

  /// The number of bytes.
  var count: Int { file.count + tail.count }

  /// Call now and then while appending to `tail`: moves it to the file when it is long.
  mutating func spillIfLong() throws(GazetteerError) {
    guard tail.count > file.spilling.bytes else { return }
    let whole = tail.count & ~7  // so that all parts but the last are whole words, for the checksum
    try file.append(tail[..<whole])
    tail.removeFirst(whole)
  }

  /// Calls with all bytes, part by part; all parts but the last are whole words.
  func forEachPart(_ body: ([UInt8]) throws(GazetteerError) -> Void) throws(GazetteerError) {
    var reader = PartReader(file, 0..<file.count)
    while let part = try reader.next(upTo: 1 << 20) { try body(part) }
    if !tail.isEmpty { try body(tail) }
  }
}
