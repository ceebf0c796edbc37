import Formats
import GRDB

/// Builds the spatial index of a table at once: its nodes are packed along a Hilbert curve and written as the rows that
/// SQLite's R-tree keeps them in. One insertion after another takes ten times as long and gives a worse tree.
///
/// A node is a blob of 16 bits for the depth of the tree (in the root), 16 bits for the number of entries, and for each
/// entry a 64-bit number and four 32-bit floats, all big endian (SQLite, “The SQLite R*Tree Module”, §7.2 and
/// `rtree.c`).
struct SpatialIndex {
  /// The boxes of the features, by their row numbers from 1; empty for those without a place.
  private var boxes: [HilbertOrder.Box] = []

  /// The boxes around all.
  private(set) var extent = HilbertOrder.emptyBox

  /// Adds the box of the next row.
  mutating func append(_ box: HilbertOrder.Box) {
    boxes.append(box)
    extent = HilbertOrder.union(extent, box)
  }

  /// What an inner node or a feature is to the node above.
  private struct Entry {
    let number: Int64
    let box: HilbertOrder.Box
  }

  /// SQLite's: at most 51 entries, and 64 bytes less than a page.
  private static let entriesPerNode = 51
  private static let nodeByteCount = 4 + 51 * 24

  /// Writes the index into the empty one of that name.
  func write(_ name: String, into db: Database) throws {
    let present = HilbertOrder.order(of: boxes).lazy.filter { boxes[Int($0)].x <= boxes[Int($0)].z }
    var level = Array(present.map { Entry(number: Int64($0) + 1, box: boxes[Int($0)]) })
    if level.isEmpty { return }
    // The root is node 1; all others follow it, leaves first.
    var nextNode: Int64 = 2
    var depth = 0
    let tables = Tables(
      nodes: try RowWriter(db, "INSERT OR REPLACE INTO \((name + "_node").quotedName) VALUES (?, ?)"),
      parents: try RowWriter(db, "INSERT INTO \((name + "_parent").quotedName) VALUES (?, ?)"))
    try writeLeavesOfRows(level, "\(name)_rowid", db)
    repeat {
      let isRoot = level.count <= Self.entriesPerNode
      var above: [Entry] = []
      var start = 0
      while start < level.count {
        let entries = level[start..<min(start + Self.entriesPerNode, level.count)]
        let number = isRoot ? 1 : nextNode
        try tables.write(node: number, entries, depth: isRoot ? depth : 0, isLeaf: depth == 0)
        above.append(
          Entry(number: number, box: entries.reduce(HilbertOrder.emptyBox) { HilbertOrder.union($0, $1.box) }))
        nextNode += 1
        start += Self.entriesPerNode
      }
      level = above
      depth += 1
      if isRoot { return }
    } while true
  }

  /// Says for each row in which leaf it is, in the order of rows.
  private func writeLeavesOfRows(_ entries: [Entry], _ table: String, _ db: Database) throws {
    let rows = try RowWriter(db, "INSERT INTO \(table.quotedName) VALUES (?, ?)")
    let isOneLeaf = entries.count <= Self.entriesPerNode
    var leaves = [UInt32](repeating: 0, count: boxes.count)
    for (position, entry) in entries.enumerated() {
      leaves[Int(entry.number) - 1] = isOneLeaf ? 1 : UInt32(2 + position / Self.entriesPerNode)
    }
    for (row, leaf) in leaves.enumerated() where leaf > 0 {
      rows.bind(Int64(row) + 1, at: 1)
      rows.bind(Int64(leaf), at: 2)
      try rows.step()
    }
  }

  private struct Tables {
    let nodes: RowWriter
    let parents: RowWriter

    func write(node: Int64, _ entries: ArraySlice<Entry>, depth: Int, isLeaf: Bool) throws {
      var blob: [UInt8] = []
      blob.reserveCapacity(SpatialIndex.nodeByteCount)
      blob.append(bigEndian: UInt16(depth))
      blob.append(bigEndian: UInt16(entries.count))
      for entry in entries {
        blob.append(bigEndian: UInt64(bitPattern: entry.number))
        let box = entry.box
        for (low, high) in [(box.x, box.z), (box.y, box.w)] {
          blob.append(bigEndian: Float(roundingDown: low).bitPattern)
          blob.append(bigEndian: Float(roundingUp: high).bitPattern)
        }
        if !isLeaf {
          parents.bind(entry.number, at: 1)
          parents.bind(node, at: 2)
          try parents.step()
        }
      }
      blob.append(contentsOf: repeatElement(0, count: SpatialIndex.nodeByteCount - blob.count))
      nodes.bind(node, at: 1)
      try nodes.step(binding: blob, at: 2)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}

extension Float {
  /// The greatest number that is not above.
  fileprivate init(roundingDown number: Double) {
    let nearest = Float(number)
    self = Double(nearest) > number ? nearest.nextDown : nearest
  }

  /// The smallest number that is not below.
  fileprivate init(roundingUp number: Double) {
    let nearest = Float(number)
    self = Double(nearest) < number ? nearest.nextUp : nearest
  }
}
