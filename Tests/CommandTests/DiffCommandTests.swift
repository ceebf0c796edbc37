import Foundation
import Testing

@Suite struct DiffCommandTests {
  private static let old = """
    Open Reports: three

    Aug. 1, 2018, near al-Shajlah, Syria, via self-report.

    Aug. 2, 2018, near Raqqah, Syria, via Airwars report. 2904/CS170

    Aug. 3, 2018, near Mosul, Iraq, via media report.
    """
  private static let new = """
    Credible Reports: one

    Aug. 1, 2018, near Ash Shajilah, Syria, via self-report. Two civilians were killed.

    Open Reports: two

    Aug. 4, 2018, near Raqqah, Syria, via Airwars report. 2904/CS170

    Aug. 5, 2018, near Hajin, Syria, via media report.
    """

  private func inFolder(_ body: (Command) throws -> Void) throws {
    try Command.inFolder { command in
      for (name, text) in [("old.txt", Self.old), ("new.txt", Self.new), ("none.txt", "Nothing of interest.")] {
        try Data(text.utf8).write(to: command.folder.appending(path: name))
      }
      try body(command)
    }
  }

  @Test func saysWhatChanged() throws {
    try inFolder { command in
      let outcome = try command.run("diff", "old.txt", "new.txt", "--format", "csv")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let rows = outcome.output.split(separator: "\r\n").flatMap { $0.split(separator: "\n") }
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(6).joined(separator: ",") }
      #expect(
        rows == [
          "change,field,from,to,date,place", "new,,,,2018-08-05,Hajin",
          "decided,assessment,open,credible,2018-08-01,Ash Shajilah", "decided,killed,,2,2018-08-01,Ash Shajilah",
          "corrected,date,2018-08-02,2018-08-04,2018-08-04,Raqqah", "gone,,,,2018-08-03,Mosul",
        ])
      let table = try command.run("diff", "old.txt", "new.txt")
      #expect(table.output.contains("1 new, 1 decided, 0 reopened, 1 corrected, 1 gone, 0 ambiguous, 0 unchanged"))
    }
  }

  /// A run that was written compares like the text it was made from; the same twice gives the same bytes.
  @Test func readsRunsToo() throws {
    try inFolder { command in
      try command.run("map", "old.txt", "--output", "run")
      let same = try command.run("diff", "old.txt", "run/incidents.geojson")
      #expect(same.status == 0, "\(same.errors)")
      #expect(same.output == "Nothing changed: 3 incidents.\n")
      let first = try command.run("diff", "run/incidents.geojson", "new.txt", "--format", "json")
      #expect(first.output == (try command.run("diff", "run/incidents.geojson", "new.txt", "--format", "json")).output)
      let json = try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any]
      #expect((json?["counts"] as? [String: Int])?["decided"] == 1)
      #expect((json?["changes"] as? [Any])?.count == 4)
    }
  }

  @Test(arguments: ["none.txt", "missing.txt"])
  func refusesWhatIsNoRelease(_ name: String) throws {
    try inFolder { command in
      let outcome = try command.run("diff", "old.txt", name)
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(name))
    }
  }
}
