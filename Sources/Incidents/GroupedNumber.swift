extension Int {
  /// The digits in groups of three, from 1,000 on.
  public var grouped: String {
    let digits = String(magnitude)
    var groups = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { groups.append(",") }
      groups.append(digit)
    }
    return self < 0 ? "−" + groups : groups
  }
}

extension CountRange {
  /// `5`, `3–5` or `at least 1,000`.
  public var grouped: String {
    guard let max else { return "at least \(min.grouped)" }
    return min == max ? min.grouped : "\(min.grouped)–\(max.grouped)"
  }
}
