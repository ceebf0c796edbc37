extension Coordinate {
  /// Reads `LONGITUDE,LATITUDE` in decimal degrees, or degrees, minutes and seconds with hemisphere letters in either
  /// order: `35°57'03"N 39°00'32"E`.
  /// - Returns: nil for a text that is no attempt at a coordinate, such as a place's name.
  /// - Throws: `GeoError` for one that is, but is not on the globe or lacks a part.
  public static func parse(_ text: String) throws(GeoError) -> Coordinate? {
    let pair = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
    if pair.count == 2, let longitude = Double(pair[0]), let latitude = Double(pair[1]) {
      return try Coordinate(longitude: longitude, latitude: latitude)
    }
    guard text.contains("°") else { return nil }
    return try parseSexagesimal(text)
  }

  private static func parseSexagesimal(_ text: String) throws(GeoError) -> Coordinate {
    var degreesByHemisphere: [Character: Double] = [:]
    var number = ""
    var parts: [Double] = []
    for character in text.uppercased() {
      if character.isNumber || character == "." {
        number.append(character)
        continue
      }
      if let part = Double(number) { parts.append(part) }
      number = ""
      guard "NSEW".contains(character) else { continue }
      guard let degrees = degrees(parts), degreesByHemisphere[character] == nil else { throw .notACoordinate(text) }
      degreesByHemisphere[character] = degrees
      parts = []
    }
    let latitude = degreesByHemisphere["N"] ?? degreesByHemisphere["S"].map(-)
    let longitude = degreesByHemisphere["E"] ?? degreesByHemisphere["W"].map(-)
    guard degreesByHemisphere.count == 2, let longitude, let latitude, parts.isEmpty, number.isEmpty else {
      throw .notACoordinate(text)
    }
    return try Coordinate(longitude: longitude, latitude: latitude)
  }

  /// Degrees, minutes and seconds as decimal degrees; nil when minutes or seconds are missing their whole or reach 60.
  private static func degrees(_ parts: [Double]) -> Double? {
    guard (1...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return zip(parts, [1, 60, 3600]).reduce(0) { $0 + $1.0 / $1.1 }
  }
}
