import Formats
import Incidents

/// A mapping as a file: a CSV whose rows say what each field of an incident is read from.
///
///     field,column
///     date,When
///     longitude,Lon
///     latitude,Lat
///     country,=SY
///     date_order,=day-first
///
/// A value after `=` is the same for all rows. Lines that begin with `#` are remarks.
public enum MappingFile {
  private static let dateOrder = "date_order"
  private static let decimalComma = "decimal_comma"
  private static let codes = "codes"
  private static let separator = "source_separator"

  /// Reads a mapping.
  /// - Throws: `FormatError` with the line of what is no field, or is said twice.
  public static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> TableMapping {
    var mapping = TableMapping(name: file, origins: [:])
    var seen: Set<String> = []
    for row in DelimitedText(bytes, dialect: DelimitedText.dialect(of: bytes)) {
      let (name, value) = (row[0].trimmedText.lowercased(), row[1].trimmedText)
      if name.hasPrefix("#") || (name == "field" && seen.isEmpty) { continue }
      func broken(_ problem: String) -> FormatError { FormatError(file: file, line: row.line, problem: problem) }
      guard seen.insert(name).inserted else { throw broken("\(name) is given twice") }
      if value.isEmpty { continue }
      try set(name, value, in: &mapping, broken)
    }
    guard !mapping.origins.isEmpty else {
      throw FormatError(
        file: file, line: nil, problem: "it maps no field; expected rows such as “date,When” after “field,column”")
    }
    return mapping
  }

  private static func set(
    _ name: String, _ value: String, in mapping: inout TableMapping, _ broken: (String) -> FormatError
  ) throws(FormatError) {
    let constant = value.hasPrefix("=") ? value.dropFirst().description.trimmedText : nil
    if let field = TableField(rawValue: name) {
      try check(field, constant, broken)
      mapping.origins[field] = constant.map(TableMapping.Origin.constant) ?? .column(value)
      return
    }
    let option = constant ?? value
    switch name {
    case dateOrder: mapping.dateOrder = try choice(option, name, broken)
    case codes: mapping.codes = try choice(option, name, broken)
    case decimalComma:
      guard let flag = ["yes": true, "true": true, "no": false, "false": false][option.lowercased()] else {
        throw broken("\(name) is “\(option)”; expected =yes or =no")
      }
      mapping.hasDecimalCommas = flag
    case separator:
      guard option.utf8.count == 1, let character = option.first else {
        throw broken("\(name) is “\(option)”; expected one character, such as =;")
      }
      mapping.sourceSeparator = character
    default:
      if TableField(rawValue: option.lowercased()) != nil {
        throw broken(
          "“\(name)” is no field of an incident; the field stands first and the column second: \(option),\(name)")
      }
      let fields = TableField.allCases.map(\.rawValue).joined(separator: ", ")
      throw broken(
        "“\(name)” is no field of an incident; there are \(fields), and the options \(dateOrder), \(codes), "
          + "\(decimalComma) and \(separator)")
    }
  }

  private static func check(
    _ field: TableField, _ constant: String?, _ broken: (String) -> FormatError
  ) throws(FormatError) {
    guard let constant else { return }
    if field == .victims, Victims(rawValue: constant) == nil {
      throw broken(
        "“\(constant)” are no victims; there are \(Victims.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if [.longitude, .latitude, .coordinates].contains(field) {
      throw broken("\(field.rawValue) cannot be the same for all rows; name the column that holds it")
    }
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ name: String, _ broken: (String) -> FormatError
  ) throws(FormatError) -> Choice {
    guard let choice = Choice(rawValue: text.lowercased()) else {
      throw broken(
        "\(name) is “\(text)”; expected \(Choice.allCases.map { "=\($0.rawValue)" }.joined(separator: " or "))")
    }
    return choice
  }

  /// A mapping as a file to start from: what is mapped, then as remarks the fields that are not, and the columns of the
  /// table that no field is read from.
  public static func write(_ mapping: TableMapping, columns: [String]) -> [UInt8] {
    var rows: [[String]] = []
    var used: Set<String> = []
    for field in TableField.allCases {
      switch mapping.origins[field] {
      case .column(let name):
        rows.append([field.rawValue, name])
        used.insert(ColumnName.plain(name))
      case .constant(let text): rows.append([field.rawValue, "=" + text])
      case nil: rows.append(["#" + field.rawValue, ""])
      }
    }
    rows.append([codes, "=" + mapping.codes.rawValue])
    rows.append([
      mapping.dateOrder == nil ? "#" + dateOrder : dateOrder, "=" + (mapping.dateOrder ?? .dayFirst).rawValue,
    ])
    rows.append([
      mapping.hasDecimalCommas == nil ? "#" + decimalComma : decimalComma,
      mapping.hasDecimalCommas == false ? "=no" : "=yes",
    ])
    rows.append([separator, "=" + String(mapping.sourceSeparator)])
    rows += columns.filter { !used.contains(ColumnName.plain($0)) }.map { ["# not used", $0] }
    return table(rows)
  }

  /// The rows as CSV. `CSV.write` would put an apostrophe before what begins with “=”.
  private static func table(_ rows: [[String]]) -> [UInt8] {
    let lines = ([["field", "column"]] + rows).map { row in
      row.map { $0.contains { ",\"\n".contains($0) } ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }.joined(
        separator: ",")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

extension String {
  fileprivate var trimmedText: String { Array(utf8)[...].trimmed.string }
}
