import Formats

/// A gazetteer that cannot be read: which file, where in it, what was found and what was expected.
public struct GazetteerError: Error, Hashable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// The line, from 1; nil when the whole file is meant.
  public let line: Int?
  /// What is wrong, and what was expected.
  public let problem: String

  /// A problem in a file.
  public init(file: String, line: Int? = nil, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}

extension GazetteerError: CustomStringConvertible {
  /// `IQ.txt:12: problem`.
  public var description: String { line.map { "\(file):\($0): \(problem)" } ?? "\(file): \(problem)" }
}

extension GazetteerError {
  /// The same problem, found in a gazetteer's file.
  init(_ error: FormatError) { self.init(file: error.file, line: error.line, problem: error.problem) }
}
