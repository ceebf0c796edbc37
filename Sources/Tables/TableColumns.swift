import Formats

/// Where in the rows of a table the fields of a mapping stand.
struct TableColumns {
  /// The column of a field; nil where it has none.
  private var positions: [Int?]
  private var constants: [[UInt8]?]
  /// The columns that go to the results as they are, by number.
  let kept: [Int]

  /// - Throws: `FormatError` for a column that the table does not have.
  init(_ mapping: TableMapping, fields: [Field], file: String) throws(FormatError) {
    let names = Dictionary(
      fields.enumerated().map { (ColumnName.plain($1.name), $0) }, uniquingKeysWith: { first, _ in first })
    positions = [Int?](repeating: nil, count: TableField.allCases.count)
    constants = [[UInt8]?](repeating: nil, count: TableField.allCases.count)
    for (number, field) in TableField.allCases.enumerated() {
      switch mapping.origins[field] {
      case nil: break
      case .constant(let text): constants[number] = Array(text.utf8)
      case .column(let name):
        guard let position = names[ColumnName.plain(name)] else {
          let known = fields.prefix(40).map(\.name).joined(separator: ", ")
          throw FormatError(
            file: file, line: nil,
            problem:
              "there is no column “\(name)”, which \(mapping.name) needs for \(field.rawValue); there are: \(known)")
        }
        positions[number] = position
      }
    }
    // A column “id” that identifies the rows is what the results have as “source_id”.
    let identifier = positions[Self.number(.id)]
    kept = fields.indices.filter { $0 != identifier || !["id", "source_id"].contains(fields[$0].name.lowercased()) }
  }

  /// The column of a field.
  func position(_ field: TableField) -> Int? { positions[Self.number(field)] }

  /// Whether a field is mapped.
  func has(_ field: TableField) -> Bool { position(field) != nil || constants[Self.number(field)] != nil }

  /// What is the same for all rows.
  func constant(_ field: TableField) -> [UInt8]? { constants[Self.number(field)] }

  private static let numbers = Dictionary(uniqueKeysWithValues: TableField.allCases.enumerated().map { ($1, $0) })
  private static func number(_ field: TableField) -> Int { numbers[field] ?? 0 }
}

/// Names of columns as they are compared: case, spaces and hyphens make no difference.
enum ColumnName {
  static func plain(_ name: String) -> String {
    name.lowercased().replacing(" ", with: "_").replacing("-", with: "_").replacing("\u{FEFF}", with: "")
  }
}
