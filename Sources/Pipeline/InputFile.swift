import Formats
import Foundation

/// A file of the user's that cannot be opened.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path as the user gave it.
  public let path: String
  /// What is the matter, and the way out.
  public let problem: String

  /// A path and what is the matter with it.
  public init(path: String, problem: String) {
    self.path = path
    self.problem = problem
  }

  /// `release.txt: problem`.
  public var description: String { "\(path): \(problem)" }
}

/// Reading files of the user's.
public enum InputFile {
  /// The bytes of a file.
  /// - Throws: `InputError` when there is no such file, or it is a folder, or may not be read.
  public static func read(_ path: String) throws(InputError) -> [UInt8] {
    let isRegular = try isRegular(path)
    do { return try bytes(URL(fileURLWithPath: path), isRegular: isRegular) } catch { throw unreadable(path) }
  }

  /// A file to be read piece by piece; what comes from a pipe is read at once.
  /// - Throws: as `read`.
  public static func input(_ path: String) throws(InputError) -> ByteInput {
    try isRegular(path) ? .file(path) : .bytes(read(path))
  }

  /// The first bytes of a file, no more than there are; none of a pipe, which can be read only once.
  /// - Throws: as `read`.
  public static func beginning(_ path: String, byteCount: Int) throws(InputError) -> [UInt8] {
    guard try isRegular(path) else { return [] }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      return [UInt8](try handle.read(upToCount: byteCount) ?? Data())
    } catch { throw unreadable(path) }
  }

  /// Whether it is a file and no pipe or device.
  private static func isRegular(_ path: String) throws(InputError) -> Bool {
    let url = URL(fileURLWithPath: path)
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
    guard let attributes else { throw InputError(path: path, problem: "there is no such file") }
    if attributes[.type] as? FileAttributeType == .typeDirectory {
      throw InputError(path: path, problem: "this is a folder; name a file in it")
    }
    return attributes[.type] as? FileAttributeType == .typeRegular
  }

  private static func unreadable(_ path: String) -> InputError {
    InputError(path: path, problem: "it cannot be read: check that you may read it")
  }

  /// A pipe or a device, such as `<(pdftotext release.pdf -)`, has no length and is read to its end.
  private static func bytes(_ url: URL, isRegular: Bool) throws -> [UInt8] {
    if isRegular { return [UInt8](try Data(contentsOf: url)) }
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    return [UInt8](try handle.readToEnd() ?? Data())
  }

  /// The file's name without its folders: what results call the document, the same on every machine.
  public static func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}
