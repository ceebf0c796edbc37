import Formats

/// Where in the rows of a table the fields of a mapping stand.
struct TableColumns {
  /// The column of a field; nil where it has none.
  private var positions: [Int?]
  private var constants: [[UInt8]?]
  private let names: [String]
  /// The columns that go to the results as they are, by number.
  let kept: [Int]

  /// - Throws: `FormatError` for a column that the table does not have.
  init(_ mapping: TableMapping, fields: [Field], file: String) throws(FormatError) {
    names = fields.map(\.name)
    let numbers = Dictionary(
      fields.enumerated().map { (ColumnName.plain($1.name), $0) }, uniquingKeysWith: { first, _ in first })
    positions = [Int?](repeating: nil, count: TableField.allCases.count)
    constants = [[UInt8]?](repeating: nil, count: TableField.allCases.count)
    for (number, field) in TableField.allCases.enumerated() {
      switch mapping.origins[field] {
      case nil: break
      case .constant(let text): constants[number] = Array(text.utf8)
      case .column(let name):
        guard let position = numbers[ColumnName.plain(name)] else {
          throw FormatError(
            file: file, line: nil,
            problem:
              "there is no column “\(name)”, which \(mapping.name) needs for \(field.rawValue); --write-mapping FILE lists "
              + "those of the table")
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

  /// The name of the column of a field; nil where it has none.
  func name(_ field: TableField) -> String? { position(field).map { names[$0] } }

  /// Whether a field is mapped.
  func has(_ field: TableField) -> Bool { position(field) != nil || constants[Self.number(field)] != nil }

  /// What is the same for all rows.
  func constant(_ field: TableField) -> [UInt8]? { constants[Self.number(field)] }

  private static let numbers = Dictionary(uniqueKeysWithValues: TableField.allCases.enumerated().map { ($1, $0) })
  private static func number(_ field: TableField) -> Int { numbers[field] ?? 0 }
}

/// Names of columns as they are compared: case, spaces, hyphens and brackets make no difference.
enum ColumnName {
  static func plain(_ name: String) -> String {
    var plain = ""
    for character in name.lowercased() where !"()[]\u{FEFF}".contains(character) {
      plain.append(" -".contains(character) ? "_" : character)
    }
    return plain
  }
}
