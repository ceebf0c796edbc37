/// The classes of a map of counts: steps of 1, 2 and 5 times a power of ten. They depend on nothing but the largest
/// count, so that the maps of several months can have the same ones.
public struct CountClasses: Hashable, Sendable {
  /// The method's name, for the legend.
  static let method = "round steps of 1, 2 and 5"
  /// The lowest count of each class, ascending, from 1.
  public let lowerBounds: [Int]
  private static let mostClasses = 5

  /// The classes up to a count: at most five; below them, everything from 1 on.
  public init(maximum: Int) {
    var steps: [Int] = []
    var power = 1
    while power <= max(1, maximum) {
      steps += [1, 2, 5].map { $0 * power }.filter { $0 <= max(1, maximum) }
      guard power <= Int.max / 10 else { break }
      power *= 10
    }
    lowerBounds = [1] + steps.suffix(Self.mostClasses).dropFirst()
  }

  /// The class of a count; nil for zero.
  func index(of count: Int) -> Int? { lowerBounds.lastIndex { $0 <= count } }

  /// The colors of the classes, lightest first.
  var colors: [String] { ColorRamp.colors(lowerBounds.count, darkest: 0.48) }

  /// `1–4`, `5–9`, `50 or more`
  var labels: [String] {
    lowerBounds.indices.map { index in
      guard index + 1 < lowerBounds.count else { return "\(lowerBounds[index]) or more" }
      let last = lowerBounds[index + 1] - 1
      return last == lowerBounds[index] ? "\(last)" : "\(lowerBounds[index])–\(last)"
    }
  }
}
