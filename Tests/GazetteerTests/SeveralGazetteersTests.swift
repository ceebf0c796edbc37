import Foundation
import Geo
import Incidents
import TestSupport
import Testing

@testable import Gazetteer

/// Several gazetteers at once: one place is one place, and neither order nor file boundaries matter.
@Suite struct SeveralGazetteersTests {
  private func resolver(_ parts: [[Place]]) throws -> Resolver {
    try Resolver(segments: parts.map { try Segment($0) })
  }

  @Test func aSharedIdentifierMakesOnePlaceWithAllNames() throws {
    var other = Invented.place("Qasr Lumen", 40.91, 31.9, population: 40_000, id: "list:5")
    other.source = "list"
    other.otherIDs = ["test:Hazmuriyah@40.9,31.9"]
    let resolver = try resolver([Invented.places(), [other]])
    let count = try Invented.places().count
    #expect(resolver.index.distinctCount == count)
    for name in ["Hazmuriyah", "Qasr Lumen"] {
      let answer = resolver.resolve(Invented.mention(name))
      #expect(answer.status == .resolved)
      #expect(Set([answer.best?.placeID ?? ""] + (answer.best?.otherIDs ?? [])) == [other.id, other.otherIDs[0]])
      #expect(answer.alternatives.isEmpty)
    }
  }

  @Test func aTwinOfAnotherSourceIsNamedWhicheverNameMatched() throws {
    var twin = Invented.place("al-Hazmouriya", 40.905, 31.905, also: ["Qasr Lumen"], id: "list:6")
    twin.source = "list"
    let resolver = try resolver([Invented.places(), [twin]])
    for name in ["Hazmuriyah", "Qasr Lumen"] {
      let best = try #require(resolver.resolve(Invented.mention(name)).best)
      #expect(Set([best.placeID] + best.otherIDs) == ["list:6", "test:Hazmuriyah@40.9,31.9"], "\(name)")
    }
  }

  @Test func twoEntriesOfOneSourceAreTwoPlaces() throws {
    let answer = try resolver([Invented.places()]).resolve(Invented.mention("Dubayrah"))
    let best = try #require(answer.best)
    #expect(best.otherIDs.isEmpty)
  }

  @Test("The order of the files does not matter, nor how places are spread over them", arguments: [21, 22, 23])
  func order(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let places = try Invented.places()
    let parts = (0..<3).map { part in places.indices.filter { $0 % 3 == part }.map { places[$0] } }
    let whole = try resolver([places])
    let first = try resolver(parts)
    let second = try resolver(parts.shuffled(using: &random))
    for place in places {
      let query = Invented.mention(place.name, country: place.country.isEmpty ? nil : place.country)
      #expect(first.resolve(query) == second.resolve(query), "seed \(seed): \(place.name)")
      #expect(first.resolve(query) == whole.resolve(query), "seed \(seed): \(place.name)")
    }
  }

  @Test("A file with an unrelated place changes no answer", arguments: [31, 32])
  func unrelated(seed: UInt64) throws {
    let places = try Invented.places()
    let halves = [Array(places.prefix(10)), Array(places.dropFirst(10))]
    let before = try resolver(halves)
    let after = try resolver(halves + [[Invented.place("Ypsyho\(seed)", 40.3, 30.3)]])
    for place in places {
      let query = Invented.mention(place.name, country: place.country.isEmpty ? nil : place.country)
      #expect(before.resolve(query) == after.resolve(query), "\(place.name)")
    }
  }

  @Test func theSameFileTwiceIsThatFileOnce() throws {
    let places = try Invented.places()
    #expect(try resolver([places, places]).index.segments.count == 1)
  }

  @Test(.enabled(if: SharedData.folder != nil, "../shared is absent"))
  func anImportedFileAnswersAsItsTextDoes() throws {
    try Folder { folder in
      let target = folder.appending(path: "SY.gaz")
      var work = try GazetteerImport(into: target)
      try work.addGeoNames(path: SharedData.path("data/geonames/SY.txt"))
      _ = try work.finish()
      let shipped = GazetteerSource(path: SharedData.shipped)
      let file = try Resolver(sources: [shipped, GazetteerSource(path: target.path(percentEncoded: false))])
      let text = try Resolver(
        sources: [GazetteerSource(path: SharedData.path("data/geonames/SY.txt")), shipped])
      var respelling = Respelling(seed: 77)
      var random = SplitMix64(seed: 77)
      let rows = try SharedData.rows("data/places.tsv", .tsv).filter { $0[2] == "SY" }.shuffled(using: &random)
      let queries = rows.prefix(400).map { row in
        BatchQuery(id: row[0], name: respelling.respell(row[4]), country: "SY", governorate: row[7])
      }
      #expect(file.resolve(batch: Array(queries)) == text.resolve(batch: Array(queries)))
    }
  }

  @Test(.enabled(if: SharedData.folder != nil, "../shared is absent"))
  func theBoundariesOfTheUnitedNationsAreTheKnownOnes() throws {
    let known = try GazetteerSource(path: SharedData.shipped).places()
    for (file, name, code, count) in [("iraq", "ADM1_EN", "ADM1_PCODE", 18), ("syria", "NAME_EN", "PCODE", 14)] {
      let bytes = [UInt8](
        try Data(contentsOf: URL(filePath: SharedData.path("data/boundaries/\(file)-admin1.geojson"))))
      let areas = try BoundaryFile.read(
        bytes, file: file, choice: BoundaryChoice(level: 1, name: name, code: code), known: known)
      #expect(areas.count == count)
      #expect(Set(areas.compactMap(\.governorateCode)).count == count)
      #expect(areas.allSatisfy { $0.governorateCode?.dropFirst(2).first == "-" }, "all have their ISO code")
    }
  }
}
