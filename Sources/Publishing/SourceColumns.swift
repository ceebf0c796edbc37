import Formats
import Incidents

extension IncidentFields {
  /// The columns of the tables that incidents are from, in the order in which they are first seen.
  public static func columns(of records: [IncidentRecord]) -> [Field] {
    var fields: [Field] = []
    var numbers: [String: Int] = [:]
    var isStated: [Bool] = []
    for column in records.lazy.flatMap(\.columns) {
      let number = numbers[column.name] ?? fields.count
      if number == fields.count {
        numbers[column.name] = number
        fields.append(Field(column.name, .text, "Column “\(column.name)” of the table."))
        isStated.append(false)
      }
      guard let kind = column.value.kind else { continue }
      fields[number].kind = isStated[number] ? fields[number].kind.holding(kind) : kind
      isStated[number] = true
    }
    return fields
  }
}

extension SourceColumn.Value {
  /// What a field of such values holds; nil for a missing one.
  fileprivate var kind: Field.Kind? {
    switch self {
    case .missing: nil
    case .text: .text
    case .number: .number
    case .flag: .boolean
    case .json: .json
    }
  }
}

extension Field.Kind {
  /// The kind of a field that has values of both.
  fileprivate func holding(_ other: Field.Kind) -> Field.Kind { self == other ? self : .json }
}
