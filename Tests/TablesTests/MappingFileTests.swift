import Formats
import Testing

@testable import Tables

@Suite struct MappingFileTests {
  @Test func readsFieldsConstantsAndOptions() throws {
    let text = """
      field,column
      # a remark
      date,"When, where"
      longitude,Lon
      latitude,Lat
      country,=SY
      victims,=civilians
      date_order,=month-first
      decimal_comma,=yes
      codes,=acled
      source_separator,=|
      actor,

      """
    let mapping = try MappingFile.read(Array(text.utf8), file: "m.csv")
    #expect(mapping.origins[.date] == .column("When, where"))
    #expect(mapping.origins[.country] == .constant("SY"))
    #expect(mapping.origins[.actor] == nil)
    #expect(mapping.dateOrder == .monthFirst)
    #expect(mapping.hasDecimalCommas == true)
    #expect(mapping.codes == .acled)
    #expect(mapping.sourceSeparator == "|")
  }

  @Test(arguments: [
    ("date,When\nfoo,Bar\n", "m.csv:2: “foo” is no field"),
    ("When,date\n", "the field stands first and the column second: date,when"),
    ("date,When\ndate,Then\n", "m.csv:2: date is given twice"),
    ("date,When\ndate_order,=sideways\n", "m.csv:2: date_order is “sideways”; expected =day-first or =month-first"),
    ("longitude,=43\n", "m.csv:1: longitude cannot be the same"), ("victims,=cats\n", "m.csv:1: “cats” are no victims"),
    ("field,column\n", "it maps no field"), ("date,When\ndecimal_comma,=perhaps\n", "m.csv:2: decimal_comma"),
  ])
  func refuses(text: String, problem: String) {
    let error = #expect(throws: FormatError.self) { try MappingFile.read(Array(text.utf8), file: "m.csv") }
    #expect(error?.description.contains(problem) == true, "\(String(describing: error))")
  }

  @Test func aMissingColumnIsNamed() throws {
    let mapping = try MappingFile.read(Array("date,When\nplace,Where\n".utf8), file: "m.csv")
    let error = #expect(throws: FormatError.self) { try ReadIncidents("When,Place\n2020-05-09,x\n", mapping: mapping) }
    #expect(error?.problem.contains("there is no column “Where”, which m.csv needs for place") == true)
  }

  /// What is written to start from reads a table in the same way.
  @Test(arguments: [PresetTests.acled, PresetTests.oldACLED, PresetTests.ucdp, PresetTests.airwars])
  func aWrittenMappingReadsTheSame(table: String) throws {
    let rows = try DelimitedSource(.bytes(Array(table.utf8)), file: "t.csv")
    let preset = Preset.detected(fields: rows.fields, tags: [])
    let mapping = try TableMapping(preset, fields: rows.fields, file: "t.csv")
    let written = try MappingFile.read(MappingFile.write(mapping, columns: rows.fields.map(\.name)), file: "m.csv")
    #expect(written.origins == mapping.origins)
    #expect(try ReadIncidents(table, mapping: written).features == ReadIncidents(table).features)
  }
}
