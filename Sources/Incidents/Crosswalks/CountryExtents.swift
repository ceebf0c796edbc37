/// How wide the places of a country are: what a code that only says “somewhere in this district” leaves open, in meters.
/// All are radii of the circle around the middle of a place.
public struct CountryExtents: Hashable, Sendable {
  /// A town or village.
  public var townMeters: Double
  /// A second-level area.
  public var districtMeters: Double
  /// A first-level area.
  public var governorateMeters: Double
  /// The country.
  public var countryMeters: Double

  /// Extents of a country, each wider than the one before it; anything else is a programming error.
  public init(townMeters: Double, districtMeters: Double, governorateMeters: Double, countryMeters: Double) {
    let radii = [0, townMeters, districtMeters, governorateMeters, countryMeters]
    precondition(radii == radii.sorted() && townMeters > 0, "a country's areas are wider than what lies in them")
    self.townMeters = townMeters
    self.districtMeters = districtMeters
    self.governorateMeters = governorateMeters
    self.countryMeters = countryMeters
  }
}
