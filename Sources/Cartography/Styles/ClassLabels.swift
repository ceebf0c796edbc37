import Analysis
import Foundation

extension ClassBreaks {
  /// What a legend calls the classes: `5–9` for whole numbers, `0.5 to under 1.2` for others. The last one ends at the
  /// largest value.
  func labels(isWhole: Bool) -> [String] {
    lowerBounds.indices.map { index in
      let low = lowerBounds[index]
      let isLast = index + 1 == lowerBounds.count
      guard isWhole else {
        let end = isLast ? "to \(maximum.inDigits(2, rounding: .up))" : "to under \(lowerBounds[index + 1].inDigits(2))"
        return "\(low.inDigits(2)) \(end)"
      }
      let high = isLast ? max(low, maximum) : lowerBounds[index + 1] - 1
      return low == high ? SVGNumber.text(low) : "\(SVGNumber.text(low))–\(SVGNumber.text(high))"
    }
  }
}

extension Double {
  /// The number with so many significant digits, without an exponent: 0.034, 1.2, 340.
  func inDigits(_ digits: Int, rounding rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero) -> String {
    guard self > 0 else { return "0" }
    let decimals = max(0, digits - 1 - Int(log10(self).rounded(.down)))
    let power = pow(10, Double(digits - 1) - log10(self).rounded(.down))
    let value = (self * power).rounded(rule) / power
    return String(format: "%.\(decimals)f", value)
  }

  /// The largest number of so many significant digits that is not above this one.
  func roundedDown(digits: Int) -> Double {
    guard self > 0 else { return 0 }
    let exponent = digits - 1 - Int(log10(self).rounded(.down))
    let power = pow(10, Double(abs(exponent)))
    return exponent >= 0 ? (self * power).rounded(.down) / power : (self / power).rounded(.down) * power
  }
}
