import Foundation
import Pipeline

/// Data for the user or the next program.
func writeOutput(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

/// Words beside the data.
func writeNote(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

/// Writes a file whole or not at all.
/// - Throws: `InputError` that names the path, when the folder is missing or may not be written.
func writeFile(_ bytes: [UInt8], to path: String) throws {
  do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
    throw InputError(
      path: path, problem: "cannot be written: check that its folder exists and that the disk is not full")
  }
}
