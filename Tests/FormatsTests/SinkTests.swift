import Foundation
import Formats
import Geo
import TestSupport
import Testing

/// What all sinks do, whatever their format.
@Suite struct SinkTests {
  static let makers: [(name: String, make: @Sendable (FeatureLayer, URL) throws -> any FeatureSink)] = [
    ("geojson", { try GeoJSONSink($0, target: $1) }), ("csv", { try CSVSink($0, target: $1) }),
    ("kml", { try KMLSink($0, target: $1) }), ("topojson", { try TopoJSONSink($0, target: $1) }),
    ("fgb", { try FlatGeobufSink($0, target: $1) }),
  ]

  /// The bytes that a sink makes of features that come in batches of some size.
  static func bytes(
    _ random: RandomFeatures, batchCount: Int, _ make: (FeatureLayer, URL) throws -> any FeatureSink
  ) throws -> Data {
    try inScratchFolder { folder in
      let target = folder.appending(path: "out")
      var sink = try make(random.layer, target)
      var batch = FeatureBatch(fields: random.layer.fields)
      for feature in random.features {
        batch.append(feature)
        if batch.count == batchCount {
          try sink.write(batch)
          batch.removeAll()
        }
      }
      try sink.write(batch)
      #expect(!FileManager.default.fileExists(atPath: target.path), "the file is there before it is complete")
      try sink.finish()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
      return try Data(contentsOf: target)
    }
  }

  @Test(arguments: 0..<5) func batchesChangeNoByte(_ number: Int) throws {
    let random = try RandomFeatures(seed: 11, count: 120)
    let whole = try Self.bytes(random, batchCount: 1_000, Self.makers[number].make)
    #expect(try Self.bytes(random, batchCount: 7, Self.makers[number].make) == whole)
  }

  @Test(arguments: 0..<5) func whatWasThereStaysUntilAllIsWritten(_ number: Int) throws {
    try inScratchFolder { folder in
      let target = folder.appending(path: "out")
      try Data("before".utf8).write(to: target)
      let random = try RandomFeatures(seed: 12, count: 20)
      var sink = try Self.makers[number].make(random.layer, target)
      try sink.write(random.batch)
      sink.cancel()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
      #expect(try Data(contentsOf: target) == Data("before".utf8))
    }
  }

  @Test(arguments: 0..<5) func refusesWhereNoFileCanBe(_ number: Int) throws {
    try inScratchFolder { folder in
      let layer = try RandomFeatures(seed: 1, count: 0).layer
      for (path, reason) in [("no/such/folder", "does not exist"), ("", "is a folder")] {
        let error = #expect(throws: WriteError.self) {
          try Self.makers[number].make(layer, folder.appending(path: path))
        }
        #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func geoJSONReadsBackTheSame(seed: UInt64) throws {
    let random = try RandomFeatures(seed: seed, count: 80)
    let bytes = [UInt8](try Self.bytes(random, batchCount: 9) { try GeoJSONSink($0, target: $1) })
    #expect(bytes == GeoJSON.write(random.features), "both writers agree on every byte, seed \(seed)")
    let back = try GeoJSON.read(bytes, file: "x")
    for (written, read) in zip(random.features, back) {
      #expect(read.geometry == written.geometry && read.properties == written.properties && read.id == written.id)
    }
    #expect(back.count == random.features.count)
  }

  @Test(arguments: [1, 2] as [UInt64]) func tablesReadBackTheSame(seed: UInt64) throws {
    let random = try RandomFeatures(seed: seed, count: 80, shapes: false)
    let bytes = [UInt8](try Self.bytes(random, batchCount: 9) { try CSVSink($0, target: $1) })
    let rows = Array(DelimitedText(bytes, dialect: .csv))
    #expect(rows.count == random.features.count + 1)
    for (row, feature) in zip(rows.dropFirst(), random.features) {
      #expect(row[0] == feature.id)
      let text = feature.properties["text"]?.string ?? ""
      #expect(row[1] == text || (row[1] == "'" + text && "=+-@\t\r".contains(text.first ?? "x")))
      #expect(Double(row[2]) == feature.properties["whole"]?.number)
      #expect(Double(row[3]) == feature.properties["number"]?.number)
      if case .point(let position) = feature.geometry {
        #expect(Double(row[row.count - 2]) == position.longitude && Double(row[row.count - 1]) == position.latitude)
      }
    }
  }

  @Test func kmlIsNamedAndTyped() throws {
    var random = try RandomFeatures(seed: 3, count: 1).batch
    random.removeAll()
    random.append(
      Feature(
        id: "a", geometry: .point(try Coordinate(longitude: 39.01, latitude: 35.95)),
        properties: [
          "text": "A & B", "whole": 3, "date": "2019-04-03/2019-04-05", "list": .strings(["x", "y"]),
          "flag": .bool(true),
        ]))
    let layer = try RandomFeatures(seed: 3, count: 0).layer
    let text = try inScratchFolder { folder in
      var sink = try KMLSink(layer, target: folder.appending(path: "x.kml"))
      try sink.write(random)
      try sink.finish()
      return try String(contentsOf: folder.appending(path: "x.kml"), encoding: .utf8)
    }
    for part in [
      "<name>A &amp; B</name>", "<coordinates>39.01,35.95</coordinates>", "whole: 3 people", "list: x; y",
      "<TimeSpan><begin>2019-04-03</begin><end>2019-04-05</end></TimeSpan>",
      "<SimpleField type=\"int\"    name=\"whole\">", "<SimpleData name=\"flag\">1</SimpleData>",
    ] { #expect(text.contains(part), "\(part) is not in \(text)") }
  }
}
