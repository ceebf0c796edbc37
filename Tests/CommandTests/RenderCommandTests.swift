import Foundation
import TestSupport
import Testing

@Suite struct RenderCommandTests {
  static let release = packageRoot.appending(path: "Examples/release.txt").path(percentEncoded: false)
  static let incidents = packageRoot.appending(path: "Output/incidents.geojson").path(percentEncoded: false)

  /// Every style, of the shipped example; the table adds up to the incidents of the region, wherever they are drawn.
  @Test(arguments: ["heatmap", "symbols", "choropleth", "hexagons", "uncertainty"])
  func everyStyle(_ style: String) throws {
    try Command.inFolder { command in
      let outcome = try command.run(
        "render", Self.incidents, "--region", "Raqqa", "--style", style, "-o", "map.svg", "--table", "map.csv")
      #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
      let svg = String(decoding: try command.bytes("map.svg"), as: UTF8.self)
      #expect(svg.contains("in Raqqa, Syria") && svg.contains("GeoNames") && svg.utf8.count < 300_000)
      #expect(try Self.total(command) == 27)
    }
  }

  /// The file rounds positions to what their uncertainty is worth; the map has one for each place again.
  @Test func aPlaceHasOnePosition() throws {
    try Command.inFolder { command in
      try command.run("render", Self.incidents, "--region", "SY-RA", "--style", "symbols", "--table", "map.csv")
      let rows = String(decoding: try command.bytes("map.csv"), as: UTF8.self).split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let positions = Set(rows.filter { $0[2] == "Raqqa" }.map { $0[4...5] })
      #expect(positions.count == 1 && rows.count > 5, "\(positions)")
    }
  }

