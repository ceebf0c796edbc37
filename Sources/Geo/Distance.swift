/// A length on the ground. Its unit cannot be forgotten: it is made from meters or from a text with a unit.
public struct Distance: Hashable, Sendable, Comparable {
  /// The length in meters, not negative.
  public let meters: Double

  /// A negative or infinite length is a programming error.
  public init(meters: Double) {
    precondition(meters.isFinite && meters >= 0, "a distance is a number of meters, not negative")
    self.meters = meters
  }

  /// A length in kilometers.
  public static func kilometers(_ kilometers: Double) -> Distance { Distance(meters: kilometers * 1000) }

  /// The length in kilometers.
  public var kilometers: Double { meters / 1000 }

  /// Whether the left one is shorter.
  public static func < (left: Distance, right: Distance) -> Bool { left.meters < right.meters }

  /// Meters to each unit: the international nautical mile and the international mile.
  private static let units: [(suffix: String, meters: Double)] = [
    ("nmi", 1852), ("nm", 1852), ("nautical miles", 1852), ("nautical mile", 1852), ("km", 1000),
    ("kilometers", 1000), ("kilometer", 1000), ("kilometres", 1000), ("kilometre", 1000), ("mi", 1609.344),
    ("miles", 1609.344), ("mile", 1609.344), ("meters", 1), ("meter", 1), ("metres", 1), ("metre", 1), ("m", 1),
  ]

  /// Reads `500m`, `25km`, `5nmi`, `3mi` or `10 miles`, with or without a space and in any case.
  /// - Throws: `GeoError.notADistance` for a bare number, an unknown unit, or a number that is not positive.
  public init(parsing text: String) throws(GeoError) {
    let lowered = text.lowercased()
    for unit in Self.units where lowered.hasSuffix(unit.suffix) {
      let number = lowered.dropLast(unit.suffix.count).filter { $0 != " " }
      guard let value = Double(number), value > 0, (value * unit.meters).isFinite else { break }
      self.init(meters: value * unit.meters)
      return
    }
    throw .notADistance(text)
  }
}
