import Geo
import Incidents

/// The form of a place in a gazetteer file. The texts stand first, each with its length in front, so that one of them
/// can be read without the others.
enum PlaceCoding {
  /// The kinds by their numbers in files. Append only: a number, once given, keeps its meaning.
  static let kinds: [PlaceKind] = [
    .country, .governorate, .district, .city, .town, .village, .neighborhood, .area, .airfield, .oilfield, .camp,
    .bridge,
    .school, .site, .dam, .river, .lake, .road,
  ]

  /// The number of a kind.
  static func number(of kind: PlaceKind) -> UInt8 {
    guard let number = kinds.firstIndex(of: kind) else {
      preconditionFailure("add \(kind) to the end of PlaceCoding.kinds")
    }
    return UInt8(number)
  }

  /// Appends a place. The footprint is not part of it: `GeometryCoding` has that.
  static func append(_ place: Place, to bytes: inout [UInt8]) {
    for text in [place.id, place.name, place.country, place.source, place.governorateCode ?? "", place.parent ?? ""] {
      bytes.append(text: text)
    }
    for list in [place.alternateNames, place.otherIDs] {
      bytes.append(variableLength: list.count)
      for text in list { bytes.append(text: text) }
    }
    bytes.append(double: place.coordinate.longitude)
    bytes.append(double: place.coordinate.latitude)
    bytes.append(double: place.uncertaintyMeters)
    bytes.append(variableLength: place.population.map { max(0, $0) + 1 } ?? 0)
    bytes.append(number(of: place.kind))
    bytes.append(place.isSelected ? 1 : 0)
  }

  /// Reads a place and moves the offset behind it.
  static func place(_ bytes: Span<UInt8>, at offset: inout Int) -> Place {
    var texts: [String] = []
    for _ in 0..<6 { texts.append(text(bytes, at: &offset)) }
    let alternates = self.texts(bytes, at: &offset)
    let otherIDs = self.texts(bytes, at: &offset)
    let coordinate = Coordinate(
      wrappingLongitude: bytes.double(at: offset), latitude: bytes.double(at: offset + 8))
    let uncertainty = bytes.double(at: offset + 16)
    offset += 24
    let population = length(bytes, at: &offset)
    let kind = kinds[Int(bytes[offset])]
    let isSelected = bytes[offset + 1] != 0
    offset += 2
    return Place(
      id: texts[0], name: texts[1], alternateNames: alternates, coordinate: coordinate, country: texts[2],
      governorateCode: texts[4].isEmpty ? nil : texts[4], kind: kind, parent: texts[5].isEmpty ? nil : texts[5],
      uncertaintyMeters: uncertainty, population: population == 0 ? nil : population - 1, source: texts[3],
      isSelected: isSelected, otherIDs: otherIDs)
  }

  /// The texts of a place that can be read by themselves, in the order of the file.
  enum Field: Int { case id, name, country, source, governorateCode }

  /// One text of the place at an offset.
  static func text(_ field: Field, _ bytes: Span<UInt8>, at offset: Int) -> String {
    var offset = offset
    for _ in 0..<field.rawValue { skipText(bytes, at: &offset) }
    return text(bytes, at: &offset)
  }

  /// One name of the place at an offset: 0 is the main one, 1 the first alternate.
  static func name(_ number: Int, _ bytes: Span<UInt8>, at offset: Int) -> String {
    guard number > 0 else { return text(.name, bytes, at: offset) }
    var offset = offset
    for _ in 0..<6 { skipText(bytes, at: &offset) }
    let count = length(bytes, at: &offset)
    precondition(number <= count, "no such name")
    for _ in 1..<number { skipText(bytes, at: &offset) }
    return text(bytes, at: &offset)
  }

  /// All identifiers of the place at an offset, its own first.
  static func identifiers(_ bytes: Span<UInt8>, at offset: Int) -> [String] {
    var offset = offset
    let own = text(bytes, at: &offset)
    for _ in 1..<6 { skipText(bytes, at: &offset) }
    for _ in 0..<length(bytes, at: &offset) { skipText(bytes, at: &offset) }
    return [own] + texts(bytes, at: &offset)
  }

  private static func texts(_ bytes: Span<UInt8>, at offset: inout Int) -> [String] {
    (0..<length(bytes, at: &offset)).map { _ in text(bytes, at: &offset) }
  }

  private static func text(_ bytes: Span<UInt8>, at offset: inout Int) -> String {
    let count = length(bytes, at: &offset)
    let codeUnits = bytes.extracting(offset..<(offset + count))
    offset += count
    guard let text = try? UTF8Span(validating: codeUnits) else { return "" }
    return String(copying: text)
  }

  private static func skipText(_ bytes: Span<UInt8>, at offset: inout Int) {
    let count = length(bytes, at: &offset)
    offset += count
  }

  private static func length(_ bytes: Span<UInt8>, at offset: inout Int) -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = bytes[offset]
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
