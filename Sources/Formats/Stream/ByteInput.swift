import Foundation

/// Bytes from outside that can be read piece by piece, from the beginning as often as needed.
public enum ByteInput: Hashable, Sendable {
  /// Bytes in memory: what came from a pipe, which can be read once only.
  case bytes([UInt8])
  /// A file at a path. It is not held in memory.
  case file(String)

  /// A reader at the beginning.
  /// - Throws: `FormatError` when the file cannot be opened.
  func reader(name: String) throws(FormatError) -> ByteReader {
    switch self {
    case .bytes(let bytes): return ByteReader(name: name, kind: .bytes(bytes[...]))
    case .file(let path):
      guard let handle = FileHandle(forReadingAtPath: path) else {
        throw FormatError(file: name, line: nil, problem: "it cannot be read: check that it exists and you may read it")
      }
      return ByteReader(name: name, kind: .file(handle))
    }
  }
}

/// Reads bytes from the beginning to the end.
struct ByteReader {
  fileprivate enum Kind {
    case bytes(ArraySlice<UInt8>)
    case file(FileHandle)
  }

  private let name: String
  private var kind: Kind

  fileprivate init(name: String, kind: Kind) { (self.name, self.kind) = (name, kind) }

  /// The next bytes, no more than asked for; none at the end.
  /// - Throws: `FormatError` when the system refuses.
  mutating func next(_ count: Int) throws(FormatError) -> [UInt8] {
    switch kind {
    case .bytes(let rest):
      kind = .bytes(rest.dropFirst(count))
      return Array(rest.prefix(count))
    case .file(let handle):
      return try bytes(of: handle, count)
    }
  }

  /// They are read to where they stay: a `Data` between would be one more copy of the file.
  private func bytes(of handle: FileHandle, _ count: Int) throws(FormatError) -> [UInt8] {
    var isBroken = false
    // Within bounds: no more is asked for than the buffer has room for after what was read so far.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let length = unsafe Foundation.read(handle.fileDescriptor, start + filled, count - filled)
        if length < 0, errno == EINTR { continue }
        isBroken = length < 0
        if length <= 0 { break }
        filled += length
      }
    }
    if isBroken {
      throw FormatError(file: name, line: nil, problem: "it cannot be read to its end: is its disk still there?")
    }
    return bytes
  }
}
