import Formats
import Gazetteer
import Geo

/// A table of names to be looked up, with the columns `id`, `name`, and where there are any `country`, `admin1`, `lon`
/// and `lat`.
public enum BatchFile {
  /// The rows, in order. A position that is none is left out of its row.
  /// - Parameter unread: what was left out, with its line.
  /// - Throws: `FormatError` for a missing column.
  public static func read(
    _ bytes: [UInt8], file: String, unread: inout [FormatError]
  ) throws(FormatError) -> [BatchQuery] {
    let table = try HeadedTable(bytes, file: file, required: ["id", "name"])
    var queries: [BatchQuery] = []
    for row in table.rows {
      func optional(_ column: String) -> String? {
        let text = table.text(row, column)
        return text.isEmpty ? nil : text
      }
      var near: Coordinate?
      do throws(FormatError) { near = try table.coordinate(row) } catch { unread.append(error) }
      queries.append(
        BatchQuery(
          id: table.text(row, "id"), name: table.text(row, "name"), country: optional("country"),
          governorate: optional("admin1"), near: near))
    }
    return queries
  }
}
