import Formats
import Foundation

/// Refuses to write over what a command reads, or over what it writes itself: before anything is read.
public struct OutputCheck {
  private var taken: [FileIdentity: String] = [:]

  /// - Parameter inputs: the paths of all that is read, each with what it is: “an input”, “the mapping”.
  public init(reading inputs: [(path: String, role: String)]) {
    for input in inputs { taken[FileIdentity(input.path)] = "\(input.role) of the same command" }
  }

  /// Takes note of a file that will be written.
  /// - Throws: `WriteError` when it is one that is read, or another that is written, by whatever path or link.
  public mutating func add(_ path: String) throws(WriteError) {
    let identity = FileIdentity(path)
    if let role = taken[identity] {
      throw WriteError(file: path, problem: "is \(role) and would be replaced: name another file to write")
    }
    taken[identity] = "another output of the same command"
  }

  /// Takes note of a file of features that will be written, and of its description.
  /// - Throws: `WriteError` as `add`, and when a description stands there that is not ours.
  public mutating func add(described path: String) throws(WriteError) {
    try add(path)
    let description = PackageDescription.place(of: URL(fileURLWithPath: path))
    let shown = Self.shown(description, beside: path)
    if let role = taken[FileIdentity(shown)], role != Self.description {
      throw WriteError(
        file: shown,
        problem: "is \(role) and would be replaced by the description of \(path): name another file to write"
      )
    }
    taken[FileIdentity(shown)] = Self.description
    try Self.refuseForeign(description, shown: shown)
  }

  /// Refuses a description that another program or a person wrote.
  static func refuseForeign(_ description: URL, shown: String) throws(WriteError) {
    guard FileManager.default.fileExists(atPath: description.path), PackageDescription.read(description) == nil else {
      return
    }
    throw WriteError(
      file: shown, problem: "was not written by incident-mapper and would be replaced: move it, or name another output")
  }

  private static let description = "the description of an output"

  /// The path of a file in the folder of another, as the user would write it.
  private static func shown(_ file: URL, beside path: String) -> String {
    let folder = path.contains("/") ? path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/" : ""
    return folder + file.lastPathComponent
  }
}

/// What makes two paths the same file: device and number where it exists, else its name in its real folder.
private struct FileIdentity: Hashable {
  private let words: [String]

  init(_ path: String) {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let real = url.resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: real.path)
    if let device = attributes?[.systemNumber] as? NSNumber, let number = attributes?[.systemFileNumber] as? NSNumber {
      words = [device.stringValue, number.stringValue]
    } else {
      words = [url.deletingLastPathComponent().resolvingSymlinksInPath().path, url.lastPathComponent]
    }
  }
}

extension OutputCheck {
  /// Refuses the files of a run that are read by it; files of an earlier run that it would remove, too.
  /// - Throws: `WriteError` naming the file.
  public mutating func add(below folder: URL, _ paths: [String], removing stale: [String]) throws(WriteError) {
    for path in Set(paths + stale).sorted() {
      let file = folder.appending(path: path)
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      try add(file.relativePath)
    }
    try Self.refuseForeign(
      folder.appending(path: "datapackage.json"), shown: folder.appending(path: "datapackage.json").relativePath)
  }
}
