import Incidents
import Publishing

/// What a run found, for the terminal.
struct RunSummary {
  let report: RunReport
  let folder: String

  var text: String {
    ([incidents, places] + report.documents.map(ledger) + report.documents.map(diagnostics) + [files])
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var incidents: String {
    let counts = Assessment.allCases.filter { report.count($0) > 0 }.map { "\(report.count($0)) \($0.rawValue)" }
    return "\(report.records.count) incidents: " + counts.joined(separator: ", ")
  }

  private var places: String {
    let mapped = report.records.count { $0.location != nil }
    return """
      \(mapped) of \(report.records.count) incidents are on a map. Of the places named, \(report.count(.resolved)) are \
      resolved, \(report.count(.ambiguous)) ambiguous, \(report.count(.unresolved)) unresolved.
      \(report.clusterCount) clusters of \(report.parameters.minimumIncidents) or more incidents within \
      \(report.parameters.clusterRadius.kilometers.formatted()) km of each other.
      """
  }

  private func ledger(_ document: RunReport.Document) -> String {
    guard !document.ledger.rows.isEmpty else { return "\(document.name) states no figures that can be checked." }
    var table = TextTable(columns: [
      ("what", .left), ("stated", .right), ("counted", .right), ("", .left), ("how", .left),
    ])
    table.rows = document.ledger.rows.map { row in
      [row.label, "\(row.stated.value)", row.counted.map(String.init) ?? "–", row.verdict.rawValue, row.basis]
    }
    let verdicts = Ledger.Verdict.allCases.map { "\(document.ledger.count($0)) \($0.rawValue)" }
    return "Ledger of \(document.name): \(verdicts.joined(separator: ", "))\n\n" + table.text
  }

  private func diagnostics(_ document: RunReport.Document) -> String {
    guard !document.diagnostics.isEmpty else { return "" }
    return "To look at in \(document.name):\n"
      + document.diagnostics.map { "  \($0)" }.joined(separator: "\n")
  }

  private var files: String {
    let maps = report.files.filter { $0.hasSuffix(".svg") }
    let others = report.files.filter { !$0.contains("/") }
    return "Written to \(folder): \(others.joined(separator: ", ")), and \(maps.count) maps:\n"
      + maps.map { "  \(folder)/\($0)" }.joined(separator: "\n")
  }
}
