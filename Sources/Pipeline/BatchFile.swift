import Formats
import Gazetteer

/// A table of names to be looked up, with the columns `id`, `name`, and where there are any `country`, `admin1`, `lon`
/// and `lat`.
public enum BatchFile {
  /// The rows, in order.
  /// - Throws: `FormatError` with the line, for a missing column or a coordinate that is none.
  public static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> [BatchQuery] {
    let table = try HeadedTable(bytes, file: file, required: ["id", "name"])
    var queries: [BatchQuery] = []
    for row in table.rows {
      func optional(_ column: String) -> String? {
        let text = table.text(row, column)
        return text.isEmpty ? nil : text
      }
      queries.append(
        BatchQuery(
          id: table.text(row, "id"), name: table.text(row, "name"), country: optional("country"),
          governorate: optional("admin1"), near: try table.coordinate(row)))
    }
    return queries
  }
}
