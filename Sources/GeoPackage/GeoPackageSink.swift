import Formats
import Foundation
import GRDB
import Geo

/// Writes a GeoPackage (OGC 12-128r17, version 1.3) of one layer with its spatial index, through GRDB: the same features
/// give the same bytes.
public struct GeoPackageSink: FeatureSink {
  private let partial: PartialFile
  private let layer: FeatureLayer
  private let table: FeatureTable
  private let queue: DatabaseQueue
  private var index = SpatialIndex()
  private var kinds: Set<GeometryBlob.Kind> = []
  private var rowCount = 0

  /// A file in the making.
  /// - Throws: `WriteError` when it cannot be made.
  public init(_ layer: FeatureLayer, target: URL) throws(WriteError) {
    self.layer = layer
    table = FeatureTable(layer)
    partial = try PartialFile(target: target)
    let creation = table.creation
    do {
      queue = try DatabaseQueue(path: partial.location.path, configuration: Self.configuration)
      try queue.writeWithoutTransaction { db in
        try db.execute(
          sql: """
            PRAGMA application_id = \(Schema.applicationID);
            PRAGMA user_version = \(Schema.version);
            BEGIN;
            \(Schema.core)
            \(creation);
            """)
      }
    } catch {
      partial.cancel()
      throw WriteError(file: target, error)
    }
  }

  /// The file is new and hidden until it is complete: nothing is gained by a journal. Pages of 32 kB hold some rows each;
  /// of 4 kB, which SQLite takes unless told, a million rows of incidents take a fifth longer.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA page_size = 32768; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
          PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;
          """)
    }
    return configuration
  }

  /// Writes the features of a batch after those before it.
  public mutating func write(_ batch: FeatureBatch) throws(WriteError) {
    do { try insert(batch) } catch { throw WriteError(file: partial.target, error) }
  }

  /// Completes the file and puts it in its place.
  public mutating func finish() throws(WriteError) {
    do {
      try queue.writeWithoutTransaction { db in
        try describe(db)
        try db.execute(sql: Schema.spatialIndex(table))
        try index.write(table.index, into: db)
        try db.execute(sql: Schema.triggers(table) + "COMMIT;")
      }
      try queue.close()
    } catch { throw WriteError(file: partial.target, error) }
    try partial.complete()
  }

  /// Removes what was written so far.
  public mutating func cancel() {
    try? queue.close()
    partial.cancel()
  }

  private mutating func insert(_ batch: FeatureBatch) throws {
    var (index, kinds, rowCount) = (SpatialIndex(), kinds, rowCount)
    swap(&self.index, &index)
    defer { (self.index, self.kinds, self.rowCount) = (index, kinds, rowCount) }
    try queue.writeWithoutTransaction { db in
      let rows = try RowWriter(db, table.insertion)
      let firstField: Int32 = layer.hasIDs ? 4 : 3
      var blob: [UInt8] = []
      try batch.withText { text in
        for feature in 0..<batch.count {
          rowCount += 1
          rows.bind(Int64(rowCount), at: 1)
          if layer.hasIDs { rows.bind(batch.ids[feature], at: 3, text: text) }
          for field in 0..<layer.fields.count {
            rows.bind(batch.value(feature, field), at: firstField + Int32(field), text: text)
          }
          let decimals = Int(batch.decimals[feature])
          if let geometry = batch.geometries[feature] {
            kinds.insert(GeometryBlob.Kind(geometry))
            index.append(geometry.box(decimals: decimals))
            GeometryBlob.write(geometry, decimals: decimals, into: &blob)
            try rows.step(binding: blob, at: 2)
          } else {
            index.append(HilbertOrder.emptyBox)
            rows.bindNull(at: 2)
            try rows.step()
          }
        }
      }
    }
  }

  /// Fills the tables about the table.
  private func describe(_ db: Database) throws {
    let hasPlaces = index.extent.x <= index.extent.z
    let box: [Double?] = [index.extent.x, index.extent.y, index.extent.z, index.extent.w].map { hasPlaces ? $0 : nil }
    try db.execute(
      sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        table.name, layer.title, layer.note, Schema.lastChange, box[0], box[1], box[2], box[3], GeometryBlob.wgs84,
      ])
    try db.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
      arguments: [
        table.name, table.geometry, kinds.count == 1 ? kinds.first?.name : "GEOMETRY", GeometryBlob.wgs84,
      ])
    for field in table.columns where !field.meaning.isEmpty || field.kind.mediaType != nil {
      try db.execute(
        sql: "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, ?, NULL)",
        arguments: [
          table.name, field.name, field.name, field.name.split(separator: "_").joined(separator: " "),
          field.description, field.kind.mediaType,
        ])
    }
  }
}

extension Field {
  /// Its meaning, with its unit: GeoPackage has no place for units.
  fileprivate var description: String { unit.map { meaning + Self.unitOpening + $0 + "." } ?? meaning }

  /// A field of the meaning and unit that a description states.
  init(_ name: String, _ kind: Kind, description: String) {
    self.init(name, kind, description)
    guard let opening = description.range(of: Self.unitOpening, options: .backwards), description.hasSuffix(".") else {
      return
    }
    meaning = String(description[..<opening.lowerBound])
    unit = String(description[opening.upperBound...].dropLast())
  }

  private static let unitOpening = " Unit: "
}

extension FeatureBatch {
  /// Hands over the bytes of all texts. Programs that read SQLite take a text with a NUL in it for a shorter one: it
  /// becomes ASCII's character for what cannot be represented.
  fileprivate func withText(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    try text.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, memchr(start, 0, bytes.count) != nil else { return try body(bytes) }
      try bytes.map { $0 == 0 ? 0x1A : $0 }.withUnsafeBytes(body)
    }
  }
}
