import Analysis
import Foundation
import Incidents

extension ClassBreaks {
  /// What a legend calls the classes: by the values that are in them, `5–9`, `0.52–1.2`. Equal intervals have their
  /// bounds instead, as it is those that are equal.
  func labels(isWhole: Bool) -> [String] {
    zip(lowerBounds.indices, extents).map { index, extent in
      let isLast = index + 1 == lowerBounds.count
      let next = isLast ? maximum : lowerBounds[index + 1] - (isWhole ? 1 : 0)
      let (low, high) =
        method == .equal || extent == nil
        ? (lowerBounds[index], max(lowerBounds[index], next))
        : (extent?.lowerBound ?? 0, extent?.upperBound ?? 0)
      let ends = [low, high].map { isWhole ? Int($0).grouped : $0.inDigits(2) }
      return ends[0] == ends[1] ? ends[0] : "\(ends[0])–\(ends[1])"
    }
  }
}

extension Double {
  /// The number with so many significant digits, without an exponent: 0.034, 1.2, 340.
  func inDigits(_ digits: Int) -> String {
    guard self > 0 else { return "0" }
    let decimals = max(0, digits - 1 - Int(log10(self).rounded(.down)))
    let power = pow(10, Double(digits - 1) - log10(self).rounded(.down))
    let value = (self * power).rounded() / power
    return String(format: "%.\(decimals)f", value)
  }
}
