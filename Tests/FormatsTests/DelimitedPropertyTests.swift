import Formats
import TestSupport
import Testing

/// Tables of random cells, written in every way, are read back as they are; how much is read at once changes nothing.
@Suite struct DelimitedPropertyTests {
  struct Table {
    var cells: [[String]]
    var bytes: [UInt8]
    var options: DelimitedOptions

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      let encoding = TextEncoding.allCases.randomElement(using: &random)!
      let delimiter = [",", ";", "\t", "|"].randomElement(using: &random)!
      let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random)!
      let letters: [String] =
        switch encoding {
        case .windows1252, .latin1: ["a", "é", "ü", " ", "\"", ",", ";", "\n", "|", "\r\n"]
        case .windows1256: ["a", "ا", "ل", "م", " ", "\"", ",", ";", "\n"]
        default: ["a", "é", "ا", "ل", "😀", " ", "\"", ",", ";", "\n", "\t", "\r\n", "\u{2029}"]
        }
      let columns = Int.random(in: 2...6, using: &random)
      let header = (0..<columns).map { "c\($0)" }
      cells = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        (0..<columns).map { column in
          // A row with something in it, so that it is not blank; words around, so that the encoding shows.
          let count = Int.random(in: 0...6, using: &random)
          let cell = (0..<count).map { _ in letters.randomElement(using: &random)! }.joined()
          return column == 0 ? "x\(cell)x" : cell
        }
      }
      let written = ([header] + cells).map { row in
        row.map { cell in
          let mustQuote =
            cell.contains { "\"\n\r\r\n".contains($0) } || cell.contains(delimiter) || cell.hasPrefix("\"")
          let quotes = mustQuote || Int.random(in: 0...3, using: &random) == 0
          return quotes
            ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : cell
        }.joined(separator: delimiter)
      }
      options = DelimitedOptions(delimiter: delimiter.utf8.first, encoding: encoding)
      bytes = encoded(written.joined(separator: lineEnd) + lineEnd, encoding)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func readsBackWhatWasWritten(seed: UInt64) throws {
    let table = Table(seed: seed)
    let whole = try ReadTable(table.bytes, options: table.options)
    #expect(whole.rows == table.cells, "seed \(seed)")
    for chunk in [1, 2, 3, 7, 64] {
      #expect(
        try ReadTable(table.bytes, options: table.options, chunkBytes: chunk) == whole,
        "seed \(seed), chunks of \(chunk)")
    }
    for (row, span) in whole.spans.enumerated() {
      let ends = row + 1 < whole.spans.count ? whole.spans[row + 1].lowerBound : table.bytes.count
      #expect(span.lowerBound < span.upperBound && span.upperBound <= ends, "seed \(seed)")
    }
  }

  /// Any bytes are read without a crash, and in the same way whatever the chunks are.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func anyBytes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet: [UInt8] = [0x22, 0x22, 0x2C, 0x2C, 0x0A, 0x0D, 0x61, 0x62, 0xC3, 0xA9, 0xE9, 0x3B]
    let bytes = Array("a,b\n".utf8) + (0..<200).map { _ in alphabet.randomElement(using: &random)! }
    let options = DelimitedOptions(delimiter: 0x2C, encoding: .utf8)
    let whole = try ReadTable(bytes, options: options)
    for chunk in [1, 5, 33] {
      #expect(try ReadTable(bytes, options: options, chunkBytes: chunk) == whole, "seed \(seed), chunks of \(chunk)")
    }
  }
}
