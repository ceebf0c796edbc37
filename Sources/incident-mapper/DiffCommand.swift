import ArgumentParser
import Gazetteer
import Incidents
import Linking
import Pipeline
import Publishing

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Says what changed between two releases, or two runs.",
    discussion: """
      Each file is a release's text or the incidents.geojson of a run. An incident of both is recognized by its \
      identifier, else by date, place and source, however the place is spelled. What several incidents fit equally \
      well is listed as ambiguous and not decided.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  @Argument(help: "The older release or run.", completion: .file())
  var old: String

  @Argument(help: "The newer release or run.", completion: .file())
  var new: String

  @Option(help: "The form of the output.")
  var format = Format.text

  @OptionGroup var gazetteers: GazetteerOptions

  func run() throws {
    var loaded: Resolver?
    func resolver() throws -> Resolver {
      if let loaded { return loaded }
      let resolver = try gazetteers.resolver()
      loaded = resolver
      return resolver
    }
    let names = InputFile.name(old) == InputFile.name(new) ? [old, new] : [InputFile.name(old), InputFile.name(new)]
    let older = try ReleaseFile.records(InputFile.read(old), name: names[0], resolver: resolver)
    let newer = try ReleaseFile.records(InputFile.read(new), name: names[1], resolver: resolver)
    let comparison = ReleaseComparison(old: older, new: newer)
    switch format {
    case .text: print(ComparisonText(comparison: comparison).text)
    case .csv: writeOutput(ComparisonFiles.csv(comparison))
    case .json: writeOutput(ComparisonFiles.json(comparison))
    }
  }
}
