import Formats
import Foundation

/// A file to be written: its path below the output folder, and its bytes.
public struct OutputFile: Hashable, Sendable {
  /// The path below the output folder, parts separated by `/`.
  public var path: String
  /// The whole content.
  public var bytes: [UInt8]

  /// A file to be written.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What can go wrong when a run's files are written.
public enum OutputError: Error, Hashable, Sendable {
  /// The output folder's path is that of a file.
  case notAFolder(String)
  /// The system refused, for instance because the disk is full.
  case cannotWrite(path: String, reason: String)
}

extension OutputError: CustomStringConvertible {
  /// The problem and the way out.
  public var description: String {
    switch self {
    case .notAFolder(let path): "\(path): this is a file, not a folder: name another folder with --output"
    case .cannotWrite(let path, let reason):
      "\(path): cannot be written: \(reason) Nothing there was changed; make room or name another folder with "
        + "--output"
    }
  }
}

/// A folder that receives the files of a run all together or not at all.
public enum OutputFolder {
  /// Writes the files into a hidden folder beside `folder`, then moves them into place, so that an error or an
  /// interruption leaves nothing half-written.
  /// - Parameters:
  ///   - files: all files of the run.
  ///   - folder: where they go; made when it is missing. Files there that are not of a run stay untouched.
  ///   - stale: paths of files of an earlier run, of which those that this run does not write are removed.
  public static func write(_ files: [OutputFile], to folder: URL, replacing stale: [String]) throws(OutputError) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder.resolvingSymlinksInPath().path)
    if let type = attributes?[.type] as? FileAttributeType, type != .typeDirectory {
      throw .notAFolder(folder.relativePath)
    }
    let staging = folder.deletingLastPathComponent()
      .appending(path: ".\(folder.lastPathComponent).incident-mapper-partial", directoryHint: .isDirectory)
    UnfinishedFiles.add(staging)
    defer {
      try? FileManager.default.removeItem(at: staging)
      UnfinishedFiles.remove(staging)
    }
    try? FileManager.default.removeItem(at: staging)
    for file in files { try write(file, below: staging, reportedBelow: folder) }
    for file in files { try move(file.path, from: staging, to: folder) }
    let written = Set(files.map(\.path))
    for path in stale where !written.contains(path) && isContained(path) {
      try? FileManager.default.removeItem(at: folder.appending(path: path))
    }
  }

  private static func write(_ file: OutputFile, below staging: URL, reportedBelow folder: URL) throws(OutputError) {
    precondition(isContained(file.path), "an output file stays in its folder")
    try attempt(folder.appending(path: file.path)) {
      let target = staging.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: target)
    }
  }

  /// A rename within one file system: nothing is copied, so nothing can be cut off.
  private static func move(_ path: String, from staging: URL, to folder: URL) throws(OutputError) {
    let target = folder.appending(path: path)
    try attempt(target) {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      if FileManager.default.fileExists(atPath: target.path) { try FileManager.default.removeItem(at: target) }
      try FileManager.default.moveItem(at: staging.appending(path: path), to: target)
    }
  }

  private static func isContained(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }

  private static func attempt(_ file: URL, _ work: () throws -> Void) throws(OutputError) {
    do { try work() } catch {
      throw .cannotWrite(path: file.relativePath, reason: systemReason(for: error))
    }
  }
}
