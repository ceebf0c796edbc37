import ArgumentParser

struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer", abstract: "Asks gazetteers what they know.",
    subcommands: [GazetteerReverseCommand.self])
}
