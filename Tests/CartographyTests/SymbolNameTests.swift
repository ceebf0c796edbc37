import Incidents
import Testing

@testable import Cartography

/// A symbol for several places is named as the base would name it.
@Suite struct SymbolNameTests {
  typealias Mention = (name: String, longitude: Double, latitude: Double)

  /// The base has a Town 9 at 39.4, 33.42.
  static let cases: [(places: [Mention], name: String, listed: String?)] = [
    (
      [("Hamlet", 39.401, 33.42), ("Hamlet", 39.401, 33.42), ("Town 9", 39.4, 33.42)], "Town 9", "Town 9 1 + Hamlet 2."
    ),
    ([("Town 9", 39.401, 34.2), ("Hamlet", 39.4, 34.2), ("Hamlet", 39.4, 34.2)], "Hamlet", "Hamlet 2 + Town 9 1."),
    ([("Hamlet", 39.4, 33.42), ("Hamlet", 39.4, 33.42), ("Town 9", 39.4, 33.42)], "Town 9", nil),
    ([("Abbey", 39.401, 33.42), ("Hamlet", 39.4, 33.42), ("Hamlet", 39.4, 33.42)], "Hamlet", "Hamlet 2 + Abbey 1."),
  ]

  @Test(arguments: cases)
  func name(_ places: [Mention], _ expected: String, _ listed: String?) throws {
    var request = try Scenario.three.request()
    request.records = try places.enumerated().map { number, place in
      try Fixture.record(number, longitude: place.longitude, latitude: place.latitude, name: place.name)
    }
    let map = try IncidentMap(request)
    #expect(map.frames[0].symbols.map(\.name) == [expected])
    let text = map.svg.replacing("\u{2068}", with: "").replacing("\u{2069}", with: "")
    #expect(listed.map(text.contains) ?? true)
  }
}
