import Formats
import Geo

/// Features that are hard to write, of a seed.
public struct RandomFeatures {
  /// What the features have in common.
  public let layer: FeatureLayer
  /// The features.
  public let features: [Feature]

  /// - Parameter shapes: whether there are lines and areas too.
  public init(seed: UInt64, count: Int, shapes: Bool = true) throws {
    var generator = SplitMix64(seed: seed)
    layer = FeatureLayer(
      name: "things", fields: Self.fields, hasIDs: true, hasOnlyPoints: !shapes, nameFields: ["text"], dateField: "date"
    )
    features = try (0..<count).map { number in
      let kind = number == 0 ? 0 : Int.random(in: 0...(shapes ? 5 : 1), using: &generator)
      return Feature(
        id: "no \(number)", geometry: try Self.geometry(kind, using: &generator),
        properties: Self.properties(using: &generator), decimals: Int.random(in: 3...7, using: &generator)
      ).rounded()
    }
  }

  /// A batch of all features.
  public var batch: FeatureBatch {
    var batch = FeatureBatch(fields: layer.fields)
    for feature in features { batch.append(feature) }
    return batch
  }

  private static let fields = [
    Field("text", .text, "A text."), Field("whole", .integer, unit: "people", "A number of people."),
    Field("number", .number, unit: "m", "A length."), Field("flag", .boolean, "Whether it is so."),
    Field("date", .date, "A date."), Field("day", .day, "A day."), Field("list", .list, "Some texts."),
    Field("nested", .json, "Anything."),
    Field("name with \"quotes\" <&> الاسم", .text, ""),
  ]

  private static let texts = [
    "", "plain", "two\nlines", "a \"quoted\" text", "comma, semicolon;", "carriage\rreturn", "tab\t", "الموصل", "😀",
    "<b>&amp;</b>", "=1+1", "-5", "+964", "@x", "\u{1}\u{1F}", "\\", String(repeating: "long ", count: 3_000),
  ]

  private static func properties(using generator: inout SplitMix64) -> [String: JSON] {
    func some(_ value: JSON) -> JSON { Int.random(in: 0..<5, using: &generator) == 0 ? .null : value }
    let texts = (0..<3).map { _ in Self.texts.randomElement(using: &generator) ?? "" }
    return [
      "text": some(.string(texts[0])),
      "whole": some(.number(Double(Int.random(in: -9...3_000_000_000, using: &generator)))),
      "number": some(.number(Double.random(in: -1e6...1e6, using: &generator))),
      "flag": some(.bool(.random(using: &generator))),
      "date": some(.string(["2019-04-03", "2019-04", "2019-04-03/2019-04-05"].randomElement(using: &generator) ?? "")),
      "day": some(.string(["2019-04-03", "1999-12-31"].randomElement(using: &generator) ?? "")),
      "list": some(.strings(texts.prefix(Int.random(in: 0...3, using: &generator)))),
      "nested": some(["a": .array([.number(1.5), .null, .string(texts[1])]), "b": [:]]),
      "name with \"quotes\" <&> الاسم": some(.string(texts[2])),
    ]
  }

  private static func geometry(_ kind: Int, using generator: inout SplitMix64) throws -> Geometry? {
    func position() throws -> Coordinate {
      try Coordinate(
        longitude: Double.random(in: -180...180, using: &generator),
        latitude: Double.random(in: -90...90, using: &generator))
    }
    /// A square of a grid, so that neighbors share their sides.
    func square(_ size: Double, inset: Double = 0, at corner: (Int, Int)) throws -> Ring {
      let (x, y) = (Double(corner.0) + inset, Double(corner.1) + inset)
      return try Ring(
        [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)].map {
          try Coordinate(longitude: $0.0, latitude: $0.1)
        })
    }
    func polygon() throws -> Polygon {
      let corner = (Int.random(in: -4...4, using: &generator), Int.random(in: -4...4, using: &generator))
      let hasHole = Int.random(in: 0..<4, using: &generator) == 0
      return Polygon(
        exterior: try square(1, at: corner), holes: hasHole ? [try square(0.5, inset: 0.25, at: corner)] : [])
    }
    func line() throws -> LineString {
      try LineString((0..<Int.random(in: 2...6, using: &generator)).map { _ in try position() })
    }
    switch kind {
    case 0: return nil
    case 1: return .point(try position())
    case 2: return .lines([try line()])
    case 3: return .lines([try line(), try line()])
    case 4: return .area(MultiPolygon([try polygon()]))
    default: return .area(MultiPolygon([try polygon(), try polygon()]))
    }
  }
}

extension Feature {
  /// The feature as it is written: positions with no more decimals than it has.
  func rounded() -> Feature {
    func round(_ positions: [Coordinate]) -> [Coordinate] { positions.map { $0.rounded(toDecimals: decimals) } }
    func round(_ ring: Ring) -> Ring { (try? Ring(round(ring.coordinates))) ?? ring }
    var feature = self
    switch geometry {
    case nil: break
    case .point(let coordinate): feature.geometry = .point(coordinate.rounded(toDecimals: decimals))
    case .lines(let lines): feature.geometry = .lines(lines.map { (try? LineString(round($0.coordinates))) ?? $0 })
    case .area(let area):
      feature.geometry = .area(
        MultiPolygon(area.polygons.map { Polygon(exterior: round($0.exterior), holes: $0.holes.map { round($0) }) }))
    }
    return feature
  }
}
