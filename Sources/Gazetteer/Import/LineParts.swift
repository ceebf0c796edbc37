import Formats
import Foundation

/// Reads a file of tab-separated lines part by part, so that it may be longer than memory.
struct LineParts {
  private let handle: FileHandle
  private let file: String
  private var rest: [UInt8] = []
  private var lines = 0
  private var isAtEnd = false
  private let partBytes: Int

  /// - Throws: `GazetteerError` for a file that is missing or unreadable.
  init(path: String, partBytes: Int = 1 << 20) throws(GazetteerError) {
    file = URL(filePath: path).lastPathComponent
    guard FileManager.default.fileExists(atPath: path) else {
      throw GazetteerError(file: path, problem: "no such file")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw GazetteerError(file: path, problem: "cannot be read; check that it is a file you may read")
    }
    self.handle = handle
    self.partBytes = partBytes
  }

  /// The rows of the next whole lines, and how many lines lie before them; nil at the end.
  mutating func next() throws(GazetteerError) -> (rows: DelimitedText, linesBefore: Int)? {
    while !isAtEnd {
      let read: Data?
      do { read = try handle.read(upToCount: partBytes) } catch {
        throw GazetteerError(file: file, problem: "cannot be read: check that it is a file you may read")
      }
      if let read, !read.isEmpty { rest += read } else { isAtEnd = true }
      guard let end = isAtEnd ? rest.count : rest.lastIndex(of: 0x0A).map({ $0 + 1 }), end > 0 else { continue }
      let part = Array(rest[..<end])
      guard !part.contains(0) else { throw GazetteerError(file: file, problem: "not a text file; is it still zipped?") }
      rest.removeFirst(end)
      defer { lines += part.count { $0 == 0x0A } }
      return (DelimitedText(part, dialect: .tsv), lines)
    }
    return nil
  }
}
