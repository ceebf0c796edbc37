/// How the classes of a map are chosen from its values.
public enum ClassMethod: String, Hashable, Sendable, CaseIterable {
  /// As many values in each class.
  case quantile
  /// Classes whose values are as near to one another as can be.
  case jenks
  /// Classes of the same width.
  case equal

  /// The name that a legend prints.
  public var name: String {
    switch self {
    case .quantile: "quantiles (as many in each class)"
    case .jenks: "natural breaks (Jenks)"
    case .equal: "equal intervals"
    }
  }
}

/// The classes of a map: the lower bound of each, which is a value of the data or a round number below it.
public struct ClassBreaks: Hashable, Sendable {
  /// How they were chosen.
  public let method: ClassMethod
  /// The lower bound of each class, ascending; the last class has no upper bound. Empty without a value above zero.
  public let lowerBounds: [Double]
  /// The values above zero, ascending.
  private let values: [Double]

  /// More classes than this cannot be told apart on a map.
  public static let mostClasses = 5

  /// The classes of the values above zero; fewer than five where there are fewer different values.
  public init(_ values: [Double], method: ClassMethod, mostClasses: Int = mostClasses) {
    precondition(mostClasses >= 1, "there is at least one class")
    let sorted = values.filter { $0 > 0 }.sorted()
    self.method = method
    self.values = sorted
    lowerBounds =
      switch method {
      case .quantile: Self.quantiles(sorted, mostClasses)
      case .jenks: Self.naturalBreaks(sorted, mostClasses)
      case .equal: Self.equalIntervals(sorted, mostClasses)
      }
  }

  private init(method: ClassMethod, lowerBounds: [Double], values: [Double]) {
    (self.method, self.lowerBounds, self.values) = (method, lowerBounds, values)
  }

  /// The largest value; 0 without any.
  public var maximum: Double { values.last ?? 0 }

  /// The smallest and the largest value in each class; nil for a class without any.
  public var extents: [ClosedRange<Double>?] {
    let classes = Dictionary(grouping: values) { index(of: $0) }
    return lowerBounds.indices.map { number in
      guard let members = classes[number], let first = members.first, let last = members.last else { return nil }
      return first...last
    }
  }

  /// The class of a value, from 0; nil for what is below the first class, which is zero and no more.
  public func index(of value: Double) -> Int? { lowerBounds.lastIndex { $0 <= value } }

  /// The same classes with their bounds changed, such as rounded; bounds that become equal are one class less.
  public func mapBounds(_ transform: (Double) -> Double) -> ClassBreaks {
    ClassBreaks(method: method, lowerBounds: Self.withoutRepeats(lowerBounds.map(transform)), values: values)
  }

  /// Every class begins at the value of its rank. Equal values are never parted.
  private static func quantiles(_ sorted: [Double], _ count: Int) -> [Double] {
    guard !sorted.isEmpty else { return [] }
    return withoutRepeats((0..<count).map { sorted[$0 * sorted.count / count] })
  }

  /// From zero to the maximum in steps of one width; a class that no value is in stays, as the method has it. The first
  /// class begins at the smallest value where that lies in it.
  private static func equalIntervals(_ sorted: [Double], _ count: Int) -> [Double] {
    guard let smallest = sorted.first, let largest = sorted.last else { return [] }
    let classes = min(count, Set(sorted).count)
    let width = largest / Double(classes)
    return withoutRepeats((0..<classes).map { $0 == 0 ? min(smallest, width) : Double($0) * width })
  }

  private static func withoutRepeats(_ ascending: [Double]) -> [Double] {
    ascending.reduce(into: []) { bounds, bound in if bound != bounds.last { bounds.append(bound) } }
  }
}
