import Foundation
import Geo
import Incidents

@testable import Gazetteer

/// SplitMix64 (G. L. Steele et al., 2014): the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A coordinate in a test: longitude, latitude.
func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
  Coordinate(wrappingLongitude: longitude, latitude: latitude)
}

/// A square area in a test.
func square(west: Double, south: Double, side: Double) throws -> Geometry {
  let (east, north) = (west + side, south + side)
  let ring = try Ring([at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)])
  return .area(MultiPolygon([Polygon(exterior: ring)]))
}

/// An invented land: XA has the governorates Zorland (10…11° E) and Marland (11…12° E), XB has Tolland (20…21° E).
enum InventedLand {
  static func places() throws -> [Place] {
    [
      area("XA", "Exaland", .country, "XA", nil, try square(west: 10, south: 30, side: 2)),
      area("XB", "Ixbeland", .country, "XB", nil, try square(west: 20, south: 30, side: 2)),
      area("XA-ZO", "Zorland", .governorate, "XA", "XA-ZO", try square(west: 10, south: 30, side: 1)),
      area("XA-MA", "Marland", .governorate, "XA", "XA-MA", try square(west: 11, south: 30, side: 1)),
      area("XB-TO", "Tolland", .governorate, "XB", "XB-TO", try square(west: 20, south: 30, side: 1)),
      place("gadhira", "Gadhirah", 10.2, 30.2, .city, alternates: ["غديره"], population: 90_000),
      place("sumbuk", "As Sumbukiyah", 10.7, 30.3, alternates: ["السمبوكية", "Old Sumbuk"]),
      place("tarmuz", "Tall Tarmuz", 10.4, 30.8),
      place("nuqrash", "Nu'qrash", 11.3, 30.4),
      place("balduk", "Baldukhan", 11.7, 30.7),
      place("mirwaz-z", "Mirwazah", 10.5, 30.5),
      place("mirwaz-m", "Mirwazah", 11.5, 30.5),
      place("far", "Fershtokat", 20.5, 30.5, country: "XB"),
      Place(
        id: "wadun", name: "Wadun", coordinate: at(11, 30.25), country: "", kind: .river, source: "test",
        footprint: .lines([try LineString([at(10, 30.25), at(12, 30.25)])])),
    ]
  }

  static func place(
    _ id: String, _ name: String, _ longitude: Double, _ latitude: Double, _ kind: PlaceKind = .village,
    alternates: [String] = [], country: String = "XA", population: Int? = nil
  ) -> Place {
    Place(
      id: id, name: name, alternateNames: alternates, coordinate: at(longitude, latitude), country: country,
      kind: kind, population: population, source: "test")
  }

  private static func area(
    _ id: String, _ name: String, _ kind: PlaceKind, _ country: String, _ code: String?, _ area: Geometry
  ) -> Place {
    Place(
      id: id, name: name, coordinate: area.boundingBox?.center ?? at(0, 0), country: country, governorateCode: code,
      kind: kind, source: "test", footprint: area)
  }
}

/// A mention in a test; the country is a code.
func mention(_ name: String, parents: [String] = [], country: String? = "XA") -> PlaceMention {
  PlaceMention(
    name: name, parents: parents, country: country, countryCode: country, span: ByteSpan(start: 0, end: 0))
}

/// A file in the temporary folder that lives as long as `body` runs.
func withTemporaryFile<Result>(
  named name: String, containing text: String, _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: name)
  try Data(text.utf8).write(to: file)
  return try body(file.path(percentEncoded: false))
}
