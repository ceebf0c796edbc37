/// A table in a text file: CSV (RFC 4180) or TSV, read row by row without copying it.
public struct DelimitedText: Sequence, Sendable {
  /// How fields are separated and quoted.
  public enum Dialect: Sendable {
    /// Commas; a field may stand in double quotes.
    case csv
    /// Semicolons; a field may stand in double quotes.
    case semicolons
    /// Tabs; a quote is a character like any other.
    case tsv

    var delimiter: UInt8 {
      switch self {
      case .csv: UInt8(ascii: ",")
      case .semicolons: UInt8(ascii: ";")
      case .tsv: 0x09
      }
    }
    var quotes: Bool { self != .tsv }
  }

  let bytes: [UInt8]
  let dialect: Dialect

  /// A table of UTF-8 bytes; a byte order mark is skipped.
  public init(_ bytes: [UInt8], dialect: Dialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  /// The dialect of which the first line has most delimiters; commas when it has none.
  public static func dialect(of bytes: [UInt8]) -> Dialect {
    let line = bytes.prefix { $0 != 0x0A }
    func occurrences(_ dialect: Dialect) -> Int { line.count { $0 == dialect.delimiter } }
    let candidates: [Dialect] = [.tsv, .semicolons]
    return candidates.first { occurrences($0) > 0 && occurrences($0) >= occurrences(.csv) } ?? .csv
  }

  /// An iterator over the rows that are not blank.
  public func makeIterator() -> Rows { Rows(self) }

  /// One row of a table.
  public struct Row: Sendable {
    /// The line it starts on, from 1.
    public let line: Int
    let bytes: [UInt8]
    let fields: [(range: Range<Int>, isQuoted: Bool)]

    /// The number of fields.
    public var count: Int { fields.count }

    /// The field's raw bytes, quotes and all, without copying them.
    public func rawBytes(_ index: Int) -> ArraySlice<UInt8> { bytes[fields[index].range] }

    /// The field at a position from 0, without its quotes; empty when the row is shorter.
    public subscript(index: Int) -> String {
      guard index < fields.count else { return "" }
      let field = fields[index]
      let text = String(decoding: bytes[field.range], as: UTF8.self)
      guard field.isQuoted else { return text }
      var unquoted = text.dropFirst()
      if unquoted.last == "\"" { unquoted.removeLast() }
      return unquoted.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    }
  }

  /// The rows of a table, in order.
  public struct Rows: IteratorProtocol {
    private let table: DelimitedText
    private var position: Int
    private var line = 1

    init(_ table: DelimitedText) {
      self.table = table
      position = table.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next row that is not blank; nil at the end.
    public mutating func next() -> Row? {
      while position < table.bytes.count {
        let start = position
        let row = readRow()
        if row.count > 1 || position - start > 2 || row[0].contains(where: { !$0.isWhitespace }) { return row }
      }
      return nil
    }

    private mutating func readRow() -> Row {
      let startLine = line
      var fields: [(range: Range<Int>, isQuoted: Bool)] = []
      repeat { fields.append(readField()) } while consumeDelimiter()
      consumeLineEnd()
      return Row(line: startLine, bytes: table.bytes, fields: fields)
    }

    private mutating func readField() -> (range: Range<Int>, isQuoted: Bool) {
      let bytes = table.bytes
      let delimiter = table.dialect.delimiter
      let start = position
      let isQuoted = table.dialect.quotes && position < bytes.count && bytes[position] == UInt8(ascii: "\"")
      var inQuotes = isQuoted
      if isQuoted { position += 1 }
      while position < bytes.count {
        let byte = bytes[position]
        if inQuotes {
          if byte == UInt8(ascii: "\"") { inQuotes = false }
          if byte == 0x0A { line += 1 }
        } else if byte == delimiter || byte == 0x0A {
          break
        } else if isQuoted, byte == UInt8(ascii: "\"") {
          inQuotes = true
        }
        position += 1
      }
      let end = position > start && position < bytes.count && bytes[position] == 0x0A && bytes[position - 1] == 0x0D
      return (start..<(end ? position - 1 : position), isQuoted)
    }

    private mutating func consumeDelimiter() -> Bool {
      guard position < table.bytes.count, table.bytes[position] == table.dialect.delimiter else { return false }
      position += 1
      return true
    }

    private mutating func consumeLineEnd() {
      guard position < table.bytes.count else { return }
      position += 1
      line += 1
    }
  }
}
