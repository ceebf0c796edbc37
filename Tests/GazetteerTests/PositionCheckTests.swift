import Geo
import GeoEngine
import Incidents
import TestSupport
import Testing

@testable import Gazetteer

/// The check of many positions says what the boundaries say of each by itself.
@Suite struct PositionCheckTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func agreesWithTheBoundaries(seed: UInt64) throws {
    let resolver = try Invented.resolver()
    var check = PositionCheck(resolver)
    let governorates = resolver.places(of: .governorate)
    let stated = try #require(governorates.first)
    guard case .area(let area)? = stated.footprint else {
      Issue.record("the invented gazetteer has no outlines")
      return
    }
    let lines = try area.polygons.flatMap(\.rings).map { try LineString($0.coordinates) }
    let box = area.boundingBox
    var random = SplitMix64(seed: seed)
    let margin = resolver.weights.governorateMarginMeters
    for _ in 0..<400 {
      let position = at(
        Double.random(in: box.west - 1...box.east + 1, using: &random),
        Double.random(in: box.south - 1...box.north + 1, using: &random))
      let radius = Double.random(in: 0...40_000, using: &random)
      let finding = check.find(
        position, uncertaintyMeters: radius, country: stated.country, governorate: stated.governorateCode)
      #expect(check.governorate(finding) == resolver.governorate(at: position), "seed \(seed), \(position)")
      #expect(finding.country == resolver.country(at: position), "seed \(seed), \(position)")
      let isInside = resolver.governorate(at: position)?.code == stated.governorateCode
      let meters = isInside ? 0 : Nearest.on(lines, to: position).distanceMeters
      // Distances on the plane are good to 1 %.
      if isInside {
        #expect(finding.inGovernorate == .inside, "seed \(seed), \(position)")
      } else if meters < 0.98 * (margin + radius) {
        #expect(finding.inGovernorate == .beside, "seed \(seed), \(position)")
      } else if meters > 1.02 * (margin + radius) {
        #expect(finding.inGovernorate == .elsewhere, "seed \(seed), \(position)")
      }
    }
  }

  /// Of Cedia only what borders on Bedia is drawn, and its governorates are not known.
  @Test func aCountryThatIsNotWhollyDrawnIsNotContradicted() throws {
    let beside = try Invented.area("Cedia", .country, code: nil, country: "CC", 44, 45)
    var check = PositionCheck(try Invented.resolver(adding: [beside]))
    for (position, agreement) in [
      (Invented.at(44.5, 31), .inside), (Invented.at(60, 35), .unknown), (Invented.at(40.5, 31), .elsewhere),
    ] as [(Coordinate, PositionCheck.Agreement)] {
      let finding = check.find(position, uncertaintyMeters: 100, country: "CC", governorate: nil)
      #expect(finding.inCountry == agreement, "\(position)")
    }
    #expect(
      check.find(Invented.at(60, 35), uncertaintyMeters: 100, country: "AA", governorate: nil).inCountry == .elsewhere)
  }
}
