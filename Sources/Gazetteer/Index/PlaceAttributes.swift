import Geo
import Incidents

/// The few facts about a place that ranking asks of every candidate, without the strings.
struct PlaceAttributes: Sendable {
  let coordinate: Coordinate
  let kind: PlaceKind
  let country: CountryCode
  /// 0 when not known.
  let population: Int32
  /// How many names it has, at most 255.
  let nameCount: UInt8
  let isSelected: Bool
  let uncertaintyMeters: Float
}

extension PlaceAttributes {
  init(_ place: Place) {
    self.init(
      coordinate: place.coordinate, kind: place.kind, country: CountryCode(place.country),
      population: Int32(clamping: place.population ?? 0), nameCount: UInt8(clamping: 1 + place.alternateNames.count),
      isSelected: place.isSelected, uncertaintyMeters: Float(place.uncertaintyMeters))
  }
}

/// What decides whether a place may be a candidate at all.
struct PlaceCategory: Sendable {
  let kind: PlaceKind
  let country: CountryCode
}

/// An ISO 3166-1 alpha-2 code as a number, quick to compare.
struct CountryCode: Hashable, Sendable {
  /// Its first four letters, as they are stored.
  let number: UInt32

  /// No country.
  static let none = CountryCode("")

  init(number: UInt32) { self.number = number }

  /// The code as a text.
  var text: String {
    String(
      decoding: (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }.drop { $0 == 0 }, as: UTF8.self
    )
  }

  init(_ text: String) { number = text.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
}
