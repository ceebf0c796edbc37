import Formats
import Gazetteer
import Geo

/// A table of names to be looked up.
public struct BatchFile: Sendable {
  /// The rows, in order.
  public private(set) var queries: [BatchQuery] = []
  /// What a user should know of how it was read: an encoding that was assumed, columns that are not read, positions that
  /// are none, identifiers that stand in several rows.
  public private(set) var notes: [String] = []

  /// What tables call each column, the usual first. Policy table.
  private static let columns = [
    "id": ["id", "ids", "identifier"], "name": ["name", "place", "place_name", "location"],
    "country": ["country", "country_code", "adm0", "admin0", "iso2", "iso3"],
    "admin1": ["admin1", "adm1", "governorate", "province", "admin1_name", "adm1_en"],
    // Columns called `longitude` and `latitude` are rather answers that the table has than hints at where the place is.
    "lon": ["lon"], "lat": ["lat"],
  ]

  /// Reads a table. A row without an identifier has the number of its line. A position that is none is left out of its
  /// row.
  /// - Parameter encoding: found out when not given.
  /// - Throws: `FormatError` for what is no text, and for a table without names.
  public init(_ bytes: [UInt8], file: String, encoding: TextEncoding? = nil) throws(FormatError) {
    let table = try HeadedTable(bytes, file: file, required: ["name"], called: Self.columns, encoding: encoding)
    if let remark = table.encoding.remark { notes.append("\(file): \(remark)") }
    if !table.unread.isEmpty { notes.append("\(file): not read: \(table.unread.joined(separator: ", "))") }
    for row in table.rows {
      func optional(_ column: String) -> String? {
        let text = table.text(row, column)
        return text.isEmpty ? nil : text
      }
      var near: Coordinate?
      do throws(FormatError) { near = try table.coordinate(row) } catch {
        notes.append("\(error); the name is looked up without it")
      }
      queries.append(
        BatchQuery(
          id: optional("id") ?? "\(row.line)", name: table.text(row, "name"), country: optional("country"),
          governorate: optional("admin1"), near: near))
    }
    noteRepeated(file: file)
  }

  /// Answers are joined to their rows by the identifier.
  private mutating func noteRepeated(file: String) {
    var seen: Set<String> = []
    let repeated = queries.map(\.id).filter { !seen.insert($0).inserted }
    guard let first = repeated.first else { return }
    let count = Set(repeated).count
    notes.append("\(file): \(count) id\(count == 1 ? " stands" : "s stand") in several rows, first “\(first)”")
  }
}
