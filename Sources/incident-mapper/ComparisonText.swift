import Incidents
import Linking
import Publishing

/// What changed between two releases, for the terminal.
struct ComparisonText {
  let comparison: ReleaseComparison

  var text: String {
    guard !comparison.changes.isEmpty else {
      return "Nothing changed: \(counted(comparison.unchangedCount, "incident"))."
    }
    var table = TextTable(columns: [
      ("change", .left), ("date", .left), ("place", .left), ("field", .left), ("from", .left), ("to", .left),
      ("old", .left), ("new", .left),
    ])
    table.rows = comparison.changes.flatMap(rows)
    return table.text + "\n\n" + counts
  }

  private func rows(_ change: ReleaseComparison.Change) -> [[String]] {
    let record = (change.new + change.old).first
    let start = [change.kind.rawValue, record?.date?.description ?? "–", record?.place ?? "–"]
    let end = [lines(change.old), lines(change.new)]
    guard !change.differences.isEmpty else { return [start + ["", "", ""] + end] }
    return change.differences.map { start + [$0.field, $0.from ?? "–", $0.to ?? "–"] + end }
  }

  private func lines(_ records: [IncidentRecord]) -> String {
    records.map { "\($0.document):\($0.line)" }.joined(separator: ", ")
  }

  private var counts: String {
    let counts = ReleaseComparison.Kind.allCases.map { "\(comparison.count($0)) \($0.rawValue)" }
    return counts.joined(separator: ", ") + ", \(comparison.unchangedCount) unchanged"
  }
}
