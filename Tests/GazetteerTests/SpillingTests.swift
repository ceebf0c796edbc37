import Foundation
import TestSupport
import Testing

@testable import Gazetteer

/// Sorting with more than memory may hold gives what sorting in memory gives.
@Suite struct SpillingTests {
  @Test(arguments: [0, 1, 7, 1000, 20_000], [1, 2, 3] as [UInt64])
  func numbers(count: Int, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let numbers = (0..<count).map { _ in UInt64.random(in: 0..<5000, using: &random) }
    try Folder { folder in
      var sorter = NumberSorter(Spilling(folder: folder, bytes: 4096))
      for number in numbers { try sorter.append(number) }
      var sorted: [UInt64] = []
      try sorter.forEachSorted { number throws(GazetteerError) in sorted.append(number) }
      #expect(sorted == Set(numbers).sorted(), "seed \(seed)")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      #expect(files.isEmpty)
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func files(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let places =
      try (0..<400).map { number in
        Invented.place(
          "Foo \(Int.random(in: 0..<300, using: &random))", 40, 31, also: ["Bar \(number)"],
          id: "p:\(Int.random(in: 0..<300, using: &random))")
      } + Invented.places()
    try Folder { folder in
      func bytes(_ limit: Int) throws -> [UInt8] {
        let target = folder.appending(path: "\(limit).gaz")
        var work = try GazetteerImport(into: target, bytesInMemory: limit)
        try work.add(places, note: SourceNote(name: "test"))
        _ = try work.finish()
        return [UInt8](try Data(contentsOf: target))
      }
      let (spilled, held) = (try bytes(2000), try bytes(1_000_000))
      #expect(spilled == held, "seed \(seed)")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      #expect(files.count == 2)
    }
  }
}
