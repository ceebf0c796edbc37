import Foundation
import TestSupport
import Testing

/// `map --labels`: the names on the maps are in another script; what reports and titles say is not.
@Suite struct MapLabelsTests {
  private static func folder(_ example: String, _ check: (Command) throws -> Void) throws {
    let path = packageRoot.appending(path: "Examples/\(example)").path(percentEncoded: false)
    try Command.inFolder { command in
      let outcome = try command.run("map", path, "--labels", "arabic", "--output", "out")
      #expect(outcome.status == 0, "\(outcome.errors)")
      try check(command)
    }
  }

  private static func text(_ path: String, _ command: Command) throws -> String {
    String(decoding: try command.bytes("out/" + path), as: UTF8.self)
  }

  @Test(arguments: ["syria/raqqa.svg", "syria/raqqa.narrow.svg"])
  func namesAreArabicAndTitlesEnglish(_ path: String) throws {
    try Self.folder("release.txt") { command in
      let map = try Self.text(path, command)
      #expect(map.contains(">الكرامة<") && map.contains(">حلب<") && !map.contains("Al-Karamah"))
      #expect(map.contains("Reported civilian-harm incidents in Raqqa, Syria"))
      #expect(try Self.text("syria/raqqa.csv", command).contains(",الكرامة,"), "a table names what its map names")
      let shipped = try Data(contentsOf: packageRoot.appending(path: "Output/incidents.geojson"))
      #expect(try command.bytes("out/incidents.geojson") == shipped, "data keep their names")
      let (base, page) = try (Self.text("atlas/basemap.js", command), Self.text("index.html", command))
      #expect(base.contains("\"الرقة\"") && !base.contains("\"Raqqa\""), "so do towns and governorates of the base")
      #expect(page.contains("\"label\":\"الكرامة\"") && page.contains("\"name\":\"Al-Karamah\""))
    }
  }

  @Test func figuresHaveThemToo() throws {
    try Self.folder("page.txt") { command in
      let map = try Self.text("figures/2019-01.svg", command)
      #expect(map.contains(">\u{2068}نينوى\u{2069} ") && map.contains("Civilian casualties in Iraq"))
      #expect(!map.contains(">Ninewa"))
    }
  }
}
