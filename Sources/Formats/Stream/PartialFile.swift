import Foundation

/// A file that cannot be written.
public struct WriteError: Error, Hashable, Sendable {
  /// The file's path as the user gave it.
  public let file: String
  /// What is the matter, and the way out.
  public let problem: String

  /// A problem with a file.
  public init(file: String, problem: String) {
    self.file = file
    self.problem = problem
  }

  /// What the system said, for a file of which nothing was changed.
  public init(file: URL, _ error: any Error) {
    self.init(
      file: file.relativePath,
      problem:
        "cannot be written: \(systemReason(for: error)) Nothing there was changed; make room or name another place")
  }
}

extension WriteError: CustomStringConvertible {
  /// `map.gpkg: problem`.
  public var description: String { "\(file): \(problem)" }
}

/// The words of Foundation for an error, without the opening that says nothing.
public func systemReason(for error: any Error) -> String {
  let opening = "The operation could not be completed. "
  let text = error.localizedDescription
  return text.hasPrefix(opening) ? String(text.dropFirst(opening.count)) : text
}

/// A file in the making: it lies beside its target under a hidden name, and takes the target's place when it is complete.
/// Until then, and after an error, what stood there is untouched.
public struct PartialFile: Sendable {
  /// Where the file goes.
  public let target: URL
  /// Where it is until then.
  public let location: URL

  /// The place beside a target; what an interrupted run left there is removed.
  /// - Parameter part: a word that tells it from other files on the way to the same target.
  /// - Throws: `WriteError` when the target is a folder, or its folder does not exist.
  public init(target: URL, part: String = "partial") throws(WriteError) {
    self.target = target
    location = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).incident-mapper-\(part)", directoryHint: .notDirectory)
    var isFolder: ObjCBool = false
    let manager = FileManager.default
    if unsafe manager.fileExists(atPath: target.path, isDirectory: &isFolder), isFolder.boolValue {
      throw WriteError(file: target.relativePath, problem: "is a folder; name a file in it")
    }
    guard manager.fileExists(atPath: target.absoluteURL.deletingLastPathComponent().path) else {
      throw WriteError(file: target.relativePath, problem: "its folder does not exist; make it first")
    }
    cancel()
    UnfinishedFiles.add(location)
  }

  /// Puts the complete file in its place.
  public func complete() throws(WriteError) {
    // A rename replaces what is there in one step; `moveItem` refuses to.
    guard unsafe rename(location.path, target.path) == 0 else {
      throw WriteError(file: target, POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO))
    }
    UnfinishedFiles.remove(location)
  }

  /// Removes what there is of it.
  public func cancel() {
    try? FileManager.default.removeItem(at: location)
    UnfinishedFiles.remove(location)
  }
}

/// Writes a whole file, or nothing of it.
/// - Throws: `WriteError` when that fails.
public func write(_ bytes: [UInt8], to target: URL) throws(WriteError) {
  var file = try BufferedFile(target: target)
  file.bytes = bytes
  do { try file.complete() } catch {
    file.cancel()
    throw error
  }
}

/// Bytes on their way into a file: kept until there are enough of them, then written at once.
struct BufferedFile: Sendable {
  let partial: PartialFile
  /// What is to be written next.
  var bytes: [UInt8] = []
  private let handle: FileHandle
  private var written = 0

  /// How many bytes there are, the buffered ones included.
  var count: Int { written + bytes.count }

  init(target: URL, part: String = "partial") throws(WriteError) {
    partial = try PartialFile(target: target, part: part)
    do {
      try Data().write(to: partial.location)
      handle = try FileHandle(forUpdating: partial.location)
    } catch { throw WriteError(file: target, error) }
    bytes.reserveCapacity(Self.enough + Self.enough / 4)
  }

  private static let enough = 1 << 20

  /// Writes what is buffered when it is a megabyte or more.
  mutating func flushWhenFull() throws(WriteError) { if bytes.count >= Self.enough { try flush() } }

  /// Writes what is buffered.
  mutating func flush() throws(WriteError) {
    guard !bytes.isEmpty else { return }
    do { try handle.write(contentsOf: bytes) } catch { throw WriteError(file: partial.target, error) }
    written += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }

  /// Bytes that were written before; the buffered ones must have been flushed.
  func read(_ range: Range<Int>) throws(WriteError) -> Data {
    do {
      try handle.seek(toOffset: UInt64(range.lowerBound))
      return try handle.read(upToCount: range.count) ?? Data()
    } catch { throw WriteError(file: partial.target, error) }
  }

  /// Appends bytes that were written to another file; its buffered ones must have been flushed.
  mutating func copy(_ range: Range<Int>, of other: BufferedFile) throws(WriteError) {
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.enough) {
      bytes.append(contentsOf: try other.read(start..<min(start + Self.enough, range.upperBound)))
      try flushWhenFull()
    }
  }

  /// Replaces bytes that were written before by as many others.
  mutating func overwrite(at offset: Int, with replacement: [UInt8]) throws(WriteError) {
    try flush()
    do {
      try handle.seek(toOffset: UInt64(offset))
      try handle.write(contentsOf: replacement)
      try handle.seekToEnd()
    } catch { throw WriteError(file: partial.target, error) }
  }

  /// Puts the complete file in its place.
  mutating func complete() throws(WriteError) {
    try flush()
    do { try handle.close() } catch { throw WriteError(file: partial.target, error) }
    try partial.complete()
  }

  /// Removes the file.
  func cancel() {
    try? handle.close()
    partial.cancel()
  }
}
