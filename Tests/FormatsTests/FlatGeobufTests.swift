import Foundation
import Formats
import Geo
import TestSupport
import Testing

/// A reader of FlatGeobuf that knows only what these tests need, written after the schemas and not after the writer.
private struct FlatBuffer {
  let bytes: [UInt8]

  func number<Number: FixedWidthInteger>(_ at: Int, _: Number.Type = Number.self) -> Number {
    (0..<Number.bitWidth / 8).reduce(0) { $0 | Number(truncatingIfNeeded: bytes[at + $1]) << Number($1 * 8) }
  }

  /// Where a field of a table is; nil when it has its default.
  func field(_ table: Int, _ index: Int) -> Int? {
    let list = table - Int(number(table, Int32.self))
    let size = Int(number(list, UInt16.self))
    guard 4 + 2 * index < size else { return nil }
    let offset = Int(number(list + 4 + 2 * index, UInt16.self))
    return offset == 0 ? nil : table + offset
  }

  func reference(_ at: Int) -> Int { at + Int(number(at, UInt32.self)) }

  func vector(_ table: Int, _ index: Int) -> (start: Int, count: Int)? {
    field(table, index).map { (reference($0) + 4, Int(number(reference($0), UInt32.self))) }
  }

  func doubles(_ table: Int, _ index: Int) -> [Double] {
    guard let (start, count) = vector(table, index) else { return [] }
    return (0..<count).map { number in
      #expect((start + 8 * number) % 8 == 4, "numbers are aligned, counted from the size before the buffer")
      return Double(bitPattern: self.number(start + 8 * number, UInt64.self))
    }
  }
}

@Suite struct FlatGeobufTests {
  @Test(arguments: [(1, 1), (2, 16), (3, 17), (4, 300)] as [(UInt64, Int)])
  func readsBackThroughItsIndex(seed: UInt64, count: Int) throws {
    let random = try RandomFeatures(seed: seed, count: count)
    let bytes = [UInt8](try SinkTests.bytes(random, batchCount: 50) { try FlatGeobufSink($0, target: $1) })
    #expect(Array(bytes[0..<4]) == Array("fgb".utf8) + [3])
    let whole = FlatBuffer(bytes: bytes)
    let headerSize = Int(whole.number(8, UInt32.self))
    let header = FlatBuffer(bytes: Array(bytes[12..<12 + headerSize]))
    let root = header.reference(0)
    #expect(header.field(root, 8).map { header.number($0, UInt64.self) } == UInt64(count))

    // Nodes of the index: leaves are last, as many as features.
    var levels = [count]
    repeat { levels.append((levels[levels.count - 1] + 15) / 16) } while levels.last != 1
    let indexStart = 12 + headerSize
    let featuresStart = indexStart + 40 * levels.reduce(0, +)
    func node(_ number: Int) -> (box: [Double], offset: Int) {
      let start = indexStart + 40 * number
      return (
        (0..<4).map { Double(bitPattern: whole.number(start + 8 * $0, UInt64.self)) },
        Int(whole.number(start + 32, UInt64.self))
      )
    }
    let firstLeaf = levels.dropFirst().reduce(0, +)
    var seen: Set<String> = []
    for leaf in firstLeaf..<firstLeaf + count {
      let (box, offset) = node(leaf)
      let start = featuresStart + offset
      let feature = FlatBuffer(bytes: Array(bytes[start + 4..<start + 4 + Int(whole.number(start, UInt32.self))]))
      let table = feature.reference(0)
      let id = try #require(firstText(feature, table))
      let written = try #require(random.features.first { $0.id == id })
      seen.insert(id)
      check(feature, table, box, written)
    }
    #expect(seen.count == count)
    // A node above has the boxes of its children.
    for inner in 0..<firstLeaf {
      let (box, child) = node(inner)
      #expect(node(child).box[0] >= box[0] && node(child).box[3] <= box[3])
    }
  }

  /// The text of column 0.
  private func firstText(_ buffer: FlatBuffer, _ table: Int) -> String? {
    guard let (start, _) = buffer.vector(table, 1), buffer.number(start, UInt16.self) == 0 else { return nil }
    let count = Int(buffer.number(start + 2, UInt32.self))
    return String(decoding: buffer.bytes[start + 6..<start + 6 + count], as: UTF8.self)
  }

  private func check(_ buffer: FlatBuffer, _ table: Int, _ box: [Double], _ written: Feature) {
    guard let geometry = buffer.field(table, 0).map(buffer.reference) else {
      #expect(written.geometry == nil && box[0] > box[2])
      return
    }
    var positions = buffer.doubles(geometry, 1)
    if let (start, count) = buffer.vector(geometry, 7) {
      positions = (0..<count).flatMap { buffer.doubles(buffer.reference(start + 4 * $0), 1) }
    }
    #expect(positions == written.geometry?.positions.flatMap { [$0.longitude, $0.latitude] })
    let bounds = written.geometry?.boundingBox
    #expect(box == bounds.map { [$0.west, $0.south, $0.east, $0.north] })
  }
}

extension Geometry {
  fileprivate var positions: [Coordinate] {
    switch self {
    case .point(let coordinate): [coordinate]
    case .lines(let lines): lines.flatMap(\.coordinates)
    case .area(let area): area.polygons.flatMap { $0.rings.flatMap(\.coordinates) }
    }
  }
}
