import Foundation
import Geo

/// Writes comma-separated values (RFC 4180), formulas defused, lists with “; ” between their parts.
///
/// A point stands in the columns `longitude` and `latitude`, when the features have no fields of these names. Where there
/// may be lines and areas, a column `wkt` has all places as well-known text.
public struct CSVSink: FeatureSink {
  private var file: BufferedFile
  private var table: CSVTable

  /// The columns that a layer's table has, in their order.
  public static func columns(_ layer: FeatureLayer) -> [Field] { CSVTable(layer).columns }

  /// A file in the making.
  /// - Throws: `WriteError` when it cannot be made.
  public init(_ layer: FeatureLayer, target: URL) throws(WriteError) {
    file = try BufferedFile(target: target)
    table = CSVTable(layer)
    file.bytes.append(contentsOf: table.header)
  }

  /// Writes the features of a batch after those before it.
  public mutating func write(_ batch: FeatureBatch) throws(WriteError) {
    for feature in 0..<batch.count {
      table.append(feature, of: batch, to: &file.bytes)
      try file.flushWhenFull()
    }
  }

  /// Completes the file and puts it in its place.
  public mutating func finish() throws(WriteError) { try file.complete() }

  /// Removes what was written so far.
  public mutating func cancel() { file.cancel() }
}

/// Features as rows.
struct CSVTable {
  /// All columns, in their order.
  let columns: [Field]
  private let fields: [Field]
  private let hasIDs: Bool
  private let hasPositions: Bool
  private let hasShapes: Bool
  private var cell: [UInt8] = []

  var header: [UInt8] { CSV.write(header: columns.map(\.name), rows: []) }

  init(_ layer: FeatureLayer) {
    fields = layer.fields
    hasIDs = layer.hasIDs
    let names = Set(layer.fields.map { $0.name.lowercased() })
    hasPositions = !names.contains("longitude") && !names.contains("latitude")
    hasShapes = !layer.hasOnlyPoints
    columns =
      (hasIDs ? [layer.idColumn] : []) + layer.fields + (hasPositions ? Self.positionFields : [])
      + (hasShapes ? [Self.shapeField(layer)] : [])
  }

  private static let positionFields = [
    Field("longitude", .number, unit: "degrees", "Degrees east of Greenwich, on the WGS 84 ellipsoid."),
    Field("latitude", .number, unit: "degrees", "Degrees north of the equator, on the WGS 84 ellipsoid."),
  ]

  private static func shapeField(_ layer: FeatureLayer) -> Field {
    Field(
      layer.freeName("wkt", "feature_wkt"), .text,
      "The place as well-known text: a point, a line or an area, longitude first, WGS 84.")
  }

  mutating func append(_ feature: Int, of batch: FeatureBatch, to bytes: inout [UInt8]) {
    if hasIDs {
      append(batch.ids[feature], .text, of: batch, to: &bytes)
      bytes.append(UInt8(ascii: ","))
    }
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(batch.value(feature, index), field.kind, of: batch, to: &bytes)
    }
    let decimals = Int(batch.decimals[feature])
    if hasPositions { append(pointOf: batch.geometries[feature], decimals: decimals, to: &bytes) }
    if hasShapes { append(shapeOf: batch.geometries[feature], decimals: decimals, to: &bytes) }
    bytes.append(0x0A)
  }

  private mutating func append(
    _ value: FeatureBatch.Value, _ kind: Field.Kind, of batch: FeatureBatch, to bytes: inout [UInt8]
  ) {
    switch (value, kind) {
    case (.missing, _): return
    case (.text(let range), .text), (.text(let range), .date), (.text(let range), .day):
      bytes.append(cell: batch.bytes(range))
    case (.text, _):
      cell.removeAll(keepingCapacity: true)
      batch.appendReadable(value, kind: kind, to: &cell)
      bytes.append(cell: cell)
    default: bytes.append(json: value, kind: kind, of: batch)
    }
  }

  private func append(pointOf geometry: Geometry?, decimals: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    if case .point(let coordinate) = geometry { bytes.append(decimal: coordinate.longitude, decimals: decimals) }
    bytes.append(UInt8(ascii: ","))
    if case .point(let coordinate) = geometry { bytes.append(decimal: coordinate.latitude, decimals: decimals) }
  }

  private mutating func append(shapeOf geometry: Geometry?, decimals: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    guard let geometry else { return }
    cell.removeAll(keepingCapacity: true)
    cell.append(wkt: geometry, decimals: decimals)
    bytes.append(cell: cell)
  }
}

extension [UInt8] {
  /// Well-known text (OGC 06-103r4, §7).
  mutating func append(wkt geometry: Geometry, decimals: Int) {
    func positions(_ coordinates: [Coordinate], _ bytes: inout [UInt8]) {
      bytes.appendTuple(coordinates) { bytes, coordinate in
        bytes.append(decimal: coordinate.longitude, decimals: decimals)
        bytes.append(0x20)
        bytes.append(decimal: coordinate.latitude, decimals: decimals)
      }
    }
    func rings(_ polygon: Polygon, _ bytes: inout [UInt8]) {
      bytes.appendTuple(polygon.rings) { positions($1.coordinates, &$0) }
    }
    append(contentsOf: geometry.typeName.uppercased().utf8)
    append(0x20)
    switch geometry {
    case .point(let coordinate): positions([coordinate], &self)
    case .lines(let lines) where lines.count == 1: positions(lines[0].coordinates, &self)
    case .lines(let lines): appendTuple(lines) { positions($1.coordinates, &$0) }
    case .area(let area) where area.polygons.count == 1: rings(area.polygons[0], &self)
    case .area(let area): appendTuple(area.polygons) { rings($1, &$0) }
    }
  }

  private mutating func appendTuple<Item>(_ items: [Item], _ append: (inout [UInt8], Item) -> Void) {
    self.append(UInt8(ascii: "("))
    for (index, item) in items.enumerated() {
      if index > 0 { self.append(UInt8(ascii: ",")) }
      append(&self, item)
    }
    self.append(UInt8(ascii: ")"))
  }
}
