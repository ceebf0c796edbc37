import Analysis
import TestSupport
import Testing

@Suite struct ClassBreaksTests {
  @Test(
    "lower bounds",
    arguments: [
      ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], .quantile, [1, 3, 5, 7, 9]), ([1, 1, 1, 1, 9], .quantile, [1, 9]),
      ([5], .quantile, [5]), ([], .quantile, []), ([0, 0], .jenks, []), ([0, 3, 3], .jenks, [3]),
      ([1, 2, 3, 20, 21, 50, 51, 99, 100, 200], .jenks, [1, 20, 50, 99, 200]), ([2, 1], .jenks, [1, 2]),
      ([1, 100], .equal, [1, 50]), ([10, 20, 30, 40, 50], .equal, [10, 20, 30, 40]), ([7, 7, 7], .equal, [7]),
    ] as [([Double], ClassMethod, [Double])])
  func bounds(_ values: [Double], _ method: ClassMethod, _ expected: [Double]) {
    #expect(ClassBreaks(values, method: method).lowerBounds == expected)
  }

  private static func values(_ random: inout SplitMix64, count: Int) -> [Double] {
    (0..<count).map { _ in Double(Int.random(in: 0...40, using: &random)) }
  }

  /// Every value above zero is in one class, no class but one of equal intervals is empty, and the legend's extents are
  /// those of the data.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64], ClassMethod.allCases)
  func everyValueHasAClass(seed: UInt64, method: ClassMethod) {
    var random = SplitMix64(seed: seed)
    let values = Self.values(&random, count: Int.random(in: 1...60, using: &random))
    let breaks = ClassBreaks(values, method: method)
    #expect(breaks.lowerBounds == breaks.lowerBounds.sorted() && breaks.lowerBounds.count <= ClassBreaks.mostClasses)
    for value in values { #expect((breaks.index(of: value) != nil) == (value > 0), "seed \(seed), \(value)") }
    for (number, extent) in breaks.extents.enumerated() {
      let members = values.filter { $0 > 0 && breaks.index(of: $0) == number }
      #expect(extent?.lowerBound == members.min() && extent?.upperBound == members.max(), "seed \(seed)")
      #expect(extent != nil || method == .equal, "seed \(seed): class \(number) is empty")
    }
  }

  /// No other way to part the values has less squared deviation: all of them are tried.
  @Test(arguments: [11, 12, 13, 14, 15, 16, 17, 18] as [UInt64], [2, 3, 4])
  func naturalBreaksAreOptimal(seed: UInt64, classes: Int) {
    var random = SplitMix64(seed: seed)
    let values = Self.values(&random, count: 9).map { $0 + 1 }.sorted()
    let breaks = ClassBreaks(values, method: .jenks, mostClasses: classes)
    let parts = Set(values).count < classes ? Set(values).count : classes
    let best = Self.partitions(of: values, into: parts).map { $0.map(Self.deviation).reduce(0, +) }.min() ?? 0
    let ours = Dictionary(grouping: values) { breaks.index(of: $0) }.values.map(Self.deviation).reduce(0, +)
    #expect(abs(ours - best) < 1e-9, "seed \(seed): \(values) \(breaks.lowerBounds)")
  }

  private static func partitions(of values: [Double], into parts: Int) -> [[[Double]]] {
    guard parts > 1 else { return [[values]] }
    return (1...(values.count - parts + 1)).flatMap { count in
      partitions(of: Array(values.dropFirst(count)), into: parts - 1).map { [Array(values.prefix(count))] + $0 }
    }
  }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }
}
