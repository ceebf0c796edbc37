/// A table in memory: CSV (RFC 4180) or TSV in UTF-8, read row by row without copying it. Tables that may be large are
/// read by `DelimitedSource`; one in another encoding is a `DecodedText` first.
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
    let fields: [RowScanner.Field]

    /// The number of fields.
    public var count: Int { fields.count }

    /// The field at a position from 0, without its quotes; empty when the row is shorter.
    public subscript(index: Int) -> String {
      guard index < fields.count else { return "" }
      let field = fields[index]
      let text = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
      guard field.hasDoubledQuotes else { return text }
      return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    }
  }

  /// The rows of a table, in order.
  public struct Rows: IteratorProtocol {
    private let bytes: [UInt8]
    private var scanner: RowScanner
    private var position: Int
    private var line = 1

    init(_ table: DelimitedText) {
      bytes = table.bytes
      scanner = RowScanner(delimiter: table.dialect.delimiter, hasQuotes: table.dialect.quotes)
      scanner.mostBytes = .max >> 1
      position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next row that is not blank; nil at the end.
    public mutating func next() -> Row? {
      let bytes = bytes
      while position < bytes.count {
        _ = scanner.scan(bytes.span, from: position, isWhole: true)
        let start = (line: line, fields: scanner.fields)
        position = scanner.end
        line += scanner.lines
        if !scanner.isBlank(bytes.span) { return Row(line: start.line, bytes: bytes, fields: start.fields) }
      }
      return nil
    }
  }
}
