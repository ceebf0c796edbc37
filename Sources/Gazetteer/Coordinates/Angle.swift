import Foundation

/// A latitude or longitude as written: degrees, or degrees, minutes and seconds.
struct Angle {
  /// Degrees, minutes, seconds, as many as there are. Only the last has decimals.
  private(set) var parts: [WrittenNumber] = []
  var hemisphere: Hemisphere?
  /// Whether the mark for degrees, minutes or seconds stands in it.
  private(set) var hasMark = false

  /// Why a text has no angles.
  struct Problem: Error { let words: String }

  private var isNegative: Bool { hemisphere?.isNegative ?? parts.first?.isNegative ?? false }

  /// In degrees, south and west negative.
  var degrees: Double {
    let size = zip(parts, [1.0, 60, 3600]).reduce(0) { $0 + $1.0.value / $1.1 }
    return isNegative ? -size : size
  }

  /// One unit of the last digit, in degrees.
  var unitDegrees: Double {
    pow(10, -Double(parts.last?.decimals ?? 0)) / pow(60, Double(max(parts.count, 1) - 1))
  }

  /// `36°20'30" N`, or `36.34 N`.
  func reading(_ axis: Hemisphere.Axis) -> String {
    let letter = axis == .latitude ? (isNegative ? "S" : "N") : (isNegative ? "W" : "E")
    let marks = parts.count == 1 ? [""] : ["°", "'", "\""]
    return zip(parts, marks).map { String(format: "%.\($0.decimals)f", $0.value) + $1 }.joined() + " " + letter
  }

  mutating func append(_ number: WrittenNumber) throws(Problem) {
    guard parts.count < 3, parts.last?.decimals ?? 0 == 0 else {
      throw Problem(words: "its numbers cannot be told apart: a comma or a hemisphere is missing")
    }
    guard parts.isEmpty || number.value < 60 else { throw Problem(words: "minutes and seconds are less than 60") }
    guard !number.isSigned || (parts.isEmpty && hemisphere == nil) else {
      throw Problem(words: "a sign stands where none belongs")
    }
    parts.append(number)
  }

  mutating func mark(_ place: Int) throws(Problem) {
    guard place == parts.count - 1 else {
      throw Problem(words: "a mark for degrees, minutes or seconds is out of place")
    }
    hasMark = true
  }

  mutating func setHemisphere(_ hemisphere: Hemisphere) throws(Problem) {
    guard parts.first?.isSigned != true else { throw Problem(words: "it has both a sign and a hemisphere") }
    self.hemisphere = hemisphere
  }
}

extension Angle {
  /// The angles of a text. Each ends at a separator or with its hemisphere; where the text begins with a hemisphere,
  /// each begins with its own.
  static func angles(of tokens: [DegreeToken]) throws(Problem) -> [Angle] {
    var angles: [Angle] = []
    var angle = Angle()
    var areLed = false
    if case .hemisphere? = tokens.first { areLed = true }
    for token in tokens {
      switch token {
      case .number(let number): try angle.append(number)
      case .mark(let place): try angle.mark(place)
      case .hemisphere(let hemisphere):
        if areLed, !angle.parts.isEmpty { take(&angle, &angles) }
        guard areLed || !angle.parts.isEmpty, angle.hemisphere == nil else {
          throw Problem(words: "a hemisphere stands without its number")
        }
        try angle.setHemisphere(hemisphere)
        if !areLed { take(&angle, &angles) }
      case .separator: if !angle.parts.isEmpty { take(&angle, &angles) }
      }
    }
    if !angle.parts.isEmpty { take(&angle, &angles) }
    return angles
  }

  private static func take(_ angle: inout Angle, _ angles: inout [Angle]) {
    angles.append(angle)
    angle = Angle()
  }
}
