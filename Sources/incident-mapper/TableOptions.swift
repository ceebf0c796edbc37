import ArgumentParser
import Formats
import Gazetteer
import Incidents
import Pipeline
import Publishing
import Tables

/// How the tables of a command are read.
struct TableOptions: ParsableArguments {
  @Option(
    help:
      "Whose columns a table has: \(Preset.allCases.map(\.rawValue).joined(separator: ", ")). Found out when not given."
  )
  var preset: Preset?

  @Option(
    help: ArgumentHelp(
      "A CSV that says which column holds what: rows “field,column”, such as “date,When” or “country,=SY”. "
        + "--write-mapping of convert makes one to start from.", valueName: "file"), completion: .file())
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "What stands between the fields of a table: a character or “tab”. Found out when not given.",
      valueName: "character"), transform: readDelimiter)
  var delimiter: UInt8?

  @OptionGroup var encodingOption: EncodingOption

  @Option(help: "The layer of a GeoPackage that has several.")
  var layer: String?

  func validate() throws {
    if preset != nil, mapping != nil { throw ValidationError("give --preset or --mapping, not both") }
  }

  /// What is said of the tables.
  func choice() throws -> TableChoice {
    let mapping = try mapping.map { try MappingFile.read(InputFile.read($0), file: InputFile.name($0)) }
    return TableChoice(
      preset: preset, mapping: mapping,
      layout: DelimitedOptions(delimiter: delimiter, encoding: encodingOption.encoding),
      layer: layer, say: writeNote)
  }

  /// The files that are read beside the tables.
  var files: [(path: String, role: String)] { mapping.map { [($0, "the mapping")] } ?? [] }

  /// The incidents of a run, or of a table; of its rows without a position the places are looked up.
  /// - Parameter extent: how much of each is needed.
  func records(
    in path: String, extent: IncidentRecord.Extent = .whole, resolver: () throws -> Resolver
  ) throws -> [IncidentRecord] {
    let file = try TableFile(path: path, choice: choice())
    if let records = try file.publishedRecords(extent) { return records }
    let reading = try TableReading(file, name: InputFile.name(path), resolver: resolver())
    for line in reading.findings { writeNote(line) }
    return reading.records
  }
}

extension Preset: ExpressibleByArgument {}

private func readDelimiter(_ text: String) throws -> UInt8 {
  if ["tab", "\\t", "\t"].contains(text.lowercased()) { return 0x09 }
  let bytes = Array(text.utf8)
  guard bytes.count == 1, bytes[0] >= 0x20, bytes[0] != UInt8(ascii: "\"") else {
    throw ValidationError("“\(text)” is no delimiter: give one character, such as ;, or “tab”")
  }
  return bytes[0]
}
