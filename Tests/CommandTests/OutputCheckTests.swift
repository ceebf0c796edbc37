import Foundation
import Testing

/// Nothing that a command reads, or that somebody else wrote, is replaced.
@Suite struct OutputCheckTests {
  private static let points = "date,lon,latitude\n2020-05-09,43.13,36.34\n"

  private func inFolder(_ body: (Command) throws -> Void) throws {
    try Command.inFolder { command in
      for name in ["in.csv", "own.csv"] { try command.write(Self.points, to: name) }
      try command.write("date,date\nlongitude,lon\nlatitude,latitude\n", to: "map.csv")
      try command.write("name,lon,lat\nA,1,2\n", to: "places.csv")
      try command.write(#"{"name":"mine"}"#, to: "own.datapackage.json")
      let manager = FileManager.default
      try manager.createDirectory(at: command.folder.appending(path: "sub"), withIntermediateDirectories: true)
      try manager.createSymbolicLink(
        atPath: command.folder.appending(path: "link.csv").path, withDestinationPath: "in.csv")
      try manager.linkItem(
        at: command.folder.appending(path: "in.csv"), to: command.folder.appending(path: "hard.csv"))
      try body(command)
    }
  }

  @Test(arguments: [
    (["convert", "in.csv", "-o", "in.csv"], "in.csv: is an input"),
    (["convert", "in.csv", "-o", "a.gpkg", "-o", "sub/../in.csv"], "sub/../in.csv: is an input"),
    (["convert", "in.csv", "-o", "link.csv"], "link.csv: is an input"),
    (["convert", "link.csv", "-o", "in.csv"], "in.csv: is an input"),
    (["convert", "in.csv", "-o", "hard.csv"], "hard.csv: is an input"),
    (["convert", "in.csv", "--mapping", "map.csv", "-o", "map.csv"], "map.csv: is the mapping"),
    (["convert", "in.csv", "--write-mapping", "in.csv"], "in.csv: is an input"),
    (["convert", "in.csv", "--gazetteer", "places.csv", "-o", "places.csv"], "places.csv: is a gazetteer"),
    (["convert", "in.csv", "-o", "a.csv", "-o", "./a.csv"], "./a.csv: is another output"),
    (["convert", "in.csv", "-o", "own.geojson"], "own.datapackage.json: was not written by incident-mapper"),
    (["query", "--input", "in.csv", "-o", "in.csv"], "in.csv: is the input"),
    (["render", "in.csv", "--region", "IQ", "--style", "symbols", "-o", "in.csv"], "in.csv: is the input"),
    (["map", "in.csv", "--output", "."], "incidents.geojson: is an input"),
  ])
  func refuses(arguments: [String], words: String) throws {
    try inFolder { command in
      if arguments[0] == "map" {
        try FileManager.default.copyItem(
          at: command.folder.appending(path: "in.csv"), to: command.folder.appending(path: "incidents.geojson"))
      }
      let before = try contents(command)
      let given = arguments[0] == "map" ? ["map", "incidents.geojson", "--output", "."] : arguments
      let outcome = try command.run(given)
      #expect(outcome.status == 1 && outcome.errors.contains(words), "\(outcome.errors)")
      #expect(try contents(command) == before)
      // Before anything is read: no word about the table.
      #expect(!outcome.errors.contains("a table, read"))
    }
  }

  private func contents(_ command: Command) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: command.folder.path)
      .filter { ![".output", ".errors", "sub"].contains($0) }
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try command.bytes($0)) })
  }

  @Test func aDescriptionOfOursKeepsWhatAnEarlierRunWrote() throws {
    try inFolder { command in
      for output in ["a.json", "a.gpkg", "a.gpkg"] {
        #expect(try command.run("convert", "in.csv", "-o", output).status == 0)
      }
      func paths() throws -> [String] {
        let json = try JSONSerialization.jsonObject(with: command.bytes("a.datapackage.json")) as? [String: Any]
        return (json?["resources"] as? [[String: Any]] ?? []).compactMap { $0["path"] as? String }.sorted()
      }
      #expect(try paths() == ["a.gpkg", "a.json"])
      try FileManager.default.removeItem(at: command.folder.appending(path: "a.json"))
      try command.run("convert", "in.csv", "-o", "a.fgb")
      #expect(try paths() == ["a.fgb", "a.gpkg"])
    }
  }

  @Test func aStoppedRunLeavesNothing() throws {
    try inFolder { command in
      let rows = String(repeating: "2020-05-09,43.13,36.34\n", count: 60_000)
      try command.write("date,lon,latitude\n" + rows, to: "in.csv")
      let process = Process()
      process.executableURL = Command.executable
      process.arguments = ["convert", "in.csv", "-o", "a.gpkg", "-o", "a.geojson"]
      process.currentDirectoryURL = command.folder
      process.standardError = FileHandle.nullDevice
      // Threads of a pool block signals, and what they start would block them, too.
      var (stop, before) = (sigset_t(), sigset_t())
      sigemptyset(&stop)
      sigaddset(&stop, SIGTERM)
      pthread_sigmask(SIG_UNBLOCK, &stop, &before)
      try process.run()
      pthread_sigmask(SIG_SETMASK, &before, nil)
      while !command.exists(".a.gpkg.incident-mapper-partial"), process.isRunning { usleep(2_000) }
      #expect(process.isRunning, "it was over before it could be stopped")
      kill(process.processIdentifier, SIGTERM)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGTERM)
      let left = try FileManager.default.contentsOfDirectory(atPath: command.folder.path)
      #expect(!left.contains { $0.contains("partial") || $0.hasPrefix("a.") }, "\(left)")
    }
  }
}
