import Formats
import Foundation
import GRDB
import GRDBSQLite
import Geo

/// The features of a layer of a GeoPackage (OGC 12-128r17), by anyone: points, lines and areas in WGS 84.
public struct GeoPackageSource: FeatureSource {
  /// What its features have in common.
  public let layer: FeatureLayer
  /// What was found imperfect so far.
  public private(set) var remarks = SourceRemarks()
  private let file: String
  private let queue: DatabaseQueue
  private let table: LayerTable

  /// How many features a batch has at most.
  private static let batchCount = 2_000

  /// The remark on a column that is left out.
  public static let binaryColumn = "a column of binary data is left out"

  /// Whether a file begins like one of SQLite.
  public static func isSQLite(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: "SQLite format 3\0".utf8) }

  /// A layer of a file.
  /// - Parameters:
  ///   - file: its name, for messages.
  ///   - layer: the layer's name; nil when the file has only one.
  /// - Throws: `FormatError` for a file that is no GeoPackage, a choice among several layers, or coordinates that are
  ///   not those of WGS 84.
  public init(path: String, file: String, layer: String? = nil) throws {
    self.file = file
    var configuration = Configuration()
    configuration.readonly = true
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      table = try queue.read { db in try LayerTable(db, file: file, chosen: layer) }
    } catch let error as DatabaseError {
      throw FormatError(
        file: file, line: nil, problem: "it is no GeoPackage, or damaged: \(error.message ?? "\(error)")")
    }
    self.layer = table.layer
    for column in table.skipped {
      remarks.add(.lost, Self.binaryColumn, at: nil, detail: "“\(column)”")
    }
  }

  /// Reads all features, batch by batch.
  public mutating func read(into body: (FeatureBatch) throws -> Void) throws {
    var remarks = remarks
    defer { self.remarks = remarks }
    var batch = FeatureBatch(fields: layer.fields)
    do {
      try queue.read { db in
        let statement = try db.makeStatement(sql: table.selection)
        let row = RowReader(pointer: statement.sqliteStatement, table: table)
        while try row.step() {
          row.append(to: &batch, remarks: &remarks)
          if batch.count == Self.batchCount || batch.textByteCount > 4 << 20 {
            try body(batch)
            batch.removeAll()
          }
        }
      }
    } catch let error as DatabaseError {
      throw FormatError(file: file, line: nil, problem: "it is damaged: \(error.message ?? "\(error)")")
    }
    if batch.count > 0 { try body(batch) }
  }
}

/// Reads the rows of a statement. GRDB prepares it; the values come from SQLite without a box for each.
private struct RowReader {
  let pointer: SQLiteStatement
  let table: LayerTable

  /// Goes to the next row; false after the last.
  func step() throws -> Bool {
    let code = sqlite3_step(pointer)
    guard code == SQLITE_ROW || code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errstr(code)))
    }
    return code == SQLITE_ROW
  }

  /// Adds the row; one whose geometry cannot be read is left out.
  func append(to batch: inout FeatureBatch, remarks: inout SourceRemarks) {
    let key = sqlite3_column_int64(pointer, 0)
    let geometry: Geometry?
    do {
      geometry = try self.geometry()
    } catch {
      return remarks.add(
        .lost, "a feature is left out because of its geometry", at: nil, detail: "row \(key): \(error)")
    }
    let id: FeatureBatch.Value = table.hasIDColumn ? text(2, &batch) ?? .missing : .integer(Int(key))
    batch.append(id: id, geometry: geometry)
    let first: Int32 = table.hasIDColumn ? 3 : 2
    for (number, field) in table.layer.fields.enumerated() {
      if let value = value(first + Int32(number), field.kind, &batch) {
        batch.append(value)
      } else {
        remarks.add(
          .lost, "a value is not of its column's type and is left out", at: nil, detail: "row \(key), “\(field.name)”")
        batch.append(.missing)
      }
    }
  }

  private func geometry() throws(GeometryBlob.Problem) -> Geometry? {
    guard sqlite3_column_type(pointer, 1) != SQLITE_NULL else { return nil }
    let bytes = UnsafeRawBufferPointer(
      start: sqlite3_column_blob(pointer, 1), count: Int(sqlite3_column_bytes(pointer, 1)))
    return try GeometryBlob.read(bytes, referenceSystem: table.referenceSystem)
  }

  /// The value of a column; nil when it is of another kind.
  private func value(_ column: Int32, _ kind: Field.Kind, _ batch: inout FeatureBatch) -> FeatureBatch.Value? {
    switch (sqlite3_column_type(pointer, column), kind) {
    case (SQLITE_NULL, _): return .missing
    case (SQLITE_BLOB, _): return nil
    case (_, .text), (_, .date), (_, .day): return text(column, &batch)
    case (SQLITE_TEXT, .list), (SQLITE_TEXT, .json): return text(column, &batch)
    case (SQLITE_INTEGER, .boolean): return .boolean(sqlite3_column_int64(pointer, column) != 0)
    case (SQLITE_INTEGER, .integer): return .integer(Int(sqlite3_column_int64(pointer, column)))
    case (SQLITE_INTEGER, .number), (SQLITE_FLOAT, .number):
      let number = sqlite3_column_double(pointer, column)
      return number.isFinite ? .number(number) : nil
    default: return nil
    }
  }

  private func text(_ column: Int32, _ batch: inout FeatureBatch) -> FeatureBatch.Value? {
    guard let start = sqlite3_column_text(pointer, column) else { return nil }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
    return batch.store(bytes)
  }
}
