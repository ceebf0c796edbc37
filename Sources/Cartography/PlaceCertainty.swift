import Incidents

extension Location {
  /// Below this probability a position is drawn as one that may be wrong.
  public static let leastSureConfidence = 0.8

  /// Whether a map shows the position as certain: the place itself is known, and it is very likely the one meant.
  public var isSure: Bool { match != .parent && confidence >= Self.leastSureConfidence }
}
