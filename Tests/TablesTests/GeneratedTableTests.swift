import Formats
import TestSupport
import Testing

@testable import Tables

/// Made-up tables of every publisher, delimiter, quoting and encoding: every field of every row is found.
@Suite struct GeneratedTableTests {
  @Test(arguments: 1...80 as ClosedRange<UInt64>)
  func everyFieldIsFound(seed: UInt64) throws {
    let table = GeneratedTable(seed: seed)
    let read = try ReadIncidents(table.bytes, options: table.options)
    let found = read.features.map { feature in
      let properties = feature.properties
      func text(_ name: String) -> String { properties[name]?.string ?? "" }
      func number(_ name: String) -> Int? { properties[name]?.number.map { Int($0) } }
      let notes = ["notes", "NOTES", "source_headline", "strike_status", "Notiz"].lazy.compactMap {
        properties[$0]?.string
      }
      return GeneratedTable.Row(
        id: properties["identifiers"]?.array?.first?.string ?? "", date: text("date"), killedMin: number("killed_min"),
        killedMax: number("killed_max"), place: text("place"), longitude: properties["longitude"]?.number,
        latitude: properties["latitude"]?.number, country: text("country"),
        governorate: properties["governorate_code"]?.string, notes: notes.first ?? "")
    }
    #expect(found == table.rows, "seed \(seed), \(table.style)")
    #expect(read.features.allSatisfy { $0.properties["flags"] == .array([]) }, "seed \(seed)")
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func chunksChangeNothing(seed: UInt64) throws {
    let table = GeneratedTable(seed: seed)
    let whole = try ReadIncidents(table.bytes, options: table.options)
    for chunk in [5, 64, 1_000] {
      let parts = try ReadIncidents(table.bytes, options: table.options, chunkBytes: chunk)
      #expect(parts.features == whole.features && parts.remarks == whole.remarks, "seed \(seed), chunks of \(chunk)")
    }
  }
}