  @Test(
    arguments: [
      (["--region", "SY"], 111), (["--region", "syria"], 111), (["--region", "IQ", "--value", "killed"], 6),
      (["--region", "SY-DY", "--from", "2019-01-01"], 25), (["--region", "SY", "--small-multiples", "quarter"], 111),
      (["--region", "SY", "--assessment", "credible"], 4), (["--region", "SY-SU"], 0),
    ])
  func selections(_ arguments: [String], _ count: Int) throws {
    try Command.inFolder { command in
      let outcome = try command.run(
        ["render", Self.incidents, "--style", "hexagons", "--table", "map.csv"] + arguments)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.hasPrefix("<svg"))
      #expect(try Self.total(command) == count)
    }
  }

  @Test(
    arguments: [
      (["--region", "Narnia", "--style", "heatmap"], 1, "SY-RA Raqqa"),
      (["--region", "TR", "--style", "heatmap"], 1, "IQ Iraq: IQ-AN Anbar"),
      (["--region", "SY", "--style", "heatmap", "--value", "killed-per-area"], 64, "choropleth"),
      (["--region", "SY", "--style", "heatmap", "--width", "12"], 64, "180mm"),
      (["--region", "SY", "--style", "heatmap", "--width", "3mm"], 64, "60mm"),
      (["--region", "SY", "--style", "heatmap", "--from", "2019-01-02", "--to", "2019-01-01"], 64, "--from"),
      (["--region", "SY", "--style", "heatmap", "-o", "no/such/map.svg"], 1, "no/such/map.svg"),
      (["--region", "SY", "--style", "heatmap", "--small-multiples", "month"], 64, "the maps take 2 sheets: name"),
    ] as [([String], Int32, String)])
  func refuses(_ arguments: [String], _ status: Int32, _ words: String) throws {
    try Command.inFolder { command in
      let outcome = try command.run(["render", Self.incidents] + arguments)
      #expect(outcome.status == status && outcome.output.isEmpty)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  /// What was taken for a region is said where the name is not exactly its own.
  @Test(
    arguments: [
      ("Raqa", "“Raqa” is taken as Raqqa (SY-RA)."), ("Raqqa", ""), ("raqqa", ""), ("SY-RA", ""), ("sy-ra", ""),
      ("Syria", ""), ("SY", ""),
    ])
  func takenRegion(_ name: String, _ note: String) throws {
    try Command.inFolder { command in
      let outcome = try command.run("render", Self.incidents, "--region", name, "--style", "hexagons")
      #expect(outcome.status == 0 && outcome.errors.trimmingCharacters(in: .whitespacesAndNewlines) == note)
    }
  }

  /// The shipped areas of Syria are parts of districts; their internal identifiers are no codes.
  @Test(arguments: [("SY-DY", "subdistrict"), ("IQ-NI", "district"), ("SY", "governorate")])
  func areasAreCalledWhatTheyAre(_ region: String, _ kind: String) throws {
    try Command.inFolder { command in
      let outcome = try command.run(
        "render", Self.incidents, "--region", region, "--style", "choropleth", "--table", "map.csv")
      let table = String(decoding: try command.bytes("map.csv"), as: UTF8.self)
      #expect(outcome.output.contains("by \(kind)<") && table.contains("\n\(kind),") && !table.contains("district:"))
    }
  }

  /// A selection that nothing meets is not an absence of incidents.
  @Test func noneOfThoseThereAre() throws {
    try Command.inFolder { command in
      let outcome = try command.run(
        "render", Self.incidents, "--region", "SY-RA", "--style", "heatmap", "--assessment", "credible")
      #expect(outcome.output.contains("None of the 27 incidents here") && !outcome.output.contains("No incidents in"))
      #expect(!outcome.output.contains("Drawn as symbols"))
    }
  }

  /// Two sheets are written beside one another, with their numbers; nothing that is read may be one of them.
  @Test func aLongSeriesTakesSeveralSheets() throws {
    try Command.inFolder { command in
      let series = ["--region", "SY", "--style", "hexagons", "--small-multiples", "month", "-o", "months.svg"]
      let outcome = try command.run(["render", Self.incidents] + series)
      #expect(outcome.status == 0 && outcome.errors.contains("2 sheets: months-1.svg to months-2.svg"))
      let sheets = try [1, 2].map { String(decoding: try command.bytes("months-\($0).svg"), as: UTF8.self) }
      #expect(sheets[0].contains("Sheet 1 of 2: Nov 2014 – ") && sheets[1].contains("Sheet 2 of 2: "))
      #expect(!command.exists("months.svg") && !command.exists("months-3.svg"))
      try Data(contentsOf: URL(filePath: Self.incidents)).write(to: command.folder.appending(path: "months-2.svg"))
      #expect(try command.run(["render", "months-2.svg"] + series).status == 1)
    }
  }

  @Test func arabicNamesStandOnTheMapAndNotInTheTitle() throws {
    try Command.inFolder { command in
      let outcome = try command.run(
        "render", Self.incidents, "--region", "SY", "--style", "choropleth", "--labels", "arabic", "--width", "7in",
        "--theme", "dark")
      #expect(outcome.output.contains("الرقة") && outcome.output.contains("incidents in Syria"))
      #expect(outcome.output.contains("width=\"177.8mm\""))
    }
  }

  @Test func incidentsHaveTheirArabicNamesToo() throws {
    try Command.inFolder { command in
      let outcome = try command.run(
        "render", Self.incidents, "--region", "SY-RA", "--style", "symbols", "--labels", "arabic", "--table", "map.csv")
      #expect(outcome.output.contains("\u{2068}الرقة\u{2069} + 12 nearby"), "the number stays behind the name")
      let table = String(decoding: try command.bytes("map.csv"), as: UTF8.self)
      #expect(table.contains(",الكرامة,") && !table.contains("Al-Karamah"))
      #expect(outcome.output.contains("Reported civilian-harm incidents in Raqqa, Syria"))
    }
  }

  private static func total(_ command: Command) throws -> Int {
    let rows = String(decoding: try command.bytes("map.csv"), as: UTF8.self).split(separator: "\n").dropFirst()
    return rows.reduce(0) { $0 + (Int($1.split(separator: ",", omittingEmptySubsequences: false)[7]) ?? 0) }
  }
}
