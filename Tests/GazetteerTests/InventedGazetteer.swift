import Geo
import Incidents

@testable import Gazetteer

/// Two invented countries side by side, each with two square governorates of one degree by two, a river through the first
/// country, and places on purpose alike.
enum Invented {
  static func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
    Coordinate(wrappingLongitude: longitude, latitude: latitude)
  }

  static func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Geometry {
    let ring = try Ring([at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)])
    return .area(MultiPolygon([Polygon(exterior: ring)]))
  }

  static func area(
    _ name: String, _ kind: PlaceKind, code: String?, country: String, _ west: Double, _ east: Double
  ) throws -> Place {
    Place(
      id: "\(kind.rawValue):\(name)", name: name, coordinate: at((west + east) / 2, 31), country: country,
      governorateCode: code, kind: kind, source: "test", footprint: try square(west, 30, east, 32))
  }

  static func place(
    _ name: String, _ longitude: Double, _ latitude: Double, _ kind: PlaceKind = .village, country: String = "AA",
    also: [String] = [], population: Int? = nil, id: String? = nil
  ) -> Place {
    Place(
      id: id ?? "test:\(name)@\(longitude),\(latitude)", name: name, alternateNames: also,
      coordinate: at(longitude, latitude), country: country, kind: kind, population: population, source: "test")
  }

  static func places() throws -> [Place] {
    let river = Place(
      id: "river", name: "Zarnuq", alternateNames: ["Nahr az-Zarnuq"], coordinate: at(41, 31), country: "",
      kind: .river,
      source: "test", footprint: .lines([try LineString([at(40, 31.2), at(42, 31.2), at(45, 31.2)])]))
    return [
      try area("Alifia", .country, code: nil, country: "AA", 40, 42),
      try area("Bedia", .country, code: nil, country: "BB", 42, 44),
      try area("Marfan", .governorate, code: "AA-MA", country: "AA", 40, 41),
      try area("Tolmun", .governorate, code: "AA-TO", country: "AA", 41, 42),
      try area("Gawran", .governorate, code: "BB-GA", country: "BB", 42, 43),
      try area("Sindab", .governorate, code: "BB-SI", country: "BB", 43, 44), river,
      place("Marfan", 40.5, 31.2, .city, also: ["مرفان"], population: 200_000),
      place("Tolmun", 41.5, 31.0, .city, population: 150_000),
      place("Al Qusbah", 40.2, 30.5), place("Al Qusbah", 41.8, 31.8), place("Dubayrah", 40.3, 31.5),
      place("Dubayrah", 40.33, 31.52), place("An Nafurah", 40.52, 31.21, .neighborhood, also: ["النافورة"]),
      place("Shahrut", 40.8, 30.4, .oilfield), place("Shahrut", 40.6, 30.4),
      place("Wadrikh", 43.5, 31, .town, country: "BB", population: 30_000), place("Hazmuriyah", 40.9, 31.9),
      place("Fanqal Fawqani", 41.2, 30.2), place("Bu Zamil", 41.4, 31.5, also: ["بو زامل"]),
    ]
  }

  static func resolver(adding more: [Place] = []) throws -> Resolver { try Resolver(places: try places() + more) }

  static func mention(_ name: String, _ parents: [String] = [], country: String? = "Alifia") -> PlaceMention {
    PlaceMention(
      name: name, parents: parents, country: country,
      countryCode: country.map { ["Alifia": "AA", "Bedia": "BB"][$0] ?? $0 },
      span: ByteSpan(start: 0, end: 0))
  }
}

extension Resolver {
  /// The explained answer to a name: by itself, or as one of a source's.
  func explain(_ query: BatchQuery, among names: [BatchQuery]? = nil) -> ResolutionExplanation {
    var lookup = names.map { BatchLookup(self, oneSource: $0) } ?? BatchLookup(self)
    return lookup.explain(query)
  }
}
