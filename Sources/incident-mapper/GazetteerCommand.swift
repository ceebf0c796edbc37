import ArgumentParser

struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer", abstract: "Imports gazetteers, says what is in them, and what they know of a position.",
    discussion: """
      An imported gazetteer is one file that opens in milliseconds. Give it to other commands with --gazetteer; it adds \
      to the shipped one.
      """,
    subcommands: [
      GazetteerImportCommand.self, GazetteerInstallCommand.self, GazetteerInfoCommand.self,
      GazetteerReverseCommand.self,
    ])
}
