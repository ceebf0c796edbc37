/// A position on the WGS 84 ellipsoid, in degrees. A value of this type is always on the globe.
public struct Coordinate: Hashable, Sendable {
  /// Degrees east of Greenwich, −180…180.
  public let longitude: Double
  /// Degrees north of the equator, −90…90.
  public let latitude: Double

  /// - Throws: `GeoError.outOfRange` when a number is not finite or not on the globe.
  public init(longitude: Double, latitude: Double) throws(GeoError) {
    guard (-180...180).contains(longitude), (-90...90).contains(latitude) else {
      throw .outOfRange(longitude: longitude, latitude: latitude)
    }
    self.longitude = longitude
    self.latitude = latitude
  }

  /// A coordinate whose degrees are wrapped and clamped onto the globe: for the results of our own arithmetic, which
  /// may leave it by a rounding error. Both numbers must be finite.
  public init(wrappingLongitude longitude: Double, latitude: Double) {
    precondition(longitude.isFinite && latitude.isFinite, "a coordinate needs finite numbers")
    let turns = ((longitude + 180) / 360).rounded(.down)
    self.longitude = (-180...180).contains(longitude) ? longitude : longitude - 360 * turns
    self.latitude = min(90, max(-90, latitude))
  }
}

extension Coordinate: CustomStringConvertible {
  /// `longitude,latitude`, as the command line takes it.
  public var description: String { "\(longitude),\(latitude)" }
}
