import ArgumentParser

@main
struct IncidentMapper: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident-mapper", abstract: "Turns written casualty reports into maps that can be defended.")
}
