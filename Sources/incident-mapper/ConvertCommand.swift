import ArgumentParser
import Formats
import Foundation
import Gazetteer
import Incidents
import Pipeline

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Writes features and tables in other formats.",
    discussion: """
      Reads the incidents.geojson of a run, any GeoJSON, a GeoPackage or a table of incidents (CSV, TSV and the like: \
      ACLED, UCDP GED, Airwars, tables with HXL tags, and others through --mapping); several files become one. The rows \
      of a table become incidents, and all of its columns stay under their own names, with source_ before one that a \
      property of incidents has too. GeoJSON and GeoPackage stay as they are unless --preset or \
      --mapping says which of their properties hold what. Writes \
      \(FeatureFormat.allCases.map(\.title).joined(separator: ", ")), by the ending of each output's name, all outputs \
      from one reading. Beside an output stands a description of its fields, NAME.datapackage.json.
      """)

  @Argument(help: "The files to read.", completion: .file())
  var inputs: [String]

  @Option(name: .shortAndLong, help: "A file to write; may be given several times.", completion: .file())
  var output: [String] = []

  @Option(help: "The format of outputs whose names do not say it.")
  var format: FeatureFormat?

  @OptionGroup var tables: TableOptions

  @Flag(help: "Look up the places of rows that give no position.")
  var resolve = false

  @Option(
    help: ArgumentHelp(
      "Write how the table is read as a mapping to start from, instead of converting it.", valueName: "file"),
    completion: .file())
  var writeMapping: String?

  @OptionGroup var gazetteers: GazetteerOptions

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("name a file to read") }
    if writeMapping != nil, inputs.count > 1 { throw ValidationError("--write-mapping takes one table") }
    if output.isEmpty, writeMapping == nil { throw ValidationError("name a file to write with --output") }
  }

  func run() throws {
    try checkOutputs()
    let choice = try tables.choice()
    let inputs = distinctFiles(inputs)
    let files = try inputs.map { try TableFile(path: $0, choice: choice) }
    if let writeMapping { return try write(mappingOf: files[0], to: writeMapping) }
    let outputs = try output.map { ConversionOutput(path: $0, format: try format(of: $0)) }
    var loaded: Resolver?
    func resolver() throws -> Resolver {
      if let loaded { return loaded }
      let resolver = try gazetteers.resolver()
      loaded = resolver
      return resolver
    }
    let names = documentNames(inputs)
    let sources = try zip(files, names).map {
      try $0.features(document: $1, resolver: resolver, looksUp: resolve)
    }
    let conversion = Conversion(names: inputs.map(InputFile.name), sources: sources, outputs: outputs)
    let result = try conversion.run()
    for remark in result.remarks { writeNote(remark) }
    writeNote(
      "\(counted(result.featureCount, "feature")) with \(counted(result.fieldCount, "field")) written to "
        + output.joined(separator: ", "))
  }

  private func checkOutputs() throws {
    var check = OutputCheck(reading: inputs.map { ($0, "an input") } + tables.files + gazetteers.files)
    if let writeMapping { return try check.add(writeMapping) }
    for path in output { try check.add(described: path) }
  }

  private func write(mappingOf file: TableFile, to path: String) throws {
    try Formats.write(file.mappingToStartFrom(), to: URL(fileURLWithPath: path))
    writeNote("Written to \(path): edit it, and give it with --mapping")
  }

  private func format(of path: String) throws -> FeatureFormat {
    guard let format = FeatureFormat(path: path) ?? format else {
      throw ValidationError("the name \(path) says no format: end it with \(FeatureFormat.endings), or give --format")
    }
    return format
  }
}
