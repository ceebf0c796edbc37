import ArgumentParser

/// Every command prints data on standard output, and words and progress on standard error. ArgumentParser turns a
/// thrown error into exit status 1 and wrong usage into 64; this is the only such table.
@main
struct IncidentMapper: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident-mapper",
    abstract: "Turns written casualty reports into maps that can be defended.",
    discussion: """
      Every point on a map says which sentence it came from, which gazetteer entry it was matched to and why, how sure \
      that match is, and how far off it may be.
      """,
    version: "0.1.0",
    subcommands: [
      MapCommand.self, RenderCommand.self, ResolveCommand.self, QueryCommand.self, DiffCommand.self,
      ClusterCommand.self, ConvertCommand.self, GazetteerCommand.self,
    ])

  static func main() {
    Interruption.removesUnfinishedFiles()
    main(nil)
  }
}
