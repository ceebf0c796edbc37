/// Uncertainty as Darwin Core gives it, in the term `coordinateUncertaintyInMeters`: the radius in meters of the smallest
/// circle around the position that holds the whole of the place. It is left empty where it is unknown or does not apply,
/// and zero is no value of it (https://dwc.tdwg.org/terms/#dwc:coordinateUncertaintyInMeters).
public enum DarwinCore {
  /// Half of the Earth's circumference: no circle is wider.
  private static let mostMeters = 20_037_509.0

  /// The value of the term: whole meters, rounded up, so that the circle never becomes smaller. Nil, to be left empty,
  /// for an uncertainty that is unknown, zero, negative, not finite, or wider than the Earth.
  public static func coordinateUncertaintyInMeters(_ uncertaintyMeters: Double?) -> Int? {
    guard let meters = read(uncertaintyMeters) else { return nil }
    return Int(meters.rounded(.up))
  }

  /// The radius that a value of the term states, in meters; nil for an empty or impossible one. Zero is read as unknown:
  /// it is what many publishers write for that.
  public static func read(_ coordinateUncertaintyInMeters: Double?) -> Double? {
    guard let meters = coordinateUncertaintyInMeters, meters > 0, meters <= mostMeters else { return nil }
    return meters
  }
}
