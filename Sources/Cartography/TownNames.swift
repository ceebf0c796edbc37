import Geo
import GeoEngine

/// How well known places are: as the towns of the base are chosen by, so that a symbol is named as the base would name it.
struct TownNames {
  private let towns: [String: [Basemap.Town]]

  init(_ towns: [Basemap.Town]) { self.towns = Dictionary(grouping: towns.filter { $0.importance > 0 }, by: \.name) }

  /// Positions of one town in two files differ by less than its extent.
  private static let farthestMeters = 10_000.0

  /// The importance of the town of that name there; 0 where the base has none.
  func importance(of name: String, at coordinate: Coordinate) -> Double {
    towns[name, default: []].lazy.filter {
      Geodesic.isWithin(Self.farthestMeters, from: $0.coordinate, to: coordinate)
    }.map(\.importance).max() ?? 0
  }
}
