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

  /// The next bytes, no more than asked for; none at the end. They are read in small pieces, whose memory is used again.
  /// - Throws: `FormatError` when the system refuses.
  mutating func next(_ count: Int) throws(FormatError) -> [UInt8] {
    switch kind {
    case .bytes(let rest):
      kind = .bytes(rest.dropFirst(count))
      return Array(rest.prefix(count))
    case .file(let handle):
      var bytes: [UInt8] = []
      bytes.reserveCapacity(count)
      while bytes.count < count, let piece = try piece(of: handle, count - bytes.count) {
        bytes.append(contentsOf: piece)
      }
      return bytes
    }
  }

  private static let pieceBytes = 1 << 16

  private func piece(of handle: FileHandle, _ count: Int) throws(FormatError) -> Data? {
    do {
      let piece = try handle.read(upToCount: min(count, Self.pieceBytes))
      return piece?.isEmpty == true ? nil : piece
    } catch {
      throw FormatError(file: name, line: nil, problem: "it cannot be read to its end: is its disk still there?")
    }
  }
}
