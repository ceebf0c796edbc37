import ArgumentParser
import Formats
import Gazetteer
import Incidents
import Pipeline

struct ImportCSV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv", abstract: "Imports tables of places: CSV or TSV with a header.",
    discussion: """
      Columns under their usual names (name, lon, lat, country, kind, alternate_names …) are found by themselves; name \
      the others with the options. Which were read as what, which were not, and how many places have no country is said \
      at the end; with --format json on standard output.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The tables.", completion: .file())
  var files: [String]

  @OptionGroup var columns: ColumnOptions

  @Option(help: "The column with degrees east.")
  var lon: String?

  @Option(help: "The column with degrees north.")
  var lat: String?

  @OptionGroup var encodingOption: EncodingOption

  @Option(help: "The form in which is said how the tables were read.")
  var format = Format.text

  @OptionGroup var source: SourceOptions
  @OptionGroup var target: ImportTarget

  func run() throws {
    let (work, placeCount) = try target.run { work in
      for path in files {
        let file = InputFile.name(path)
        try work.addTable(
          InputFile.read(path), file: file,
          choice: columns.choice(source: source.source, longitude: lon, latitude: lat),
          encoding: encodingOption.encoding,
          note: source.note(file: file))
      }
    }
    switch format {
    case .text: for table in work.tables { table.lines.forEach(writeNote) }
    case .json:
      writeOutput(
        JSON.object([
          "into": .string(target.into), "entries": .number(Double(work.entryCount)),
          "left_out": .number(Double(work.lost.count)), "places": .number(Double(placeCount)),
          "tables": .array(work.tables.map(\.json)),
        ]).lines(depth: 1))
    }
  }
}

extension PlaceTableReading {
  /// What a user should know of it: what stands for what, what is not read, what is missing.
  fileprivate var lines: [String] {
    let read = columns.map { $0.header == $0.content ? $0.header : "\($0.header) (\($0.content))" }
    var lines = (encoding.remark.map { ["\(file): \($0)"] } ?? []) + ["\(file): read: \(read.joined(separator: ", "))"]
    if !unread.isEmpty { lines.append("\(file): not read: \(unread.joined(separator: ", "))") }
    if governorateCount == 0 {
      lines.append(
        "\(file): none of its governorates is a code of ISO 3166-2 or a P-code: they are found from the positions, where "
          + "boundaries are known")
    }
    guard countrylessCount > 0 else { return lines }
    let unknown = unknownCountries.map { "“\($0)”" }.joined(separator: ", ")
    lines.append(
      "\(file): \(countrylessCount) of \(counted(placeCount, "place")) without a country"
        + (unknown.isEmpty ? "" : ", such as those with \(unknown)")
        + ": say which column has it, or its two-letter code for all, with --country")
    return lines
  }

  fileprivate var json: JSON {
    .object([
      "file": .string(file), "encoding": .string(encoding.encoding.rawValue),
      "columns": .array(columns.map { ["column": .string($0.header), "read_as": .string($0.content)] }),
      "not_read": .strings(unread), "places_with_governorate_code": .optional(governorateCount),
      "places": .number(Double(placeCount)),
      "places_without_country": .number(Double(countrylessCount)), "unknown_countries": .strings(unknownCountries),
    ])
  }
}
