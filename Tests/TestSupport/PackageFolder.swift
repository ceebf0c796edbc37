import Foundation

/// The package's folder.
public let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// `../shared`, the comparison data that is not part of the project, seen from the package or from a work tree of it,
/// which may lie one level further down; nil where there is none.
public let sharedFolder: URL? = ["../shared", "../../shared"].map { packageRoot.appending(path: $0).standardized }
  .first { FileManager.default.fileExists(atPath: $0.path(percentEncoded: false)) }

/// The rows of `Tests/Fixtures/NAME` as texts, without comments and header. Such files are made by programs that we did
/// not write; each says in its first lines how.
public func rows(inFixture name: String) throws -> [[String]] {
  let lines = try String(contentsOf: packageRoot.appending(path: "Tests/Fixtures/\(name)"), encoding: .utf8)
    .split(separator: "\n").filter { !$0.hasPrefix("#") }
  return lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}

/// The rows of numbers of `Tests/Fixtures/NAME`.
public func numbers(inFixture name: String) throws -> [[Double]] {
  try rows(inFixture: name).map { $0.compactMap(Double.init) }
}
