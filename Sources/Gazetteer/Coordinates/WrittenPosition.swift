public import Geo

/// A position that a text gives in figures, and how far off its digits leave it. WGS 84 is assumed.
public struct WrittenPosition: Hashable, Sendable {
  /// The ways to write a position.
  public enum Notation: String, Hashable, Sendable, CaseIterable {
    /// `43.1361,36.3417` or `36.3417 N, 43.1361 E`.
    case decimalDegrees = "decimal degrees"
    /// `36°20'30"N 43°08'10"E`; minutes or seconds may have decimals.
    case sexagesimalDegrees = "degrees, minutes and seconds"
    /// `38SLF1234567890`, the Military Grid Reference System.
    case grid = "MGRS grid"
  }

  /// The position: of a grid, the middle of its square; of two grids, the middle of the circle around both squares.
  public var coordinate: Coordinate
  /// What the digits leave open, in meters: the radius of the circle around all positions that would be written so.
  public var uncertaintyMeters: Double
  /// How it is written.
  public var notation: Notation
  /// The text as it was understood, in one form: `36.3417 N 43.1361 E`.
  public var reading: String
  /// How it was understood and how the radius was made, in words.
  public var because: [String]

  /// Reads a position in any of the notations.
  ///
  /// Bare numbers are `LONGITUDE,LATITUDE`; with hemisphere letters either may come first. A grid may be spaced, in
  /// small letters, and doubled with a stroke. Nothing is repaired: a mistyped position is an error.
  /// - Returns: nil for a text that is no attempt at a position, such as a place's name.
  /// - Throws: `WrittenPositionError` for one that is, but is none.
  public static func read(_ text: String) throws(WrittenPositionError) -> WrittenPosition? {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    if let grid = try GridText.read(text) { return grid }
    return try DegreeText.read(text)
  }
}

/// A text that looks like a position and is none.
public struct WrittenPositionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text.
  public let text: String
  /// What is wrong with it.
  public let problem: String

  /// The problem and the way out, in one sentence.
  public var description: String {
    "“\(text)” is not a position: \(problem). Write LONGITUDE,LATITUDE in degrees, such as 39.01,35.95; degrees with "
      + "hemispheres, such as 35°57'03\"N 39°00'32\"E; or an MGRS grid, such as 37SEV0110978546"
  }
}
