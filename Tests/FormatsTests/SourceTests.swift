import Foundation
import Formats
import Geo
import TestSupport
import Testing

@Suite struct SourceTests {
  private func source(_ text: String, known: [Field] = []) throws -> GeoJSONSource {
    try GeoJSONSource(.bytes(Array(text.utf8)), file: "x.geojson", name: "x", known: known)
  }

  private func collection(_ properties: String...) -> String {
    let features = properties.map { #"{"type":"Feature","geometry":null,"properties":{\#($0)}}"# }
    return #"{"features":[\#(features.joined(separator: ",\n"))],"type":"FeatureCollection"}"#
  }

  @Test(arguments: [1, 2] as [UInt64]) func readsWhatIsWritten(seed: UInt64) throws {
    let random = try RandomFeatures(seed: seed, count: 600)
    let bytes = GeoJSON.write(random.features)
    try inScratchFolder { folder in
      // Longer than one piece that is read at once.
      let target = folder.appending(path: "x.geojson")
      try Data(bytes).write(to: target)
      var source = try GeoJSONSource(.file(target.path), file: "x", name: "x")
      #expect(bytes.count > 3 << 19 && source.layer.hasIDs && !source.layer.hasOnlyPoints)
      #expect(
        GeoJSON.write(
          try source.features(file: "x").map { feature in
            var feature = feature
            feature.decimals = random.features.first { $0.id == feature.id }?.decimals ?? 7
            return feature
          }) == bytes)
    }
  }

  @Test(arguments: [
    ("\"a\":1,\"b\":2.5", "\"a\":2,\"b\":3", [Field.Kind.integer, .number]),
    ("\"a\":1,\"b\":null", "\"a\":1.5", [.number, .text]), ("\"a\":\"x\",\"b\":true", "\"a\":1", [.json, .boolean]),
    ("\"a\":[],\"b\":[\"x\"]", "\"a\":[\"y\"],\"b\":[1]", [.list, .json]), ("\"z\":{},\"a\":\"\"", "", [.json, .text]),
  ])
  func findsKindsAndOrder(first: String, second: String, kinds: [Field.Kind]) throws {
    let fields = try source(collection(first, second)).fields
    #expect(fields.map(\.kind) == kinds)
    #expect(fields.map(\.name) == (first.hasPrefix("\"z") ? ["z", "a"] : ["a", "b"]))
  }

  @Test func knownFieldsDescribeOnlyAFileThatHasAllOfThem() throws {
    let known = [Field("b", .number, unit: "m", "A length."), Field("a", .date, "A day.")]
    let text = collection("\"c\":1,\"a\":\"2019-01-01\",\"b\":3")
    #expect(try source(text, known: known).fields == known + [Field("c", .integer, "")])
    #expect(try source(collection("\"a\":\"2019-01-01\""), known: known).fields == [Field("a", .text, "")])
  }

  @Test(arguments: [
    (#"{"type":"FeatureCollection","features":[{"type":"Feature"},]}"#, "comma"),
    (#"{"type":"FeatureCollection","features":[{} {}]}"#, "comma"),
    (#"{"type":"FeatureCollection","features":[1]}"#, "feature was expected"),
    ("{\"type\":\"FeatureCollection\",\"features\":[{},\n{\"a\":\n!}]}", "x.geojson:3"),
    (#"{"type":"FeatureCollection","features":[{}"#, "cut off"), (#"{"type":"Topology"}"#, "not GeoJSON"),
    ("", "ends"), ("[1,2]", "not GeoJSON"),
  ])
  func refusesWithAReason(text: String, reason: String) {
    let error = #expect(throws: FormatError.self) { try source(text) }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }

  @Test func whatHasNoUseIsLeftOutAndSaid() throws {
    let text =
      #"{"type":"FeatureCollection","features":[{"geometry":{"type":"Point","coordinates":[1,2]}},"#
      + #"{"geometry":{"type":"MultiPoint","coordinates":[[1,2]]}}]}"#
    var source = try source(text)
    #expect(try source.features(file: "x").count == 1)
    #expect(source.remarks.count(.lost) == 1)
  }

  @Test func aLoneFeatureOrGeometryIsRead() throws {
    for text in [
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"a":1}}"#,
      #"{"type":"Point","coordinates":[1,2]}"#,
    ] {
      var source = try source(text)
      #expect(try source.features(file: "x").map(\.geometry) == [.point(at(1, 2))])
    }
  }

  @Test func remarksOfSeveralNameTheirFiles() throws {
    let tables = try ["x,y\n1\n", "x,y\n1\n2\n"].map {
      try DelimitedSource(.bytes(Array($0.utf8)), file: "t")
    }
    var joined = JoinedSource(tables, names: ["a.csv", "b.csv"])
    try joined.read { _ in }
    let remark = "the row has fewer fields than the header; the last ones are empty"
    #expect(joined.remarks.kinds.map { "\($0.count) \($0.message)" } == ["1 a.csv: \(remark)", "2 b.csv: \(remark)"])
  }

  @Test func severalBecomeOne() throws {
    var joined = JoinedSource([
      try source(collection("\"a\":1,\"b\":\"x\",\"c\":1")),
      try source(collection("\"b\":\"y\",\"a\":2.5,\"c\":\"t\",\"d\":true")),
    ])
    #expect(joined.fields.map(\.name) == ["a", "b", "c", "d"])
    #expect(joined.fields.map(\.kind) == [.number, .text, .json, .boolean])
    let features = try joined.features(file: "x").map(\.properties)
    #expect(
      features == [
        ["a": 1, "b": "x", "c": 1, "d": .null], ["a": 2.5, "b": "y", "c": "t", "d": .bool(true)],
      ])
  }
}

@Suite struct NumberTextTests {
  /// The text of a rounded coordinate is the shortest of its number, never with an exponent.
  @Test(arguments: 0...7) func coordinates(decimals: Int) throws {
    var generator = SplitMix64(seed: UInt64(decimals))
    for _ in 0..<2_000 {
      let number = Double.random(in: -180...180, using: &generator).rounded(toDecimals: decimals)
      let latitude = (number / 4_000_000).rounded(toDecimals: decimals)
      let bytes = GeoJSON.write([
        Feature(geometry: .point(at(number, latitude)), properties: [:], decimals: decimals)
      ])
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.split(separator: "bbox")[0].contains("e-"))
      #expect(try GeoJSON.read(bytes, file: "x").first?.geometry == .point(at(number, latitude)), "\(text)")
      if abs(number) > 0.001 {
        let whole = number == number.rounded() ? "\(Int(number))" : "\(number)"
        #expect(text.contains("[\(whole),"), "\(number)")
      }
    }
  }
}
