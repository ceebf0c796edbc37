import Analysis
import ArgumentParser
import Incidents

/// Which incidents a command is about: by time and assessment.
struct SelectionOptions: ParsableArguments {
  @Option(help: "The first day, as YYYY-MM-DD.", transform: readDate)
  var from: CalendarDate?

  @Option(help: "The last day, as YYYY-MM-DD.", transform: readDate)
  var to: CalendarDate?

  @Option(help: "An assessment; may be given several times.")
  var assessment: [Assessment] = []

  func validate() throws {
    if let from, let to, from > to { throw ValidationError("--from is later than --to") }
  }

  var filter: IncidentFilter { IncidentFilter(from: from, through: to, assessments: Set(assessment)) }
}
