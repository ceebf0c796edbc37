import Foundation
import Geo

/// Writes TopoJSON 1.0: lines that areas share are written once, so that neighbors stay neighbors however they are
/// simplified.
///
/// Points go straight to the file. Lines and areas are kept until all are known, since an arc ends where neighbors part;
/// their places in the text are filled in when the file is completed.
public struct TopoJSONSink: FeatureSink {
  private var file: BufferedFile
  private let properties: PropertyText
  private var topology = Topology()
  private var gaps: [Gap] = []
  private var box: BoundingBox?
  private var isFirst = true

  /// Where the arcs of a shape go.
  private struct Gap {
    let offset: Int
    let shape: Topology.Shape
  }

  /// A file in the making.
  /// - Throws: `WriteError` when it cannot be made.
  public init(_ layer: FeatureLayer, target: URL) throws(WriteError) {
    file = try BufferedFile(target: target)
    properties = PropertyText(layer.fields)
    file.bytes.append(contentsOf: #"{"type":"Topology","objects":{"#.utf8)
    file.bytes.append(quoted: layer.name.utf8)
    file.bytes.append(contentsOf: #":{"type":"GeometryCollection","geometries":["#.utf8)
  }

  /// Writes the features of a batch after those before it.
  public mutating func write(_ batch: FeatureBatch) throws(WriteError) {
    for feature in 0..<batch.count {
      writeFeature(feature, of: batch)
      try file.flushWhenFull()
    }
  }

  /// Completes the file and puts it in its place.
  public mutating func finish() throws(WriteError) {
    add("\n]}},\"arcs\":[")
    let arcs = topology.cut()
    for (index, arc) in arcs.positions.enumerated() {
      add(index == 0 ? "\n" : ",\n")
      file.bytes.append(positions: arc, decimals: 7)
      try file.flushWhenFull()
    }
    add("\n]")
    if let box {
      add(#","bbox":"#)
      file.bytes.append(contentsOf: box.json.bytes)
    }
    add("}\n")
    if !gaps.isEmpty { try fillGaps(arcs) }
    try file.complete()
  }

  /// Removes what was written so far.
  public mutating func cancel() { file.cancel() }

  private mutating func writeFeature(_ feature: Int, of batch: FeatureBatch) {
    let decimals = Int(batch.decimals[feature])
    add(isFirst ? "\n{" : ",\n{")
    isFirst = false
    if let geometry = batch.geometries[feature] {
      add(#""type":""#)
      add(geometry.typeName)
      if case .point(let coordinate) = geometry {
        add(#"","coordinates":"#)
        file.bytes.append(position: coordinate, decimals: decimals)
      } else {
        add(#"","arcs":"#)
        gaps.append(Gap(offset: file.count, shape: topology.add(geometry, decimals: decimals)))
      }
      let written = geometry.boundingBox.flatMap {
        BoundingBox([$0.southwest.rounded(toDecimals: decimals), $0.northeast.rounded(toDecimals: decimals)])
      }
      box = written.map { box?.union($0) ?? $0 } ?? box
    } else {
      // Readers pass over an object without a type, and with it over what is stated about it.
      add(#""type":"MultiPoint","coordinates":[]"#)
    }
    if batch.ids[feature] != .missing {
      add(#","id":"#)
      file.bytes.append(json: batch.ids[feature], kind: .text, of: batch)
    }
    add(#","properties":"#)
    properties.append(feature, of: batch, to: &file.bytes)
    add("}")
  }

  /// Copies the text into a second file, with the arcs of each shape in their places.
  private mutating func fillGaps(_ arcs: Topology.Arcs) throws(WriteError) {
    try file.flush()
    var filled = try BufferedFile(target: file.partial.target, part: "filled")
    do {
      var position = 0
      for gap in gaps {
        try filled.copy(position..<gap.offset, of: file)
        filled.bytes.append(contentsOf: arcs.json(of: gap.shape).bytes)
        position = gap.offset
      }
      try filled.copy(position..<file.count, of: file)
    } catch {
      filled.cancel()
      throw error
    }
    file.cancel()
    file = filled
  }

  private mutating func add(_ text: String) { file.bytes.append(contentsOf: text.utf8) }
}
