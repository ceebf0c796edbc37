import Geo
import Incidents

/// The attributes of all places of a gazetteer file, 44 bytes each.
///
///     0  8  longitude          24 4  country            40 1  kind
///     8  8  latitude           28 4  where the place is 41 1  number of names
///     16 4  uncertainty        32 4  where its geometry 42 1  whether it is selected
///     20 4  population         36 4  its first reading  43 1  unused
struct AttributeTable: Sendable {
  private static let width = 44
  private let start: Int
  /// The number of places.
  let count: Int

  /// The table in a range of the file's bytes; nil when it has no whole number of places.
  init?(_ range: Range<Int>) {
    guard range.count.isMultiple(of: Self.width) else { return nil }
    start = range.lowerBound
    count = range.count / Self.width
  }

  /// Where else in the file a place's parts are.
  struct Offsets {
    /// The place, in its section.
    let place: UInt32
    /// Its geometry, in its section; 0 for none.
    let geometry: UInt32
    /// The first of its readings.
    let firstForm: UInt32
  }

  static func append(_ attributes: PlaceAttributes, _ offsets: Offsets, to bytes: inout [UInt8]) {
    bytes.append(double: attributes.coordinate.longitude)
    bytes.append(double: attributes.coordinate.latitude)
    bytes.append(littleEndian: attributes.uncertaintyMeters.bitPattern)
    bytes.append(littleEndian: UInt32(bitPattern: attributes.population))
    bytes.append(littleEndian: attributes.country.number)
    bytes.append(littleEndian: offsets.place)
    bytes.append(littleEndian: offsets.geometry)
    bytes.append(littleEndian: offsets.firstForm)
    bytes += [PlaceCoding.number(of: attributes.kind), attributes.nameCount, attributes.isSelected ? 1 : 0, 0]
  }

  @inline(__always)
  func attributes(_ place: Int, _ bytes: Span<UInt8>) -> PlaceAttributes {
    let offset = start &+ place &* Self.width
    return PlaceAttributes(
      coordinate: Coordinate(
        wrappingLongitude: bytes.double(at: offset), latitude: bytes.double(at: offset &+ 8)),
      kind: PlaceCoding.kinds[Int(bytes[offset &+ 40])],
      country: CountryCode(number: bytes.number(UInt32.self, at: offset &+ 24)),
      population: Int32(bitPattern: bytes.number(UInt32.self, at: offset &+ 20)), nameCount: bytes[offset &+ 41],
      isSelected: bytes[offset &+ 42] != 0,
      uncertaintyMeters: Float(bitPattern: bytes.number(UInt32.self, at: offset &+ 16)))
  }

  /// What kind of place it is and in which country: all that most candidates are asked.
  @inline(__always)
  func category(_ place: Int, _ bytes: Span<UInt8>) -> PlaceCategory {
    let offset = start &+ place &* Self.width
    return PlaceCategory(
      kind: PlaceCoding.kinds[Int(bytes[offset &+ 40])],
      country: CountryCode(number: bytes.number(UInt32.self, at: offset &+ 24)))
  }

  func offsets(_ place: Int, _ bytes: Span<UInt8>) -> Offsets {
    let offset = start &+ place &* Self.width
    return Offsets(
      place: bytes.number(UInt32.self, at: offset &+ 28), geometry: bytes.number(UInt32.self, at: offset &+ 32),
      firstForm: bytes.number(UInt32.self, at: offset &+ 36))
  }
}
