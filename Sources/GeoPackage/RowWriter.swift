import Formats
import GRDB
import GRDBSQLite

/// Runs one statement for many rows. GRDB prepares it; the values go to SQLite without a box for each, because a million
/// rows have forty million of them.
struct RowWriter {
  private let statement: Statement
  private let pointer: SQLiteStatement

  init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    pointer = statement.sqliteStatement
  }

  /// Sets the parameter of that number, from 1.
  func bind(_ number: Int64, at index: Int32) { sqlite3_bind_int64(pointer, index, number) }

  /// Sets the parameter of that number, from 1, to the value of a field.
  func bind(_ value: FeatureBatch.Value, at index: Int32, text: UnsafeRawBufferPointer) {
    switch value {
    case .missing: sqlite3_bind_null(pointer, index)
    case .text(let range):
      let bytes = range.bytes
      // A text of no bytes needs an address all the same: without one it would be null.
      let start = bytes.isEmpty ? nil : text.baseAddress?.advanced(by: bytes.lowerBound)
      if let characters = start?.assumingMemoryBound(to: CChar.self) {
        sqlite3_bind_text(pointer, index, characters, Int32(bytes.count), nil)
      } else {
        sqlite3_bind_text(pointer, index, "", 0, nil)
      }
    case .integer(let number): sqlite3_bind_int64(pointer, index, Int64(number))
    case .number(let number): sqlite3_bind_double(pointer, index, number)
    case .boolean(let flag): sqlite3_bind_int64(pointer, index, flag ? 1 : 0)
    }
  }

  /// Sets the parameter to null.
  func bindNull(at index: Int32) { sqlite3_bind_null(pointer, index) }

  /// Runs the statement. What was bound without a copy may be gone afterwards.
  func step() throws {
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errstr(code)))
    }
  }

  /// Runs the statement with a blob.
  func step(binding blob: [UInt8], at index: Int32) throws {
    try blob.withUnsafeBytes { bytes in
      sqlite3_bind_blob(pointer, index, bytes.baseAddress, Int32(bytes.count), nil)
      try step()
    }
  }
}
