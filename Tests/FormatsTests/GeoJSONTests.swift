import Formats
import Geo
import Testing

@Suite struct GeoJSONTests {
  func coordinate(_ longitude: Double, _ latitude: Double) throws -> Coordinate {
    try Coordinate(longitude: longitude, latitude: latitude)
  }

  @Test func ofSeveralErrorsTheFirstIsReported() {
    // Far enough apart that different cores come upon them.
    let feature = #"{"type":"Feature","geometry":null,"properties":{}}"#
    let many = Array(repeating: feature, count: 6_000).joined(separator: ",\n")
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\n\(many),\n{\"type\":}\n,\(many),\noops,{\"id\":}]}"
    let error = #expect(throws: FormatError.self) { try GeoJSON.read(Array(text.utf8), file: "x") }
    #expect(error?.line == 6_002)
  }

  @Test func writtenFeaturesReadBackTheSame() throws {
    let square = try [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { try coordinate($0.0, $0.1) }
    let polygon = Polygon(exterior: try Ring(square))
    let features = [
      Feature(id: "a", geometry: .point(try coordinate(39.01, 35.95)), properties: ["place": "x", "n": .null]),
      Feature(geometry: nil, properties: [:]),
      Feature(geometry: .lines([try LineString(square)]), properties: [:]),
      Feature(geometry: .area(MultiPolygon([polygon, polygon])), properties: [:]),
    ]
    #expect(try GeoJSON.read(GeoJSON.write(features), file: "x") == features)
  }

  @Test func exteriorRunsCounterclockwiseWhateverComesIn() throws {
    let clockwise = #"{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}"#
    let written = GeoJSON.write(try GeoJSON.read(Array(clockwise.utf8), file: "x"))
    #expect(String(decoding: written, as: UTF8.self).contains("[[[0,0],[1,0],[1,1],[0,1],[0,0]]]"))
  }

  @Test func coordinatesAreRoundedAndBoxedAsWritten() throws {
    let feature = Feature(geometry: .point(try coordinate(39.0149, 35.9551)), properties: [:], decimals: 2)
    let text = String(decoding: GeoJSON.write([feature]), as: UTF8.self)
    #expect(text.contains("[39.01,35.96]"))
    #expect(text.contains(#""bbox":[39.01,35.96,39.01,35.96]"#) || text.contains("\"bbox\":[\n39.01,"))
  }

  @Test(arguments: [
    (1.0, 7), (10, 6), (100, 5), (500, 4), (1_000, 4), (1_200, 3), (5_000, 3), (50_000, 2), (500_000, 1), (0, 7),
  ])
  func noCoordinateIsFinerThanItIsKnown(uncertaintyMeters: Double, atMost: Int) {
    let decimals = decimalsOfDegree(uncertaintyMeters: uncertaintyMeters)
    #expect(decimals <= atMost)
    // Rounding must not move the position noticeably either.
    let halfUnitMeters = 111_320 / 2 / (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    #expect(decimals == 7 || halfUnitMeters <= uncertaintyMeters / 20)
  }

  @Test(arguments: [
    (#"{"type":"FeatureCollection"}"#, "features"),
    (#"{"type":"Topology"}"#, "not GeoJSON"),
    (#"{"type":"FeatureCollection","features":[{"geometry":{"type":"Point","coordinates":[200,95]}}]}"#, "feature 1"),
    (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#, "at least 4 positions"),
    (#"{"type":"Point","coordinates":["a","b"]}"#, "longitude, latitude"),
    ("{\"type\":\n\"Feature\",,}", "member"),
  ])
  func refusesWithAReason(text: String, reason: String) {
    let error = #expect(throws: FormatError.self) { try GeoJSON.read(Array(text.utf8), file: "x") }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }

  private func collection(_ properties: [String]) -> ByteInput {
    let features = properties.map { #"{"geometry":null,"properties":\#($0)}"# }
    return .bytes(Array(#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8))
  }

  @Test(arguments: [
    #"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, #"{ "a" : 1 , "b" : 2 }"#, #"{"a":1}"#, #"{"a":1,"b":2,"c":3}"#, "{}",
    "null", #"{"a":1,"a":3}"#, #"{"\u0061":1,"b":2}"#, #"{"a":1,"bb":2}"#, #"{"a":[{"b":"]}\""}],"b":{}}"#,
  ])
  func propertiesAreReadTheSameAfterWhateverOthers(text: String) throws {
    let alone = try GeoJSON.map(collection([text]), file: "x") { $0.properties }
    for other in [#"{"a":1,"b":2}"#, #"{"a":1,"a":2}"#, "{}", #"{"a":"x"}"#] {
      #expect(try GeoJSON.map(collection([other, text, text]), file: "x") { $0.properties }.suffix(2) == alone + alone)
    }
    let wanted = try GeoJSON.map(collection([text, text]), file: "x", properties: ["a"]) { $0.properties }
    #expect(wanted == (alone + alone).map { $0.filter { $0.key == "a" } })
  }

  @Test(arguments: [
    #""open"#, #""\q""#, #""\uD83D""#, "nul", "[1,]", "{,}", #"{"a" 1}"#, "--1", "1e999", "",
    String(repeating: "[", count: 300) + String(repeating: "]", count: 300),
  ])
  func whatIsNotWantedIsJSONAllTheSame(value: String) {
    for before in [[], [#"{"a":1}"#]] {
      #expect(throws: FormatError.self) {
        try GeoJSON.map(collection(before + [#"{"a":\#(value)}"#]), file: "x", properties: []) { $0 }
      }
    }
  }

  @Test func whatIsNotWantedIsUTF8AllTheSame() {
    guard case .bytes(let text) = collection([#"{"a":"abcdefgh?","b":1}"#]) else { return }
    let broken = text.map { $0 == UInt8(ascii: "?") ? 0xFF : $0 }
    #expect(throws: Never.self) { try GeoJSON.map(.bytes(text), file: "x", properties: []) { $0 } }
    #expect(throws: FormatError.self) { try GeoJSON.map(.bytes(broken), file: "x", properties: []) { $0 } }
  }
}
