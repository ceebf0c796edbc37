import Geo

/// A GeoJSON feature (RFC 7946 §3.2).
public struct Feature: Hashable, Sendable {
  /// Its identifier, when it has one.
  public var id: String?
  /// Where it is; nil for a feature that has no place.
  public var geometry: Geometry?
  /// Its other members.
  public var properties: [String: JSON]
  /// How many decimals of a degree are written, at most 7 (about a centimeter).
  public var decimals: Int

  /// A feature. More than 7 decimals is a programming error.
  public init(id: String? = nil, geometry: Geometry?, properties: [String: JSON], decimals: Int = 7) {
    precondition((0...7).contains(decimals), "coordinates have 0 to 7 decimals")
    self.id = id
    self.geometry = geometry
    self.properties = properties
    self.decimals = decimals
  }
}

/// The fewest decimals of a degree that move a position by less than a tenth of its uncertainty: a coordinate must not
/// look finer than it is known.
/// - Parameter uncertaintyMeters: the radius of uncertainty, in meters.
/// - Returns: 0…7.
public func decimalsOfDegree(uncertaintyMeters: Double) -> Int {
  let metersPerDegree = 111_320.0
  var decimals = 0
  var unitMeters = metersPerDegree
  while decimals < 7, unitMeters > uncertaintyMeters / 10 {
    decimals += 1
    unitMeters /= 10
  }
  return decimals
}
