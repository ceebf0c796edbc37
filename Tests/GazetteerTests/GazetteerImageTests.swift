import Foundation
import Incidents
import TestSupport
import Testing

@testable import Gazetteer

/// A gazetteer file against the text it was made of, and what happens to damaged ones.
@Suite struct GazetteerImageTests {
  private func image(_ places: [Place]) throws -> [UInt8] {
    var writer = ImageWriter(.never)
    var sorter = PlaceSorter(.never)
    for place in places { try sorter.append(place) }
    try sorter.forEachMerged { place throws(GazetteerError) in try writer.append(place) }
    return try Folder { folder in
      try writer.write([SourceNote(name: "test", license: "CC0")], to: folder.appending(path: "a.gaz"))
      return [UInt8](try Data(contentsOf: folder.appending(path: "a.gaz")))
    }
  }

  @Test func everyKindHasANumberAndKeepsIt() {
    #expect(Set(PlaceCoding.kinds) == Set(PlaceKind.allCases))
    #expect(PlaceCoding.number(of: .country) == 0)
    #expect(PlaceCoding.number(of: .lake) == 16)
  }

  @Test func placesComeBackAsTheyWere() throws {
    let places = try Invented.places()
    let segment = try Segment(Data(try image(places)), file: "a.gaz")
    let back = (0..<segment.placeCount).map(segment.place)
    #expect(back == places.sorted { $0.id < $1.id })
    #expect(segment.notes == [SourceNote(name: "test", license: "CC0")])
  }

  @Test func theSamePlacesGiveTheSameBytes() throws {
    let places = try Invented.places()
    #expect(try image(places) == image(places.reversed()))
  }

  /// What stands at the places of the header that are spoken of.
  @Test(arguments: [
    (8, 2, "newer incident-mapper"), (0, 0x50, "damaged"), (40, 0xFF, "damaged"), (16, 0xEE, "damaged"),
  ])
  func refuses(offset: Int, byte: UInt8, says: String) throws {
    var bytes = try image(Invented.places())
    bytes[offset] = byte
    let error = #expect(throws: GazetteerError.self) { try Segment(Data(bytes), file: "a.gaz") }
    #expect(error?.problem.contains(says) == true, "\(error?.problem ?? "")")
    #expect(error?.file == "a.gaz")
  }

  /// A section that begins or ends beyond the file, or at a number that a file cannot have, under a checksum that is
  /// right.
  @Test(
    arguments: [32, 40, 56, 64], [[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0, 0, 0, 0, 0x7F]])
  func refusesSectionsBeyondTheFile(offset: Int, number: [UInt8]) throws {
    var bytes = try image(Invented.places())
    bytes.replaceSubrange(offset..<(offset + 8), with: number)
    let error = #expect(throws: GazetteerError.self) { try Segment(Data(sealed(bytes)), file: "a.gaz") }
    #expect(error?.problem.contains("damaged") == true)
  }

  private func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let end = ImageHeader.length - 8
    var checksum: [UInt8] = []
    checksum.append(littleEndian: Checksum.of(Array(bytes[..<end]).span))
    return bytes[..<end] + checksum + bytes[ImageHeader.length...]
  }

  @Test func refusesOtherRules() throws {
    var bytes = try image(Invented.places())
    bytes[16] ^= 1
    bytes = sealed(bytes)
    let error = #expect(throws: GazetteerError.self) { try Segment(Data(bytes), file: "a.gaz") }
    #expect(error?.problem.contains("import its sources again") == true)
    _ = try Segment(Data(bytes), file: "a.gaz", checks: .wholeness)
  }

  @Test("A damaged file is refused, or nothing that is read was damaged", arguments: 1...8 as ClosedRange<UInt64>)
  func damage(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let sound = try image(Invented.places())
    let names = ["Marfan", "al-Qusba", "Shahrout oilfield", "Zarnuq River"]
    let expected = answers(try Segment(Data(sound), file: "a.gaz"), names)
    for _ in 0..<150 {
      var bytes = sound
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      case 2:
        let start = Int.random(in: bytes.indices, using: &random)
        for index in start..<min(start + 64, bytes.count) { bytes[index] = 0 }
      default: bytes.swapAt(.random(in: bytes.indices, using: &random), .random(in: bytes.indices, using: &random))
      }
      guard let segment = try? Segment(Data(bytes), file: "a.gaz") else { continue }
      #expect(answers(segment, names) == expected, "seed \(seed)")
    }
  }

  private func answers(_ segment: Segment, _ names: [String]) -> [Resolution] {
    guard let resolver = try? Resolver(segments: [segment]) else { return [] }
    return names.map { resolver.resolve(Invented.mention($0)) }
  }

  @Test func everyFlippedByteOfTheHeaderIsNoticed() throws {
    let sound = try image(Invented.places())
    for offset in 0..<ImageHeader.length {
      var bytes = sound
      bytes[offset] ^= 0x41
      #expect(throws: GazetteerError.self, "byte \(offset)") { try Segment(Data(bytes), file: "a.gaz") }
    }
  }
}

/// A temporary folder for the length of a test.
func Folder<Value>(_ body: (URL) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
