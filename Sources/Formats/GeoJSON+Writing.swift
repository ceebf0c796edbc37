import Geo

/// Reading and writing GeoJSON (RFC 7946): WGS 84, longitude first.
public enum GeoJSON {
  /// A feature collection with its bounding box, one feature a line.
  public static func write(_ features: [Feature]) -> [UInt8] {
    var collection: [String: JSON] = ["type": "FeatureCollection", "features": .array(features.map(json(of:)))]
    if let box = boundingBox(of: features) { collection["bbox"] = json(of: box) }
    return JSON.object(collection).lines(depth: 2)
  }

  /// The box around the positions as they are written, so that no rounding puts one outside.
  private static func boundingBox(of features: [Feature]) -> BoundingBox? {
    let boxes = features.compactMap { feature -> BoundingBox? in
      guard let box = feature.geometry?.boundingBox else { return nil }
      return BoundingBox([box.southwest, box.northeast].map { rounded($0, feature.decimals) })
    }
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }

  private static func json(of box: BoundingBox) -> JSON {
    .array([.number(box.west), .number(box.south), .number(box.east), .number(box.north)])
  }

  private static func json(of feature: Feature) -> JSON {
    var members: [String: JSON] = [
      "type": "Feature", "properties": .object(feature.properties),
      "geometry": feature.geometry.map { json(of: $0, decimals: feature.decimals) } ?? .null,
    ]
    if let id = feature.id { members["id"] = .string(id) }
    return .object(members)
  }

  private static func json(of geometry: Geometry, decimals: Int) -> JSON {
    func positions(_ coordinates: [Coordinate]) -> JSON {
      .array(coordinates.map { json(of: rounded($0, decimals)) })
    }
    func rings(_ polygon: Polygon) -> JSON { .array(polygon.rings.map { positions($0.coordinates) }) }
    let (type, coordinates): (String, JSON) =
      switch geometry {
      case .point(let coordinate): ("Point", json(of: rounded(coordinate, decimals)))
      case .lines(let lines) where lines.count == 1: ("LineString", positions(lines[0].coordinates))
      case .lines(let lines): ("MultiLineString", .array(lines.map { positions($0.coordinates) }))
      case .area(let area) where area.polygons.count == 1: ("Polygon", rings(area.polygons[0]))
      case .area(let area): ("MultiPolygon", .array(area.polygons.map(rings)))
      }
    return .object(["type": .string(type), "coordinates": coordinates])
  }

  private static func json(of coordinate: Coordinate) -> JSON {
    .array([.number(coordinate.longitude), .number(coordinate.latitude)])
  }

  private static func rounded(_ coordinate: Coordinate, _ decimals: Int) -> Coordinate {
    Coordinate(
      wrappingLongitude: coordinate.longitude.rounded(toDecimals: decimals),
      latitude: coordinate.latitude.rounded(toDecimals: decimals))
  }
}

extension Double {
  /// The nearest number with that many decimals (0…15); its shortest text has no more.
  public func rounded(toDecimals decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
