/// A file from outside that cannot be read, with where and why.
public struct FormatError: Error, Hashable, Sendable {
  /// The file's name as the user gave it.
  public let file: String
  /// The line, from 1; nil when the whole file is meant.
  public let line: Int?
  /// What is wrong, and what was expected.
  public let problem: String

  /// A problem in a file.
  public init(file: String, line: Int?, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}

extension FormatError: CustomStringConvertible {
  /// `places.csv:12: problem`.
  public var description: String { line.map { "\(file):\($0): \(problem)" } ?? "\(file): \(problem)" }
}
