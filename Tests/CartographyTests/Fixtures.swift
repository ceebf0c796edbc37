import Analysis
import Foundation
import Geo
import GeoEngine
import Incidents
import TestSupport
import Testing

@testable import Cartography

/// An invented country of two governorates, three degrees by two, with a river, a lake, towns and a neighbor.
enum Fixture {
  static let west = Governorate(code: "XX-WE", name: "West & <Middle> غرب")
  static let east = Governorate(code: "XX-EA", name: "East")

  static func area(_ box: [Double]) throws -> MultiPolygon {
    let corners = [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3]), (box[0], box[1])]
    let ring = try Ring(corners.map { try Coordinate(longitude: $0.0, latitude: $0.1) })
    return MultiPolygon([Polygon(exterior: ring)])
  }

  static func basemap(eastIsWide: Bool = false) throws -> Basemap {
    let river = try (0...60).map {
      try Coordinate(longitude: 39 + Double($0) / 20, latitude: 34 + 0.4 * sin(Double($0) / 9))
    }
    let eastEdge = eastIsWide ? 43.5 : 42.0
    return Basemap(
      countries: [
        .init(
          code: "XX", name: "Examplia", outline: try area([39, 33, eastEdge, 35]), credits: ["Invented borders (CC0)"]),
        .init(code: "YY", name: "Northland", outline: try area([36, 35, 46, 38])),
      ],
      governorates: [
        .init(code: west.code, name: west.name, outline: try area([39, 33, 40.5, 35])),
        .init(code: east.code, name: east.name, outline: try area([40.5, 33, eastEdge, 35])),
      ],
      rivers: [.init(name: "Long River", lines: [try LineString(river)], credits: ["Invented waters"])],
      lakes: [.init(name: "Lake", outline: try area([39.2, 33.2, 39.5, 33.3]))],
      towns: try (0..<40).map { index in
        let place = try Coordinate(
          longitude: 39 + Double(index % 8) * 0.4, latitude: 33 + Double(index / 8) * 0.42)
        return .init(name: "Town \(index)", coordinate: place, importance: Double(1000 - index))
      })
  }

  /// The west in four, and the east as one.
  static func districts() throws -> [Basemap.Area] {
    let west = try [39.0, 39.75].flatMap { x in
      try [33.0, 34].map { y in
        let number = "\(x == 39 ? "A" : "B")\(y == 33 ? 1 : 2)"
        return Basemap.Area(
          code: "XX-WE/\(number)", name: "District \(number)", outline: try area([x, y, x + 0.75, y + 1]))
      }
    }
    return west + [Basemap.Area(code: "XX-EA/1", name: "All East", outline: try area([40.5, 33, 42, 35]))]
  }

  static func record(
    _ ordinal: Int, longitude: Double, latitude: Double, name: String, assessment: Assessment = .open,
    uncertaintyMeters: Double = 3000, precision: Precision = .town, footprint: Geometry? = nil,
    governorate: Governorate? = west
  ) throws -> IncidentRecord {
    let location = Location(
      coordinate: try Coordinate(longitude: longitude, latitude: latitude), uncertaintyMeters: uncertaintyMeters,
      precision: precision, footprint: footprint, placeID: "test:\(name)", placeName: name,
      matchedName: name, match: .exact,
      confidence: 0.9, country: "XX", governorate: governorate, because: [])
    let date = CalendarDate(year: 2017, month: ordinal % 12 + 1, day: ordinal % 28 + 1).map(IncidentDate.init)
    return IncidentRecord(
      id: "test#\(ordinal)", date: date, assessment: assessment, isReopened: false, wasPreviouslyReported: nil,
      killed: ordinal % 3 == 0 ? CountRange(ordinal % 5) : nil, injured: nil, sources: [], place: name,
      statedCountry: "XX", location: location, places: [], flags: [], document: "test", line: 1,
      span: ByteSpan(start: 0, end: 1))
  }
}

