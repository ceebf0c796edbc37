import Foundation
import Geo

/// Files made by programs that we did not write; each says in its first lines how.
enum Fixtures {
  static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The rows of numbers of `Tests/Fixtures/NAME`, without comments and header.
  static func numbers(_ name: String) throws -> [[Double]] {
    try rows(name).map { $0.compactMap(Double.init) }.filter { !$0.isEmpty }
  }

  /// The rows of `Tests/Fixtures/NAME` as texts, without comments and header.
  static func rows(_ name: String) throws -> [[String]] {
    let url = packageRoot.appending(path: "Tests/Fixtures").appending(path: name)
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    return lines.dropFirst().map { $0.split(separator: ",").map(String.init) }
  }
}

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

/// A polygon in a test: the corners in any direction, closed here.
func polygon(_ corners: [(Double, Double)], holes: [[(Double, Double)]] = []) throws -> Polygon {
  func ring(_ corners: [(Double, Double)]) throws -> Ring {
    try Ring((corners + corners.prefix(1)).map { at($0.0, $0.1) })
  }
  return Polygon(exterior: try ring(corners), holes: try holes.map(ring))
}

/// An axis-parallel rectangle in degrees.
func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> MultiPolygon {
  MultiPolygon([try polygon([(west, south), (east, south), (east, north), (west, north)])])
}
