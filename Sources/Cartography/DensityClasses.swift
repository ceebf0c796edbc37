import Foundation

/// The class breaks of a density surface: steps of 1, 2 and 5 times a power of ten, in a unit of area in which they are
/// readable numbers.
struct DensityClasses {
  /// The lower bounds of the classes, per square kilometer, ascending.
  let breaksPerSquareKilometer: [Double]
  /// The area that the legend counts per, in square kilometers.
  let unitSquareKilometers: Double

  private static let mostClasses = 5

  /// Classes for a surface between the two, in incidents per square kilometer; nil when it is empty.
  init?(minimum: Double, maximum: Double) {
    guard maximum.isFinite, maximum > 1e-9 else { return nil }
    let exponent = Int(log10(maximum).rounded(.down))
    let steps: [Double] = (exponent - 2...exponent).flatMap(Self.steps)
    let reached = steps.filter { $0 < maximum }
    let used = reached.lastIndex { $0 <= minimum } ?? 0
    breaksPerSquareKilometer = reached.dropFirst(used).suffix(Self.mostClasses)
    let top = breaksPerSquareKilometer.last ?? maximum
    unitSquareKilometers = [1, 100, 1000, 10_000, 100_000].first { top * $0 >= 0.99 } ?? 1_000_000
  }

  /// 1, 2 and 5 times a power of ten. Dividing by an exact power gives the number nearest to 0.2; multiplying does not.
  private static func steps(_ power: Int) -> [Double] {
    let ten = pow(10, Double(abs(power)))
    return [1.0, 2.0, 5.0].map { power < 0 ? $0 / ten : $0 * ten }
  }

  /// The lower bounds as the legend prints them.
  var labels: [String] {
    breaksPerSquareKilometer.map { SVGNumber.text(($0 * unitSquareKilometers * 100).rounded() / 100) }
  }

  /// What the numbers count: `incidents per 100 km²`.
  var unit: String { "incidents per \(area)" }

  /// The area that they are counted per.
  var area: String {
    switch unitSquareKilometers {
    case 1: "km²"
    case 100: "100 km²"
    case 1000: "1,000 km²"
    case 10_000: "10,000 km²"
    case 100_000: "100,000 km²"
    default: "million km²"
    }
  }
}

/// Fewer incidents at a place than this make no density: a surface from a handful of points is as wide as it is made up.
/// Policy.
public let fewestIncidentsForDensity = 10