/// A generated set of incidents.
enum Scenario: String, CaseIterable, CustomTestStringConvertible {
  case none, one, three, fifty, crowdedValley, fiveThousand, allOnOnePoint, allUncertain, onlyAreas, riverAndArea

  static let seed: UInt64 = 20_190_531

  var testDescription: String { "\(rawValue), seed \(Self.seed)" }

  func records() throws -> [IncidentRecord] {
    var generator = SplitMix64(seed: Self.seed)
    switch self {
    case .none: return []
    case .one: return try scattered(1, spots: 1, &generator)
    case .three: return try scattered(3, spots: 3, &generator)
    case .fifty: return try scattered(50, spots: 30, &generator)
    case .crowdedValley: return try valley(60, &generator)
    case .fiveThousand: return try scattered(5000, spots: 4000, &generator)
    case .allOnOnePoint: return try scattered(400, spots: 1, &generator)
    case .allUncertain:
      return try scattered(20, spots: 20, &generator).map { record in
        var record = record
        record.location?.uncertaintyMeters = 150_000
        return record
      }
    case .onlyAreas:
      return try (0..<4).map {
        try Fixture.record($0, longitude: 39.7, latitude: 34, name: Fixture.west.name, precision: .governorate)
      }
    case .riverAndArea:
      let lines = try Fixture.basemap().rivers[0].lines
      return try scattered(8, spots: 8, &generator) + [
        try Fixture.record(
          100, longitude: 39.7, latitude: 34, name: "Long River", precision: .governorate, footprint: .lines(lines)),
        try Fixture.record(101, longitude: 39.7, latitude: 34, name: Fixture.west.name, precision: .governorate),
      ]
    }
  }

  private func scattered(
    _ count: Int, spots: Int, _ generator: inout SplitMix64
  ) throws -> [IncidentRecord] {
    let places = (0..<spots).map { _ in
      (Double.random(in: 39.05...40.45, using: &generator), Double.random(in: 33.05...34.95, using: &generator))
    }
    return try (0..<count).map { index in
      let (longitude, latitude) = places[index % spots]
      return try Fixture.record(
        index, longitude: longitude, latitude: latitude, name: "Village of al-Example \(index % spots)",
        assessment: Assessment.allCases[Int.random(in: 0..<5, using: &generator)],
        uncertaintyMeters: Double.random(in: 500...9000, using: &generator).rounded())
    }
  }

  /// Places a few kilometers apart along a line, as villages along a river are.
  private func valley(_ count: Int, _ generator: inout SplitMix64) throws -> [IncidentRecord] {
    try (0..<count).map { index in
      let step = Double(index % 20)
      return try Fixture.record(
        index, longitude: 39.6 + step * 0.02, latitude: 34.4 - step * 0.025, name: "Al-Sha’fah \(index % 20)",
        assessment: Assessment.allCases[Int.random(in: 0..<3, using: &generator)])
    }
  }

  /// What a map is asked for; the density is computed once a scenario.
  func request(_ region: MapRegion = .governorate(Fixture.west.code)) throws -> MapRequest {
    var request = try #require(Self.requests[self])
    request.region = region
    return request
  }

  private static let requests: [Scenario: MapRequest] = {
    let pairs = allCases.compactMap { scenario in (try? scenario.prepared()).map { (scenario, $0) } }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  private func prepared() throws -> MapRequest {
    let (basemap, records) = (try Fixture.basemap(), try records())
    let points = records.compactMap(\.location).filter(\.isPointlike).map {
      WeightedCoordinate($0.coordinate, uncertaintyMeters: $0.uncertaintyMeters)
    }
    var request = MapRequest(
      region: .country("XX"), records: records, basemap: basemap, sources: ["An invented release"])
    guard points.count >= fewestIncidentsForDensity else { return request }
    let outline = basemap.governorates[0].outline
    let bandwidth = try Bandwidth(for: points, within: outline)
    request.bandwidth = bandwidth
    request.density = try density(
      of: points, within: outline, bandwidthMeters: bandwidth.meters, cellMeters: bandwidth.meters / 2)
    return request
  }
}
