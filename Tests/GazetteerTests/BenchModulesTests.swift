import Foundation
import Testing

/// The benches are Python and run by hand: this is what sees that a moved file or a changed name broke them.
@Suite struct BenchModulesTests {
  private static let check = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Bench/check.py").path(percentEncoded: false)

  private static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: python != nil, "NOT CHECKED: there is no python3 here to import the modules of Tests/Bench with"))
  func allModulesCanBeImportedAndTheirTablesRead() throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = ["-I", "-B", Self.check]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }
}
