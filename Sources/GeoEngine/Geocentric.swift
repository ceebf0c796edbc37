import Geo

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Coordinate {
  /// The position on the WGS 84 ellipsoid in geocentric meters (EPSG 9602, height 0). The straight line between two of
  /// them is never longer than the geodesic, at the antimeridian and the poles too: a cheap lower bound of distance.
  public var geocentric: SIMD3<Double> {
    let (semiMajor, flattening) = (6_378_137.0, 1 / 298.257223563)
    let eccentricitySquared = flattening * (2 - flattening)
    let (phi, lambda) = (latitude * .pi / 180, longitude * .pi / 180)
    let primeVertical = semiMajor / (1 - eccentricitySquared * sin(phi) * sin(phi)).squareRoot()
    return SIMD3(
      primeVertical * cos(phi) * cos(lambda),
      primeVertical * cos(phi) * sin(lambda),
      primeVertical * (1 - eccentricitySquared) * sin(phi))
  }
}
