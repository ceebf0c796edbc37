import Dispatch
import Foundation
import Geo
import Synchronization

extension GeoJSON {
  /// Reads a feature collection, a single feature or a bare geometry.
  /// - Parameter file: the name for error messages.
  /// - Throws: `FormatError` for text that is not GeoJSON, naming the feature that is broken.
  public static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> [Feature] {
    try map(.bytes(bytes), file: file) { (feature) throws(FormatError) in feature }
  }

  /// The first feature of a file; nil for one without any.
  /// - Throws: `FormatError` when the file cannot be read so far.
  public static func first(_ input: ByteInput, file: String) throws(FormatError) -> Feature? {
    var parts = try FeatureParts(input, file: file)
    var names = PropertyNames()
    if let part = try parts.next() { return try feature(part.members(&names, file: file), file: file, number: 1) }
    return try parts.loneFeatures().first.map { (members) throws(FormatError) in
      try feature(members, file: file, number: 1)
    }
  }

  /// What is made of each feature of a file, in their order, on all cores. The file is read piece by piece.
  /// - Parameter wanted: the names of the properties that features are to have; nil for all. The rest of the file is
  ///   checked to be JSON all the same.
  /// - Throws: `FormatError` for text that is not GeoJSON, naming the feature that is broken, and what `transform` throws:
  ///   of several errors that of the first piece, and there what breaks the list before what breaks a feature.
  public static func map<Output: Sendable>(
    _ input: ByteInput, file: String, properties wanted: Set<String>? = nil,
    _ transform: @Sendable (Feature) throws(FormatError) -> Output
  ) throws(FormatError) -> [Output] {
    let pieces = Mutex(FeaturePieces(try FeatureParts(input, file: file)))
    let results = Mutex<[(number: Int, outputs: Result<[Output], FormatError>)]>([])
    DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) { _ in
      var names = PropertyNames(wanted: wanted)
      while let (number, piece) = pieces.withLock({ $0.next() }) {
        let outputs = Result { () throws(FormatError) in
          var outputs: [Output] = []
          for part in try piece.get() {
            outputs.append(try transform(feature(part.members(&names, file: file), file: file, number: part.number)))
          }
          return outputs
        }
        if case .failure = outputs { pieces.withLock { $0.stop() } }
        results.withLock { $0.append((number, outputs)) }
      }
    }
    var made: [Output] = []
    let ordered = results.withLock { $0.sorted { $0.number < $1.number } }
    made.reserveCapacity(ordered.reduce(0) { $0 + ((try? $1.outputs.get().count) ?? 0) })
    for (_, outputs) in ordered { made += try outputs.get() }
    let lone = try pieces.withLock { (pieces) throws(FormatError) in try pieces.loneFeatures() }
    for members in lone { made.append(try transform(feature(members, file: file, number: 1))) }
    return made
  }

  private static func feature(
    _ members: FeatureMembers, file: String, number: Int
  ) throws(FormatError) -> Feature {
    try FeatureReader(file: file, number: number).feature(members)
  }

  /// The features of a document as JSON; a bare geometry becomes one.
  static func featureObjects(_ document: JSON, file: String) throws(FormatError) -> [JSON] {
    switch document["type"].string {
    case "FeatureCollection":
      guard let features = document["features"].array else {
        throw FormatError(file: file, line: nil, problem: "the feature collection has no “features”")
      }
      return features
    case "Feature": return [document]
    case "Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "MultiPoint", "GeometryCollection":
      return [["type": "Feature", "geometry": document]]
    default:
      throw FormatError(
        file: file, line: nil, problem: "this is JSON but not GeoJSON: “type” should be “FeatureCollection”")
    }
  }

  /// The geometry of a feature, the `number`-th of its file; nil for one without a place.
  static func geometry(of feature: FeatureMembers, file: String, number: Int) throws(FormatError) -> Geometry? {
    feature.geometry == .null ? nil : try FeatureReader(file: file, number: number).geometry(feature.geometry)
  }
}

private struct FeatureReader {
  let file: String
  let number: Int

  func feature(_ members: FeatureMembers) throws(FormatError) -> Feature {
    let id: String? =
      switch members.id {
      case .string(let text): text
      case .number: members.id.text
      default: nil
      }
    let geometry = members.geometry == .null ? nil : try self.geometry(members.geometry)
    return Feature(id: id, geometry: geometry, properties: members.properties)
  }

  func geometry(_ json: JSON) throws(FormatError) -> Geometry {
    let coordinates = json["coordinates"]
    switch json["type"].string {
    case "Point": return .point(try position(coordinates))
    case "LineString": return .lines([try line(coordinates)])
    case "MultiLineString": return .lines(try list(coordinates, line))
    case "Polygon": return .area(MultiPolygon([try polygon(coordinates)]))
    case "MultiPolygon":
      let polygons = try list(coordinates, polygon)
      guard !polygons.isEmpty else { throw broken("it has no polygon") }
      return .area(MultiPolygon(polygons))
    default: throw broken("its geometry type is not Point, LineString, Polygon or their multiples")
    }
  }

  private func list<Element>(
    _ json: JSON, _ element: (JSON) throws(FormatError) -> Element
  ) throws(FormatError) -> [Element] {
    guard let elements = json.array else { throw broken("its coordinates are not nested as its type asks") }
    var read: [Element] = []
    read.reserveCapacity(elements.count)
    for json in elements { read.append(try element(json)) }
    return read
  }

  private func polygon(_ json: JSON) throws(FormatError) -> Polygon {
    let rings = try list(json) { json throws(FormatError) in
      let positions = try list(json, position)
      return try checked { () throws(GeoError) in try Ring(positions) }
    }
    guard let exterior = rings.first else { throw broken("a polygon has no ring") }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }

  private func line(_ json: JSON) throws(FormatError) -> LineString {
    let positions = try list(json, position)
    return try checked { () throws(GeoError) in try LineString(positions) }
  }

  private func position(_ json: JSON) throws(FormatError) -> Coordinate {
    guard case .array(let numbers) = json, numbers.count >= 2, case .number(let longitude) = numbers[0],
      case .number(let latitude) = numbers[1]
    else { throw broken("a position is not [longitude, latitude]") }
    return try checked { () throws(GeoError) in try Coordinate(longitude: longitude, latitude: latitude) }
  }

  private func checked<Value>(_ make: () throws(GeoError) -> Value) throws(FormatError) -> Value {
    do { return try make() } catch { throw broken("\(error)") }
  }

  private func broken(_ problem: String) -> FormatError {
    FormatError(file: file, line: nil, problem: "feature \(number): \(problem)")
  }
}
