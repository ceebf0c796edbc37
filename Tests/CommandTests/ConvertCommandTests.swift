import Foundation
import Testing

@Suite struct ConvertCommandTests {
  private static let text = """
    Credible Reports: one

    Aug. 1, 2018, near Raqqah, Syria, via self-report. Two civilians were killed.

    Open Reports: two

    Aug. 2, 2018, near Hajin, Syria, via Airwars report. 2904/CS170

    Aug. 3, 2018, near Nowhereatall, Syria, via media report.
    """

  private func inRun(_ body: (Command) throws -> Void) throws {
    try Command.inFolder { command in
      try command.write(Self.text, to: "release.txt")
      let outcome = try command.run(
        "map", "release.txt", "--output", "run", "--format", "gpkg", "--format", "fgb", "--format", "csv")
      #expect(outcome.status == 0, "\(outcome.errors)")
      try body(command)
    }
  }

  /// What a run wrote as GeoPackage is what it wrote as GeoJSON, byte for byte.
  @Test func theSameFromEitherFormat() throws {
    try inRun { command in
      for file in ["incidents.fgb", "incidents.csv", "datapackage.json"] { #expect(command.exists("run/\(file)")) }
      for input in ["run/incidents.gpkg", "run/incidents.geojson"] {
        let outcome = try command.run(
          "convert", input, "--output", "a.geojson", "--output", "a.gpkg", "--output", "a.kml", "--output", "a.topojson"
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try command.bytes("a.geojson") == command.bytes("run/incidents.geojson"))
        #expect(command.exists("a.kml") && command.exists("a.topojson") && command.exists("a.datapackage.json"))
      }
      let description = String(decoding: try command.bytes("a.datapackage.json"), as: UTF8.self)
      for part in [
        "\"unit\":\"m\"", "Radius of the circle of uncertainty", "\"feature_count\":3", "\"sources\"", "\"licenses\"",
      ] {
        #expect(description.contains(part), "\(part)")
      }
      #expect(try command.run("diff", "run/incidents.geojson", "a.geojson").output.hasPrefix("Nothing changed"))
    }
  }

  @Test func queriesReadAndWriteAnyFormat() throws {
    try inRun { command in
      let query = ["query", "--near", "39.01,35.95", "--radius", "100km"]
      let fromJSON = try command.run(query + ["--input", "run/incidents.geojson", "--format", "geojson"])
      let fromPackage = try command.run(query + ["--input", "run/incidents.gpkg", "--format", "geojson"])
      #expect(fromJSON.output == fromPackage.output && fromJSON.output.contains("distance_m"), "\(fromPackage.errors)")
      let written = try command.run(query + ["--input", "run/incidents.gpkg", "--output", "near.gpkg"])
      #expect(written.status == 0 && written.output.isEmpty, "\(written.errors)")
      try command.run("convert", "near.gpkg", "-o", "near.geojson")
      #expect(try command.bytes("near.geojson") == Data(fromJSON.output.utf8))
      #expect(try command.run(query + ["--format", "kml"]).status == 64)
      for (place, isArea) in [("southern Idlib", true), ("Idlib city", false)] {
        let around = try command.run("query", "--near", place, "--radius", "60km", "--input", "run/incidents.geojson")
        #expect((around.output + around.errors).contains("the middle of an area") == isArea, "\(place)")
      }
      let clusters = try command.run("cluster", "--input", "near.gpkg", "--eps", "1km", "--min-points", "1")
      #expect(clusters.output.hasPrefix("lon,lat,cluster,"), "\(clusters.errors)")
    }
  }

  @Test(arguments: [
    (["run/incidents.geojson", "-o", "out.xyz"], "--format", 64),
    (["missing.geojson", "-o", "a.gpkg"], "missing.geojson", 1),
    (["run/incidents.geojson", "-o", "no/where/a.gpkg"], "no/where/a.gpkg: its folder does not exist", 1),
    (["run/incidents.gpkg", "--layer", "sites", "-o", "a.csv"], "“incidents”", 1),
    (["broken.geojson", "-o", "a.gpkg", "-o", "a.csv"], "broken.geojson:2", 1),
    (["run/incidents.geojson", "--layer", "sites", "-o", "a.csv"], "has no layers", 1),
  ])
  func refusesWithAWayOut(arguments: [String], reason: String, status: Int32) throws {
    try inRun { command in
      try command.write("{\"type\":\"FeatureCollection\",\"features\":[{},\n{\"type\":}]}", to: "broken.geojson")
      let outcome = try command.run(["convert"] + arguments)
      #expect(outcome.status == status && outcome.errors.contains(reason), "\(outcome.errors)")
      let left = try FileManager.default.contentsOfDirectory(atPath: command.folder.path).filter {
        !["run", "release.txt", "broken.geojson", ".output", ".errors"].contains($0)
      }
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test func severalFilesBecomeOneAndFormatsMayBeNamed() throws {
    try inRun { command in
      let outcome = try command.run(
        "convert", "run/incidents.geojson", "run/clusters.geojson", "-o", "out", "--format", "csv")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let table = String(decoding: try command.bytes("out"), as: UTF8.self)
      #expect(table.hasPrefix("id,") && table.contains("release.txt#3"))
    }
  }
}
