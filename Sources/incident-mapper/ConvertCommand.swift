import ArgumentParser
import Formats
import Foundation
import Pipeline

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Writes features in other formats.",
    discussion: """
      Reads the incidents.geojson of a run, any GeoJSON, a GeoPackage or a table of incidents; several files become \
      one. Writes \
      \(FeatureFormat.allCases.map(\.title).joined(separator: ", ")), by the ending of each output's name, all outputs \
      from one reading. Beside an output stands a description of its fields, NAME.datapackage.json.
      """)

  @Argument(help: "The files to read.", completion: .file())
  var inputs: [String]

  @Option(name: .shortAndLong, help: "A file to write; may be given several times.", completion: .file())
  var output: [String]

  @Option(help: "The format of outputs whose names do not say it.")
  var format: FeatureFormat?

  @Option(help: "The layer of a GeoPackage that has several.")
  var layer: String?

  @OptionGroup var gazetteers: GazetteerOptions

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("name a file to read") }
    if output.isEmpty { throw ValidationError("name a file to write with --output") }
    let names = output.map { URL(filePath: $0).standardizedFileURL }
    guard Set(names).count == names.count else { throw ValidationError("an --output is named twice") }
  }

  func run() throws {
    let outputs = try output.map { ConversionOutput(path: $0, format: try format(of: $0)) }
    let conversion = Conversion(
      inputs: inputs.map { FeatureInput(path: $0, layer: layer) }, outputs: outputs, resolver: gazetteers.resolver)
    let result = try conversion.run()
    for remark in result.remarks { writeNote(remark) }
    writeNote(
      "\(result.featureCount) features with \(result.fieldCount) fields written to \(output.joined(separator: ", "))")
  }

  private func format(of path: String) throws -> FeatureFormat {
    guard let format = FeatureFormat(path: path) ?? format else {
      throw ValidationError("the name \(path) says no format: end it with \(FeatureFormat.endings), or give --format")
    }
    return format
  }
}
