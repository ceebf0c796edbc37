import Formats
import Incidents
public import Linking

/// What changed between two releases, as JSON and as CSV.
public enum ComparisonFiles {
  /// An object with the counts and the list of changes.
  public static func json(_ comparison: ReleaseComparison) -> [UInt8] {
    var counts = ["unchanged": JSON.number(Double(comparison.unchangedCount))]
    for kind in ReleaseComparison.Kind.allCases { counts[kind.rawValue] = .number(Double(comparison.count(kind))) }
    let json = JSON.object(["counts": .object(counts), "changes": .array(comparison.changes.map(change))])
    return Array((json.text + "\n").utf8)
  }

  private static func change(_ change: ReleaseComparison.Change) -> JSON {
    .object([
      "change": .string(change.kind.rawValue), "basis": .string(change.basis),
      "old": .array(change.old.map(record)), "new": .array(change.new.map(record)),
      "fields": .array(
        change.differences.map { difference in
          .object([
            "field": .string(difference.field), "from": .optional(difference.from), "to": .optional(difference.to),
          ])
        }),
    ])
  }

  private static func record(_ record: IncidentRecord) -> JSON {
    .object([
      "id": .string(record.id), "date": .optional(record.date?.description),
      "assessment": .string(record.assessment.rawValue), "place": .optional(record.place),
      "country": .optional(record.country), "sources": .strings(record.sources),
      "identifiers": .strings(record.identifiers), "killed": .optional(record.killed?.description),
      "injured": .optional(record.injured?.description), "document": .string(record.document),
      "line": .number(Double(record.line)),
    ])
  }

  /// The columns of the table.
  public static let columns = [
    "change", "field", "from", "to", "date", "place", "country", "sources", "old_id", "new_id", "basis",
  ]

  /// One row for each field of each change, and one for a change without.
  public static func rows(_ comparison: ReleaseComparison) -> [[String]] {
    comparison.changes.flatMap { change -> [[String]] in
      guard let record = (change.new + change.old).first else { return [] }
      let fields = change.differences.isEmpty ? [["", "", ""]] : change.differences.map(cells)
      return fields.map { cells in
        [change.kind.rawValue] + cells
          + [
            record.date?.description ?? "", record.place ?? "", record.country ?? "",
            record.sources.joined(separator: "; "), change.old.map(\.id).joined(separator: "; "),
            change.new.map(\.id).joined(separator: "; "), change.basis,
          ]
      }
    }
  }

  private static func cells(_ difference: Difference) -> [String] {
    [difference.field, difference.from ?? "", difference.to ?? ""]
  }

  /// The table as CSV.
  public static func csv(_ comparison: ReleaseComparison) -> [UInt8] {
    CSV.write(header: columns, rows: rows(comparison))
  }
}
