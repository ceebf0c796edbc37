import Geo
import TestSupport
import Testing

@testable import Gazetteer

/// Counting places in windows, and what a document's density says.
@Suite struct PlaceDensityTests {
  @Test("A window counts what lies in its cells", arguments: [7, 8, 9] as [UInt64])
  func windows(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func position() -> Coordinate {
      Invented.at(.random(in: -3...3, using: &random), .random(in: 60...63, using: &random))
    }
    let places = (0..<300).map { _ in position() }
    let density = PlaceDensity(places)
    #expect(density.count == 300)
    for meters in [0, 5_000, 15_000, 80_000, 2_000_000.0] {
      let center = position()
      let window = PlaceDensity.Window(around: center, meters: meters)
      #expect(density.count(in: window) == places.count(where: window.contains), "\(meters) m, seed \(seed)")
      #expect(window.contains(center))
    }
  }

  @Test func noPlacesAreNowhere() {
    #expect(PlaceDensity([]).count(in: PlaceDensity.Window(around: Invented.at(40, 30), meters: 1e6)) == 0)
  }

  @Test func ofNamesakesThatIsMeantWhereTheDocumentIsDenserThanTheGazetteer() throws {
    // As many of the document's places lie around both; there are five times as many places around the one in Tolmun.
    let namesakes = [Invented.place("Zabdukh", 40.45, 30.65), Invented.place("Zabdukh", 41.55, 30.65)]
    let others = ["Kurmad", "Fijlat", "Nushraf", "Wazgul"].enumerated().flatMap { number, name in
      [
        Invented.place(name + "an", 40.45, 30.62 + Double(number) / 90),
        Invented.place(name + "in", 41.55, 30.62 + Double(number) / 90),
      ]
    }
    let plenty = (0..<32).map { Invented.place("Village \($0)", 41.5 + Double($0) / 320, 30.65) }
    let resolver = try Invented.resolver(adding: namesakes + others + plenty)
    let names = others.map { BatchQuery(id: $0.name, name: $0.name, country: "AA") }
    let query = BatchQuery(id: "1", name: "Zabdukh", country: "AA")
    let candidates = resolver.explain(query, among: names + [query]).candidates
    #expect(candidates.first?.match.governorate?.code == "AA-MA")
    #expect(
      candidates.first?.reasons.contains { $0.words.hasPrefix("4 other places of the document around it") } == true)
  }
}
