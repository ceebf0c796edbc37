import Geo
import GeoEngine
import Incidents
import Reports
import TestSupport
import Testing

@testable import Gazetteer

/// Several areas that a text names together.
@Suite struct SeveralAreasTests {
  static let resolver = Result {
    try Resolver(sources: [GazetteerSource(path: packageRoot.appending(path: "Gazetteer").path(percentEncoded: false))])
  }

  private func located(_ places: [String]) throws -> LocatedIncident {
    let mentions = places.map {
      PlaceMention(name: $0, country: "Iraq", countryCode: "IQ", span: ByteSpan(start: 0, end: 1))
    }
    var incident = Incident(document: "a.txt", ordinal: 1, line: 1, span: ByteSpan(start: 0, end: 1), assessment: .open)
    incident.mentions = mentions
    return try #require(try Self.resolver.get().resolve(document: [incident]).first)
  }

  @Test func theGroundOfAllOfThem() throws {
    let located = try located(["Kirkuk province", "Ninewa province", "Diyala province"])
    let match = try #require(located.match)
    #expect(match.governorate == nil)
    #expect(match.precision == .governorate)
    #expect(match.placeName == "Kirkuk, Ninewa, Diyala")
    for resolution in located.resolutions {
      let area = try #require(resolution.best)
      #expect(match.confidence <= area.confidence)
      #expect(
        Geodesic.distanceMeters(from: match.coordinate, to: area.coordinate) <= match.uncertaintyMeters)
    }
  }

  @Test(arguments: [["Kirkuk province"], ["Kirkuk province", "Tikrit"], ["Mosul", "Tikrit"]])
  func otherwiseTheFirstPlace(_ places: [String]) throws {
    let located = try located(places)
    #expect(located.areas == nil)
    #expect(located.match?.placeID == located.resolutions.first?.best?.placeID)
  }
}
