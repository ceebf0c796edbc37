extension ClassBreaks {
  /// Of more different values than this, that many quantiles stand for all: the classes hardly differ, and the work
  /// grows with the square.
  private static let mostValues = 1000

  /// The first value of each class when the values are parted so that the squared deviations from the classes' means
  /// are least: W. D. Fisher, “On grouping for maximum homogeneity”, JASA 53, 1958, which is what G. F. Jenks's natural
  /// breaks look for.
  /// - Parameter sorted: ascending.
  static func naturalBreaks(_ sorted: [Double], _ count: Int) -> [Double] {
    let values =
      sorted.count <= mostValues ? sorted : (0..<mostValues).map { sorted[$0 * sorted.count / mostValues] }
    let classes = min(count, Set(values).count)
    guard classes > 0 else { return [] }
    let deviations = Deviations(values)
    // least[end]: the least sum for the values before `end` in the classes so far; starts[k][end]: where the last of
    // them begins.
    var least = (0...values.count).map { deviations.sum($0 == 0 ? 0..<0 : 0..<$0) }
    var starts = [[Int](repeating: 0, count: values.count + 1)]
    for classNumber in 1..<max(1, classes) {
      var (next, start) = (least, [Int](repeating: 0, count: values.count + 1))
      for end in stride(from: classNumber + 1, through: values.count, by: 1) {
        next[end] = .infinity
        for begin in classNumber..<end where values[begin] != values[begin - 1] {
          let sum = least[begin] + deviations.sum(begin..<end)
          if sum < next[end] { (next[end], start[end]) = (sum, begin) }
        }
      }
      least = next
      starts.append(start)
    }
    return bounds(values, starts)
  }

  private static func bounds(_ values: [Double], _ starts: [[Int]]) -> [Double] {
    var (end, bounds) = (values.count, [Double]())
    for start in starts.reversed() where end > 0 {
      bounds.append(values[start[end]])
      end = start[end]
    }
    return bounds.reversed()
  }
}

/// Sums of squared deviations from the mean over any run of values, each in constant time.
private struct Deviations {
  private var sums: [Double] = [0]
  private var squares: [Double] = [0]

  init(_ values: [Double]) {
    // Around their mean, so that large values do not cancel each other's digits.
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    for value in values.map({ $0 - mean }) {
      sums.append(sums[sums.count - 1] + value)
      squares.append(squares[squares.count - 1] + value * value)
    }
  }

  func sum(_ range: Range<Int>) -> Double {
    guard !range.isEmpty else { return 0 }
    let sum = sums[range.upperBound] - sums[range.lowerBound]
    return squares[range.upperBound] - squares[range.lowerBound] - sum * sum / Double(range.count)
  }
}
