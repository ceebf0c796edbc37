import Foundation
import Formats
import Geo
import TestSupport
import Testing

@Suite struct TopologyTests {
  /// The topology of features, as JSON.
  private func topology(_ features: [Feature], _ layer: FeatureLayer) throws -> JSON {
    try inScratchFolder { folder in
      let target = folder.appending(path: "x.topojson")
      var sink = try TopoJSONSink(layer, target: target)
      var batch = FeatureBatch(fields: layer.fields)
      for feature in features { batch.append(feature) }
      try sink.write(batch)
      try sink.finish()
      return try JSON(reading: [UInt8](Data(contentsOf: target)), file: "x")
    }
  }

  private func positions(_ json: JSON) -> [[Double]] { json.array?.map { $0.array?.compactMap(\.number) ?? [] } ?? [] }

  /// A line or a ring of its arcs: the end of one is the beginning of the next.
  private func path(_ json: JSON, _ arcs: [[[Double]]]) -> [[Double]] {
    (json.array ?? []).compactMap(\.number).map(Int.init).reduce(into: []) { path, number in
      let arc = number >= 0 ? arcs[number] : arcs[~number].reversed()
      path += path.isEmpty ? arc : Array(arc.dropFirst())
    }
  }

  /// A ring from its lowest position on.
  private func normal(_ ring: [[Double]]) -> [[Double]] {
    let open = ring.dropLast()
    let start = open.indices.min { open[$0].lexicographicallyPrecedes(open[$1]) } ?? 0
    return Array(open[start...] + open[..<start])
  }

  private func rings(_ polygon: Polygon) -> [[[Double]]] {
    polygon.rings.map { normal($0.coordinates.map { [$0.longitude, $0.latitude] }) }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func arcsMakeUpTheSameShapes(seed: UInt64) throws {
    let random = try RandomFeatures(seed: seed, count: 150)
    let json = try topology(random.features, random.layer)
    let arcs = json["arcs"].array?.map(positions) ?? []
    let geometries = json["objects"]["things"]["geometries"].array ?? []
    #expect(geometries.count == random.features.count)
    for (feature, object) in zip(random.features, geometries) {
      #expect(object["properties"].object == feature.properties)
      let parts = object["arcs"].array ?? []
      switch feature.geometry {
      case nil: #expect(object["coordinates"].array == [])
      case .point(let position):
        #expect(object["coordinates"] == [.number(position.longitude), .number(position.latitude)].json)
      case .lines(let lines):
        let paths = lines.count == 1 ? [path(object["arcs"], arcs)] : parts.map { path($0, arcs) }
        #expect(paths == lines.map { $0.coordinates.map { [$0.longitude, $0.latitude] } })
      case .area(let area):
        let polygons = area.polygons.count == 1 ? [object["arcs"]] : parts
        #expect(
          polygons.map { $0.array?.map { normal(path($0, arcs)) } } == area.polygons.map { rings($0) }, "seed \(seed)")
      }
    }
    // What is shared is there once: no step from one position to the next is in two arcs, in either direction.
    let steps = arcs.flatMap { arc in zip(arc, arc.dropFirst()).map { Set([$0, $1]) } }
    #expect(Set(steps).count == steps.count, "seed \(seed)")
  }

  @Test func neighborsShareAnArc() throws {
    let layer = FeatureLayer(name: "a", fields: [])
    func square(_ x: Double) throws -> Feature {
      let corners = [(x, 0.0), (x + 1, 0), (x + 1, 1), (x, 1), (x, 0)]
      let ring = try Ring(corners.map { try Coordinate(longitude: $0.0, latitude: $0.1) })
      return Feature(geometry: .area(MultiPolygon([Polygon(exterior: ring)])), properties: [:])
    }
    let neighbors = try topology([square(0), square(1)], layer)
    #expect(neighbors["arcs"].array?.count == 3)
    let same = try topology([square(0), square(0)], layer)
    #expect(same["arcs"].array?.count == 1)
  }
}

extension [JSON] {
  fileprivate var json: JSON { .array(self) }
}
