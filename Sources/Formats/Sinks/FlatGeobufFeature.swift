import Geo

/// Encodes features as FlatGeobuf has them (`feature.fbs` of FlatGeobuf 3).
struct FlatGeobufFeature {
  /// The types of FlatGeobuf, which are those of well-known binary.
  enum GeometryType: UInt8 {
    case point = 1
    case lineString, polygon, multiPoint, multiLineString, multiPolygon

    init(_ geometry: Geometry) {
      self =
        switch geometry {
        case .point: .point
        case .lines(let lines): lines.count == 1 ? .lineString : .multiLineString
        case .area(let area): area.polygons.count == 1 ? .polygon : .multiPolygon
        }
    }
  }

  private var builder = FlatBufferBuilder()
  private var properties: [UInt8] = []

  /// A feature with its size before it.
  mutating func encode(_ feature: Int, of batch: FeatureBatch, hasIDs: Bool) -> [UInt8] {
    builder.removeAll()
    properties.removeAll(keepingCapacity: true)
    if hasIDs { append(batch.ids[feature], kind: .text, column: 0, of: batch) }
    for (index, field) in batch.fields.enumerated() {
      append(batch.value(feature, index), kind: field.kind, column: index + (hasIDs ? 1 : 0), of: batch)
    }
    var fields: [(field: Int, value: FlatBufferBuilder.Value)] = [(1, .offset(builder.bytes(properties)))]
    if let geometry = batch.geometries[feature] {
      fields.append((0, .offset(encode(geometry, decimals: Int(batch.decimals[feature])))))
    }
    return builder.finish(builder.table(fields))
  }

  /// The number of the column, then the value; a missing one is left out.
  private mutating func append(
    _ value: FeatureBatch.Value, kind: Field.Kind, column: Int, of batch: FeatureBatch
  ) {
    if value == .missing { return }
    properties.append(littleEndian: UInt16(column))
    switch (value, kind) {
    case (.integer(let number), .integer): properties.append(littleEndian: Int64(number))
    case (.integer(let number), .number): properties.append(littleEndian: Double(number).bitPattern)
    case (.number(let number), .number): properties.append(littleEndian: number.bitPattern)
    case (.boolean(let flag), .boolean): properties.append(flag ? 1 : 0)
    default:
      let start = properties.count
      properties.append(littleEndian: UInt32(0))
      properties.append(column: value, kind: kind, of: batch)
      let count = UInt32(properties.count - start - 4)
      for byte in 0..<4 { properties[start + byte] = UInt8(truncatingIfNeeded: count >> (8 * UInt32(byte))) }
    }
  }

  private mutating func encode(_ geometry: Geometry, decimals: Int) -> FlatBufferBuilder.Offset {
    switch geometry {
    case .point(let coordinate): geometryTable([[coordinate]], .point, decimals)
    case .lines(let lines):
      geometryTable(lines.map(\.coordinates), lines.count == 1 ? .lineString : .multiLineString, decimals)
    case .area(let area) where area.polygons.count == 1: polygon(area.polygons[0], decimals)
    case .area(let area):
      {
        let parts = builder.offsets(area.polygons.map { polygon($0, decimals) })
        return builder.table([(6, .byte(GeometryType.multiPolygon.rawValue)), (7, .offset(parts))])
      }()
    }
  }

  private mutating func polygon(_ polygon: Polygon, _ decimals: Int) -> FlatBufferBuilder.Offset {
    geometryTable(polygon.rings.map(\.coordinates), .polygon, decimals)
  }

  /// Positions one after another; where there are several lines or rings, where each ends.
  private mutating func geometryTable(
    _ parts: [[Coordinate]], _ type: GeometryType, _ decimals: Int
  ) -> FlatBufferBuilder.Offset {
    let positions = parts.joined().map { $0.rounded(toDecimals: decimals) }
    var fields: [(field: Int, value: FlatBufferBuilder.Value)] = [
      (1, .offset(builder.doubles(positions.flatMap { [$0.longitude, $0.latitude] }))), (6, .byte(type.rawValue)),
    ]
    if parts.count > 1 {
      var end: UInt32 = 0
      let ends = parts.map { part in
        end += UInt32(part.count)
        return end
      }
      fields.append((0, .offset(builder.words(ends))))
    }
    return builder.table(fields)
  }
}

extension [UInt8] {
  /// A value in a column for texts: the text, or the JSON of another value.
  fileprivate mutating func append(column value: FeatureBatch.Value, kind: Field.Kind, of batch: FeatureBatch) {
    if case .text(let range) = value {
      append(contentsOf: batch.bytes(range))
    } else {
      append(json: value, kind: kind, of: batch)
    }
  }
}

extension Field.Kind {
  /// The number of its type (`header.fbs`).
  var columnType: UInt8 {
    switch self {
    case .boolean: 2
    case .integer: 7
    case .number: 10
    // The type DateTime has no room for a month or a range.
    case .text, .date: 11
    case .list, .json: 12
    case .day: 13
    }
  }
}
