/// What a user says of a delimited table; what is nil is found out from the table.
public struct DelimitedOptions: Hashable, Sendable {
  /// The byte between fields.
  public var delimiter: UInt8?
  /// The encoding.
  public var encoding: TextEncoding?

  /// Nothing, unless given.
  public init(delimiter: UInt8? = nil, encoding: TextEncoding? = nil) {
    (self.delimiter, self.encoding) = (delimiter, encoding)
  }
}

/// How the rows of a table are laid out: found from its first rows.
struct DelimitedLayout: Hashable {
  /// The byte between fields.
  var delimiter: UInt8
  /// The names of the columns, each once.
  var columns: [String]
  /// The tags of the Humanitarian Exchange Language, one for each column and empty where it has none; empty without a
  /// row of tags (https://hxlstandard.org/standard/1-1final/).
  var tags: [String]
  /// How many rows, blank ones included, stand before the first row of data.
  var leadingRows: Int
  /// The lines of rows before the header, taken for titles.
  var titleLines: [Int]

  /// Rows that are looked through for a header and for tags (the HXL standard has the tags among the first 25).
  private static let sampleRows = 25
  /// Bytes that may part fields, in the order of preference.
  private static let candidates: [UInt8] = [0x09, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]

  /// The layout of a table.
  /// - Parameters:
  ///   - sample: its beginning, in UTF-8.
  ///   - isWhole: whether that is all of it.
  /// - Throws: `FormatError` for a table without any row.
  init(sample: [UInt8], isWhole: Bool, delimiter given: UInt8?, file: String) throws(FormatError) {
    let found = given.map { [$0] } ?? Self.candidates
    let samples = found.map { (delimiter: $0, rows: Self.rows(sample, isWhole: isWhole, delimiter: $0)) }
    let best = samples.enumerated().max { left, right in
      let (a, b) = (Self.score(left.element.rows), Self.score(right.element.rows))
      return (a.rows, a.columns, -left.offset) < (b.rows, b.columns, -right.offset)
    }
    guard let best = best?.element, !best.rows.isEmpty else {
      throw FormatError(
        file: file, line: nil, problem: "the file is empty; expected a table whose first row names its columns")
    }
    delimiter = best.delimiter
    let rows = best.rows
    let most = Self.score(rows).columns
    let tagRow = rows.firstIndex { Self.isTagged($0.cells) }
    let first = rows.firstIndex { most < 2 || $0.cells.count { !$0.isEmpty } > 1 } ?? 0
    let header = tagRow.map { max(0, $0 - 1) } ?? first
    tags = tagRow.map { rows[$0].cells.map(Self.tag) } ?? []
    columns = Self.unique(rows[header].cells)
    leadingRows = rows[max(header, tagRow ?? header)].number + 1
    titleLines = rows[..<header].map(\.line)
    if !tags.isEmpty { tags += [String](repeating: "", count: max(0, columns.count - tags.count)) }
  }

  private struct SampleRow {
    var number: Int
    var line: Int
    var cells: [String]
  }

  /// The first rows that are not blank.
  private static func rows(_ sample: [UInt8], isWhole: Bool, delimiter: UInt8) -> [SampleRow] {
    var scanner = RowScanner(delimiter: delimiter, hasQuotes: true)
    var rows: [SampleRow] = []
    var (position, line, number) = (0, 1, 0)
    while position < sample.count, rows.count < sampleRows {
      let outcome = scanner.scan(sample.span, from: position, isWhole: isWhole)
      guard outcome == .row || outcome == .unclosedQuote else { break }
      if !scanner.isEmpty(sample.span) {
        let cells = scanner.fields.map { String(decoding: scanner.text(of: $0, in: sample), as: UTF8.self).trimmed }
        rows.append(SampleRow(number: number, line: line, cells: cells))
      }
      position = scanner.end
      line += scanner.lines
      number += 1
    }
    return rows
  }

  /// The number of columns that most rows have, and of those rows; one column is no table.
  private static func score(_ rows: [SampleRow]) -> (rows: Int, columns: Int) {
    let counts = Dictionary(grouping: rows, by: \.cells.count).mapValues(\.count)
    guard let best = counts.filter({ $0.key > 1 }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return (0, min(rows.count, 1))
    }
    return (best.value, best.key)
  }

  private static func isTagged(_ cells: [String]) -> Bool {
    let written = cells.filter { !$0.isEmpty }
    return !written.isEmpty && written.allSatisfy { $0.hasPrefix("#") && $0.dropFirst().first?.isLetter == true }
  }

  /// A tag in small letters without spaces: `#geo+lat` for `#geo +lat`.
  private static func tag(_ cell: String) -> String { cell.lowercased().filter { !$0.isWhitespace } }

  /// Names that are all there and all different: `column 3` for an empty one, `name 2` for the second of a name.
  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.enumerated().map { index, name in
      let base = name.isEmpty ? "column \(index + 1)" : name
      var unique = base
      var number = 2
      while !seen.insert(unique).inserted {
        unique = "\(base) \(number)"
        number += 1
      }
      return unique
    }
  }
}

extension RowScanner {
  /// The bytes of a field, with quotes that are doubled as one.
  func text(of field: Field, in bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    append(field, of: bytes, to: &text)
    return text
  }

  /// Appends the bytes of a field, with quotes that are doubled as one.
  func append(_ field: Field, of bytes: [UInt8], to text: inout [UInt8]) {
    var start = field.start
    if field.hasDoubledQuotes {
      while let quote = bytes[start..<field.end].firstIndex(of: UInt8(ascii: "\"")) {
        text.append(contentsOf: bytes[start...quote])
        start = quote + 2
      }
    }
    text.append(contentsOf: bytes[start..<field.end])
  }
}

extension String {
  /// Without the white space around it.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
