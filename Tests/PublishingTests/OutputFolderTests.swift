import Foundation
import Publishing
import Testing

@Suite struct OutputFolderTests {
  /// A new folder that is removed afterwards.
  func inFolder(_ test: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try test(folder)
  }

  func files(below folder: URL) -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { !folder.appending(path: $0).hasDirectoryPath }.sorted()
  }

  func file(_ path: String, _ text: String = "x") -> OutputFile { OutputFile(path: path, bytes: Array(text.utf8)) }

  @Test func writesReplacesAndRemovesOnlyWhatARunWrote() throws {
    try inFolder { folder in
      let output = folder.appending(path: "Output")
      try OutputFolder.write([file("a.txt"), file("syria/raqqa.svg")], to: output, replacing: [])
      try Data("mine".utf8).write(to: output.appending(path: "notes.txt"))
      try OutputFolder.write(
        [file("a.txt", "new")], to: output, replacing: ["a.txt", "syria/raqqa.svg", "../../etc/x", "/etc/x"])
      #expect(files(below: output) == ["a.txt", "notes.txt", "syria"])
      #expect(try String(contentsOf: output.appending(path: "a.txt"), encoding: .utf8) == "new")
      #expect(files(below: folder).allSatisfy { !$0.contains("partial") })
    }
  }

  @Test func aFileInTheWayIsNamed() throws {
    try inFolder { folder in
      let output = folder.appending(path: "Output")
      try Data("mine".utf8).write(to: output)
      #expect(throws: OutputError.notAFolder(output.relativePath)) {
        try OutputFolder.write([file("a.txt")], to: output, replacing: [])
      }
      #expect(try String(contentsOf: output, encoding: .utf8) == "mine")
    }
  }

  @Test func aFailureLeavesEverythingAsItWas() throws {
    try inFolder { folder in
      let output = folder.appending(path: "Output")
      try OutputFolder.write([file("a.txt", "old")], to: output, replacing: [])
      let tooLong = String(repeating: "x", count: 300)
      let error = #expect(throws: OutputError.self) {
        try OutputFolder.write([file("a.txt", "new"), file(tooLong)], to: output, replacing: ["a.txt"])
      }
      #expect(error?.description.contains("--output") == true)
      #expect(try String(contentsOf: output.appending(path: "a.txt"), encoding: .utf8) == "old")
      #expect(files(below: folder) == ["Output", "Output/a.txt"])
    }
  }
}
