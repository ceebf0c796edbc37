import Foundation
import Geo

/// Writes FlatGeobuf 3 with its index, a packed Hilbert R-tree; features are in the order of the index.
///
/// Features go to a temporary file; in memory stay their boxes and where they lie. Features without a place have an
/// empty box: whoever reads all finds them, a search in a box does not.
public struct FlatGeobufSink: FeatureSink {
  private let layer: FeatureLayer
  private let columns: [Field]
  private var spool: BufferedFile
  private var encoder = FlatGeobufFeature()
  private var boxes: [HilbertOrder.Box] = []
  private var ends: [Int] = []
  private var types: Set<FlatGeobufFeature.GeometryType> = []

  /// A file in the making.
  /// - Throws: `WriteError` when it cannot be made.
  public init(_ layer: FeatureLayer, target: URL) throws(WriteError) {
    self.layer = layer
    columns = (layer.hasIDs ? [layer.idColumn] : []) + layer.fields
    spool = try BufferedFile(target: target, part: "features")
  }

  /// Writes the features of a batch after those before it.
  public mutating func write(_ batch: FeatureBatch) throws(WriteError) {
    for feature in 0..<batch.count {
      let geometry = batch.geometries[feature]
      let decimals = Int(batch.decimals[feature])
      spool.bytes.append(contentsOf: encoder.encode(feature, of: batch, hasIDs: layer.hasIDs))
      boxes.append(geometry?.box(decimals: decimals) ?? HilbertOrder.emptyBox)
      ends.append(spool.count)
      if let geometry { types.insert(FlatGeobufFeature.GeometryType(geometry)) }
      try spool.flushWhenFull()
    }
  }

  /// Completes the file and puts it in its place.
  public mutating func finish() throws(WriteError) {
    try spool.flush()
    var file = try BufferedFile(target: spool.partial.target)
    do {
      file.bytes.append(contentsOf: Self.magic)
      let order = HilbertOrder.order(of: boxes)
      file.bytes.append(contentsOf: header())
      if !order.isEmpty { try PackedTree(order: order, boxes: boxes, ends: ends).write(to: &file) }
      for feature in order {
        file.bytes.append(contentsOf: try spool.read(range(Int(feature))))
        try file.flushWhenFull()
      }
      try file.complete()
    } catch {
      file.cancel()
      throw error
    }
    spool.cancel()
  }

  /// Removes what was written so far.
  public mutating func cancel() { spool.cancel() }

  /// “fgb”, version 3.0, “fgb”, patch 1.
  private static let magic: [UInt8] = [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 1]

  private func range(_ feature: Int) -> Range<Int> { (feature == 0 ? 0 : ends[feature - 1])..<ends[feature] }

  /// The header (`header.fbs` of FlatGeobuf 3).
  private func header() -> [UInt8] {
    var builder = FlatBufferBuilder()
    let columns = builder.offsets(
      columns.map { field in
        let meaning = builder.string(Array(field.meaning.utf8))
        let name = builder.string(Array(field.name.utf8))
        return builder.table([(0, .offset(name)), (1, .byte(field.kind.columnType)), (3, .offset(meaning))])
      })
    let authority = builder.string("EPSG".utf8)
    let referenceSystem = builder.table([(0, .offset(authority)), (1, .int(4326))])
    let name = builder.string(layer.name.utf8)
    let title = builder.string(layer.title.utf8)
    let note = builder.string(layer.note.utf8)
    let extent = boxes.reduce(HilbertOrder.emptyBox, HilbertOrder.union)
    var fields: [(field: Int, value: FlatBufferBuilder.Value)] = [
      (0, .offset(name)), (2, .byte(types.count == 1 ? types.first?.rawValue ?? 0 : 0)), (7, .offset(columns)),
      (8, .long(UInt64(boxes.count))), (9, .short(boxes.isEmpty ? 0 : UInt16(PackedTree.nodeSize))),
      (10, .offset(referenceSystem)), (11, .offset(title)), (12, .offset(note)),
    ]
    if extent.x <= extent.z {
      fields.append((1, .offset(builder.doubles([extent.x, extent.y, extent.z, extent.w]))))
    }
    return builder.finish(builder.table(fields))
  }
}

/// The index of FlatGeobuf: the boxes of all nodes from the root down, each level in order, leaves last; a box has four
/// numbers and where its node's children or its feature lie.
private struct PackedTree {
  static let nodeSize = 16

  private var boxes: [HilbertOrder.Box] = []
  private var offsets: [UInt64] = []

  init(order: [UInt32], boxes all: [HilbertOrder.Box], ends: [Int]) {
    var counts = [order.count]
    repeat { counts.append((counts[counts.count - 1] + Self.nodeSize - 1) / Self.nodeSize) } while counts.last != 1
    let total = counts.reduce(0, +)
    boxes = Array(repeating: HilbertOrder.emptyBox, count: total)
    offsets = Array(repeating: 0, count: total)
    var start = total - order.count
    var position = 0
    for (index, feature) in order.enumerated() {
      let number = Int(feature)
      boxes[start + index] = all[number]
      offsets[start + index] = UInt64(position)
      position += ends[number] - (number == 0 ? 0 : ends[number - 1])
    }
    for (below, count) in zip(counts, counts.dropFirst()) {
      let first = start - count
      for node in 0..<count {
        let children = start + node * Self.nodeSize..<start + min((node + 1) * Self.nodeSize, below)
        boxes[first + node] = boxes[children].reduce(HilbertOrder.emptyBox, HilbertOrder.union)
        offsets[first + node] = UInt64(children.lowerBound)
      }
      start = first
    }
  }

  func write(to file: inout BufferedFile) throws(WriteError) {
    for (box, offset) in zip(boxes, offsets) {
      for index in 0..<4 { file.bytes.append(littleEndian: box[index].bitPattern) }
      file.bytes.append(littleEndian: offset)
      try file.flushWhenFull()
    }
  }
}

extension [UInt8] {
  /// The bytes of a number, least significant first.
  mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    for byte in stride(from: 0, to: Number.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: number >> byte)) }
  }
}
