import Foundation
import Geo
import Incidents

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

/// The rows of numbers of `Tests/Fixtures/NAME`, without comments and header.
func numbers(inFixture name: String) throws -> [[Double]] {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  return try String(contentsOf: tests.appending(path: "Fixtures").appending(path: name), encoding: .utf8)
    .split(separator: "\n").map { $0.split(separator: ",").compactMap { Double($0) } }.filter { !$0.isEmpty }
}

/// A coordinate in a test: longitude, latitude.
func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
  Coordinate(wrappingLongitude: longitude, latitude: latitude)
}

/// An axis-parallel rectangle in degrees.
func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> MultiPolygon {
  let corners = [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]
  return MultiPolygon([Polygon(exterior: try Ring(corners))])
}

func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(iso8601: text) else { preconditionFailure("no such day: \(text)") }
  return date
}

func days(_ first: String, _ last: String) -> IncidentDate {
  guard let date = IncidentDate(from: day(first), through: day(last)) else { preconditionFailure("\(first) > \(last)") }
  return date
}

let raqqa = Governorate(code: "SY-RA", name: "Raqqa")
let nineveh = Governorate(code: "IQ-NI", name: "Nineveh")

/// A record with what a test needs; its place is invented.
func record(
  _ id: String, _ coordinate: Coordinate?, date: IncidentDate? = nil, assessment: Assessment = .open,
  killed: CountRange? = nil, injured: CountRange? = nil, uncertaintyMeters: Double = 500,
  precision: Precision = .neighborhood, footprint: Geometry? = nil, name: String = "Foo", country: String = "SY",
  governorate: Governorate? = raqqa
) -> IncidentRecord {
  let location = coordinate.map {
    Location(
      coordinate: $0, uncertaintyMeters: uncertaintyMeters, precision: precision, footprint: footprint,
      placeID: "test:\(name)", placeName: name, matchedName: name + " (matched)", match: .exact, confidence: 0.9,
      country: country,
      governorate: governorate, because: [])
  }
  return IncidentRecord(
    id: id, date: date, assessment: assessment, isReopened: false, wasPreviouslyReported: nil, killed: killed,
    injured: injured, sources: [], place: "near \(name)", statedCountry: nil, location: location, places: [],
    flags: [], document: "test", line: 1, span: ByteSpan(start: 0, end: 0))
}
