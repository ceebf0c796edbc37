import Formats
import Foundation
import Geo
import GeoEngine
import TestSupport
import Testing

/// The shipped governorates: a coverage without gaps or overlaps, and in agreement with the boundaries of the United
/// Nations and with tens of thousands of places that did not go into them.
@Suite struct ShippedBoundariesTests {
  /// The comparison data; where it is absent, that is said.
  private static let comparison: URL? = {
    let folder = sharedFolder?.appending(path: "data")
    if folder == nil { print("NOT TESTED: the shipped boundaries against other sources, because ../shared is absent") }
    return folder
  }()

  private struct NamedArea {
    let name: String
    let country: String
    let area: MultiPolygon
  }

  private static func areas(_ url: URL, name: String, country: String) throws -> [NamedArea] {
    try GeoJSON.read(Array(Data(contentsOf: url)), file: url.lastPathComponent).compactMap { feature in
      guard case .area(let area)? = feature.geometry, let name = feature.properties[name]?.string,
        let country = feature.properties[country]?.string
      else { return nil }
      return NamedArea(name: name, country: country, area: area)
    }
  }

  private static func governorates() throws -> [NamedArea] {
    try areas(
      packageRoot.appending(path: "Gazetteer/governorates.geojson"), name: "code", country: "country")
  }

  @Test func thereAreEighteenInIraqAndFourteenInSyria() throws {
    let countries = try Self.governorates().map(\.country)
    #expect(countries.count { $0 == "IQ" } == 18 && countries.count { $0 == "SY" } == 14 && countries.count == 32)
  }

  @Test func everyOneIsValid() throws {
    for governorate in try Self.governorates() {
      #expect(try Overlay.isValid(governorate.area), "\(governorate.name)")
    }
  }

  @Test func neighborsLeaveNoGapAndDoNotOverlap() throws {
    let governorates = try Self.governorates()
    let whole = try #require(try Overlay.union(governorates.map(\.area)))
    let gaps = whole.polygons.flatMap(\.holes)
    #expect(gaps.isEmpty, "a hole in the union is a gap between neighbors")
    let sum = governorates.reduce(0) { $0 + Geodesic.areaSquareMeters($1.area) }
    #expect(abs(sum - Geodesic.areaSquareMeters(whole)) < 1, "the sum exceeds the union where neighbors overlap")
  }

  /// Intersection over union with the one UN governorate that it agrees with best. Where the data is known to be worse
  /// (`Gazetteer/SOURCES.md`, Known flaws) a lower bar is set here.
  @Test(.enabled(if: comparison != nil))
  func theyAgreeWithTheUnitedNations() throws {
    let folder = try #require(Self.comparison).appending(path: "boundaries")
    let theirs =
      try Self.areas(folder.appending(path: "syria-admin1.geojson"), name: "NAME_EN", country: "ADM0_PCODE")
      + Self.areas(folder.appending(path: "iraq-admin1.geojson"), name: "ADM1_EN", country: "ADM0_PCODE")
    var matched: Set<String> = []
    for ours in try Self.governorates() {
      let candidates = try theirs.filter { $0.country == ours.country }.map { their in
        (name: their.name, agreement: try agreement(ours.area, their.area))
      }
      let best = try #require(candidates.max { $0.agreement < $1.agreement })
      #expect(best.agreement >= 0.97, "\(ours.name) and \(best.name)")
      matched.insert(best.name)
    }
    #expect(matched.count == theirs.count)
  }

  private func agreement(_ a: MultiPolygon, _ b: MultiPolygon) throws -> Double {
    guard a.boundingBox.intersects(b.boundingBox), let shared = try Overlay.intersection(a, b) else { return 0 }
    let both = Geodesic.areaSquareMeters(shared)
    return both / (Geodesic.areaSquareMeters(a) + Geodesic.areaSquareMeters(b) - both)
  }

  /// Every independent place is in exactly one governorate, and that is in its country; the exceptions are listed, and
  /// every one on the list is one.
  @Test(.enabled(if: comparison != nil))
  func everyPlaceIsInExactlyOne() throws {
    let governorates = try Self.governorates()
    let locator = try AreaLocator(governorates.map(\.area))
    let places = try rows(#require(Self.comparison).appending(path: "places.tsv"))
    #expect(places.count == 32_097)
    let elsewhere = places.filter { fields in
      guard let latitude = Double(fields[5]), let longitude = Double(fields[6]) else { return true }
      let found = locator.indices(containing: at(longitude, latitude))
      return found.count != 1 || governorates[found[0]].country != fields[2]
    }
    let exceptions = try rows(packageRoot.appending(path: "Tests/Fixtures/points-outside-governorates.tsv"))
    let (found, listed) = (elsewhere.map { String($0[0]) }, exceptions.map { String($0[0]) })
    #expect(found.sorted() == listed.sorted())
  }

  /// The fields of a table without quoting, its header left out.
  private func rows(_ url: URL) throws -> [[Substring]] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }
}
