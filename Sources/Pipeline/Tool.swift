import Foundation

/// A program of the system, such as curl: used where it does what a library would, without making every start of ours
/// slower.
struct Tool {
  let name: String

  /// What a run gave.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs the program to its end.
  /// - Throws: `InputError` when it is not installed.
  func run(_ arguments: [String]) throws(InputError) -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { throw missing }
    // The programs we run write a line or two: neither pipe fills up.
    let written = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    let said = (try? errors.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { throw missing }
    return Outcome(
      status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      errors: String(decoding: said, as: UTF8.self))
  }

  private var missing: InputError { InputError(path: name, problem: "is not installed; install the package “\(name)”") }
}
