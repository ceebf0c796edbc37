/// Lengths in words, no finer than they are known.
enum Meters {
  /// `35 m`, `4.2 km`, `120 km`.
  static func words(_ meters: Double) -> String {
    if meters < 0.95 { return "\((meters * 100).rounded() / 100) m" }
    if meters < 950 { return "\(Int(meters.rounded())) m" }
    if meters >= 9_950 { return "\(Int((meters / 1000).rounded())) km" }
    let tenths = Int((meters / 100).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) km" : "\(tenths / 10).\(tenths % 10) km"
  }
}
