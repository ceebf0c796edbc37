import Formats
import Foundation
import TestSupport
import Testing

@testable import Gazetteer

/// A file read in parts has the same rows on the same lines as the file read at once.
@Suite struct LinePartsTests {
  @Test(arguments: [1, 2, 3, 7, 64, 100_000], [1, 2] as [UInt64])
  func parts(partBytes: Int, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let lines = (0..<60).map { number in
      let word = String(repeating: "é", count: Int.random(in: 0...9, using: &random))
      return number % 13 == 5 ? "" : "\(number)\t\(word)\tx"
    }
    let text = lines.joined(separator: seed == 1 ? "\n" : "\r\n") + (seed == 1 ? "\n" : "")
    try Folder { folder in
      let file = folder.appending(path: "a.txt")
      try Data(text.utf8).write(to: file)
      var parts = try LineParts(path: file.path(percentEncoded: false), partBytes: partBytes)
      var read: [[String]] = []
      while let (rows, linesBefore) = try parts.next() {
        read += rows.map { row in ["\(linesBefore + row.line)"] + (0..<row.count).map { row[$0] } }
      }
      let whole = DelimitedText(Array(text.utf8), dialect: .tsv).map { row in
        ["\(row.line)"] + (0..<row.count).map { row[$0] }
      }
      #expect(read == whole, "seed \(seed), parts of \(partBytes)")
    }
  }

  @Test func aZippedFileIsRefused() throws {
    try Folder { folder in
      let file = folder.appending(path: "a.zip")
      try Data([0x50, 0x4B, 3, 4, 0, 0]).write(to: file)
      var parts = try LineParts(path: file.path(percentEncoded: false))
      let error = #expect(throws: GazetteerError.self) { _ = try parts.next() }
      #expect(error?.problem.contains("zipped") == true)
    }
  }
}
