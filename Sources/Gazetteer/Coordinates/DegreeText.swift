import Geo
import GeoEngine

/// Positions in degrees: decimal, or with minutes and seconds.
enum DegreeText {
  /// A position; nil for what is no attempt at one.
  static func read(_ text: String) throws(WrittenPositionError) -> WrittenPosition? {
    guard let tokens = DegreeScanner.tokens(of: text), isAttempt(tokens) else { return nil }
    do {
      let (longitude, latitude) = try ordered(try Angle.angles(of: tokens))
      let coordinate = try Coordinate(longitude: longitude.degrees, latitude: latitude.degrees)
      return position(coordinate, longitude, latitude)
    } catch let problem as Angle.Problem {
      throw WrittenPositionError(text: text, problem: problem.words)
    } catch {
      throw WrittenPositionError(text: text, problem: "\(error)")
    }
  }

  /// What only a position is written like: degree marks, hemispheres at two numbers, or a comma between two numbers.
  private static func isAttempt(_ tokens: [DegreeToken]) -> Bool {
    var (numbers, marks, hemispheres, separators) = (0, 0, 0, 0)
    for token in tokens {
      switch token {
      case .number: numbers += 1
      case .mark: marks += 1
      case .hemisphere: hemispheres += 1
      case .separator: separators += 1
      }
    }
    return (numbers >= 1 && marks >= 1) || (numbers >= 2 && hemispheres + separators >= 1)
  }

  /// Which angle is which: by their hemispheres, or for bare numbers by their order.
  private static func ordered(_ angles: [Angle]) throws(Angle.Problem) -> (longitude: Angle, latitude: Angle) {
    guard angles.count == 2 else {
      throw Angle.Problem(words: "it has \(angles.count == 1 ? "one angle" : "\(angles.count) angles") and needs two")
    }
    switch (angles[0].hemisphere?.axis, angles[1].hemisphere?.axis) {
    case (.latitude, .longitude): return (angles[1], angles[0])
    case (.longitude, .latitude): return (angles[0], angles[1])
    case (nil, nil) where !angles.contains { $0.parts.count > 1 || $0.hasMark }: return (angles[0], angles[1])
    default: throw Angle.Problem(words: "it needs one of N and S, and one of E and W")
    }
  }

  private static func position(
    _ coordinate: Coordinate, _ longitude: Angle, _ latitude: Angle
  ) -> WrittenPosition {
    let (east, north) = (longitude.unitDegrees / 2, latitude.unitDegrees / 2)
    let radius =
      [(-east, -north), (-east, north), (east, -north), (east, north)].map { offset in
        let corner = Coordinate(
          wrappingLongitude: coordinate.longitude + offset.0, latitude: coordinate.latitude + offset.1)
        return Geodesic.distanceMeters(from: coordinate, to: corner)
      }.max() ?? 0
    let isDecimal = longitude.parts.count == 1 && latitude.parts.count == 1
    let reading = latitude.reading(.latitude) + " " + longitude.reading(.longitude)
    return WrittenPosition(
      coordinate: coordinate, uncertaintyMeters: radius,
      notation: isDecimal ? .decimalDegrees : .sexagesimalDegrees, reading: reading,
      because: [
        "the text gives the position \(reading); half a unit of its last digits, north and east, is "
          + Meters.words(radius)
      ])
  }
}
