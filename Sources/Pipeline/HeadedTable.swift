import Formats
import Geo

/// A table whose first row names its columns.
struct HeadedTable {
  let rows: [DelimitedText.Row]
  /// The names of the columns, as they are written.
  let names: [String]
  private let file: String
  private let columns: [String: Int]
  /// The columns that go by none of the names asked for.
  let unread: [String]
  /// The encoding, and what that rests on.
  let encoding: EncodingFinding

  /// - Parameters:
  ///   - called: what a column may be called, by what it is asked for as; nil takes every name as it is.
  ///   - encoding: found out when not given.
  /// - Throws: `FormatError` for what is no text, and when a required column is missing.
  init(
    _ bytes: [UInt8], file: String, required: [String], called spellings: [String: [String]]? = nil,
    encoding: TextEncoding? = nil
  ) throws(FormatError) {
    self.file = file
    let text = try DecodedText(bytes, file: file, encoding: encoding)
    self.encoding = text.encoding
    let all = Array(DelimitedText(text.bytes, dialect: DelimitedText.dialect(of: text.bytes)))
    guard let header = all.first else {
      throw FormatError(
        file: file, line: nil, problem: "the file is empty; expected a header: \(required.joined(separator: ","))")
    }
    let names = (0..<header.count).map { header[$0] }
    self.names = names
    let named = Dictionary(zip(names.map { $0.lowercased() }, names.indices), uniquingKeysWith: { first, _ in first })
    columns = spellings?.compactMapValues { $0.lazy.compactMap { named[$0] }.first } ?? named
    let read = Set(columns.values)
    unread = names.enumerated().filter { !read.contains($0.offset) }.map(\.element)
    rows = Array(all.dropFirst())
    for name in required where columns[name] == nil {
      throw FormatError(
        file: file, line: header.line,
        problem: "there is no column “\(name)”; the header has: \(names.joined(separator: ", "))")
    }
  }

  /// The field of that column; empty when there is none.
  func text(_ row: DelimitedText.Row, _ column: String) -> String {
    columns[column].map { row[$0] } ?? ""
  }

  /// The coordinate in `lon` and `lat`; nil when both are empty.
  /// - Throws: `FormatError` with the line, for anything else that is no coordinate.
  func coordinate(_ row: DelimitedText.Row) throws(FormatError) -> Coordinate? {
    let (longitude, latitude) = (text(row, "lon"), text(row, "lat"))
    if longitude.isEmpty && latitude.isEmpty { return nil }
    guard let x = Double(longitude), let y = Double(latitude) else {
      throw FormatError(
        file: file, line: row.line,
        problem: "lon “\(longitude)” and lat “\(latitude)” are not decimal degrees, such as 39.01 and 35.95")
    }
    do { return try Coordinate(longitude: x, latitude: y) } catch {
      throw FormatError(file: file, line: row.line, problem: "\(error)")
    }
  }
}
