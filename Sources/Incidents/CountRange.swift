/// A number of people as the text states it, at least and at most.
public struct CountRange: Hashable, Sendable {
  /// The smallest number the text allows.
  public let min: Int
  /// The largest number the text allows; nil when it gives no upper bound (“at least five”).
  public let max: Int?

  /// Exactly that many.
  public init(_ count: Int) { self.init(min: count, max: count) }

  /// A negative or reversed range is a programming error.
  public init(min: Int, max: Int?) {
    precondition(min >= 0 && min <= max ?? min, "a count range must run upward from 0 or more")
    self.min = min
    self.max = max
  }

  /// The range of the sum of two independent counts.
  public static func + (left: CountRange, right: CountRange) -> CountRange {
    var upper: Int?
    if let leftMax = left.max, let rightMax = right.max { upper = leftMax + rightMax }
    return CountRange(min: left.min + right.min, max: upper)
  }
}

extension CountRange: CustomStringConvertible {
  /// `5`, `3–5` or `at least 5`.
  public var description: String {
    guard let max else { return "at least \(min)" }
    return min == max ? "\(min)" : "\(min)–\(max)"
  }
}
