import CPROJ
import Geo

/// Lengths, directions and areas on the WGS 84 ellipsoid, exact to a fraction of a millimeter.
///
/// C. F. F. Karney, “Algorithms for geodesics”, Journal of Geodesy 87 (2013), 43–55, as it comes with PROJ.
public enum Geodesic {
  /// WGS 84: semi-major axis in meters and flattening (NGA.STND.0036).
  private static let wgs84 = {
    var geodesic = geod_geodesic()
    geod_init(&geodesic, 6_378_137, 1 / 298.257223563)
    return geodesic
  }()

  /// The length of the shortest way between two positions, in meters.
  public static func distanceMeters(from start: Coordinate, to end: Coordinate) -> Double {
    var distance = 0.0
    withUnsafePointer(to: wgs84) {
      geod_inverse($0, start.latitude, start.longitude, end.latitude, end.longitude, &distance, nil, nil)
    }
    return distance
  }

  /// Whether the shortest way between two positions is no longer than so many meters. Most that are not are told by their
  /// latitudes: no way is shorter than a meridian's between the same parallels.
  public static func isWithin(_ meters: Double, from start: Coordinate, to end: Coordinate) -> Bool {
    abs(start.latitude - end.latitude) * shortestDegreeMeters <= meters
      && distanceMeters(from: start, to: end) <= meters
  }

  /// No degree of a meridian is shorter than it is at the equator: a (1 - e²) π / 180 = 110,574.3 m.
  private static let shortestDegreeMeters = 110_574.0

  /// The length of the shortest way in meters, and the direction in which it sets out, clockwise from north, in
  /// degrees 0…<360. Between equal positions the direction is 0 by convention.
  public static func inverse(
    from start: Coordinate, to end: Coordinate
  ) -> (distanceMeters: Double, initialBearingDegrees: Double) {
    guard start != end else { return (0, 0) }
    var (distance, azimuth) = (0.0, 0.0)
    withUnsafePointer(to: wgs84) {
      geod_inverse($0, start.latitude, start.longitude, end.latitude, end.longitude, &distance, &azimuth, nil)
    }
    // An azimuth a hair west of north would round up to 360.
    let bearing = azimuth < 0 ? azimuth + 360 : azimuth
    return (distance, bearing < 360 ? bearing : 0)
  }

  /// Where one arrives after so many meters on the geodesic that sets out in the direction (degrees clockwise from
  /// north).
  public static func destination(
    from start: Coordinate, bearingDegrees: Double, distanceMeters: Double
  ) -> Coordinate {
    var (latitude, longitude) = (0.0, 0.0)
    withUnsafePointer(to: wgs84) {
      geod_direct($0, start.latitude, start.longitude, bearingDegrees, distanceMeters, &latitude, &longitude, nil)
    }
    return Coordinate(wrappingLongitude: longitude, latitude: latitude)
  }

  /// The area in square meters, holes taken off. Its edges are taken as geodesics.
  public static func areaSquareMeters(_ area: MultiPolygon) -> Double {
    area.polygons.reduce(0) { sum, polygon in
      polygon.holes.reduce(sum + areaSquareMeters(polygon.exterior)) { $0 - areaSquareMeters($1) }
    }
  }

  /// The length in meters, edge by edge.
  public static func lengthMeters(_ line: LineString) -> Double {
    zip(line.coordinates, line.coordinates.dropFirst()).reduce(0) { $0 + distanceMeters(from: $1.0, to: $1.1) }
  }

  /// A polygon whose vertices all lie so many meters from the center; its edges run up to `1 − cos(π / vertices)` of the
  /// radius inside the circle. A circle that contains a pole or crosses the antimeridian is no simple polygon in degrees.
  public static func circle(around center: Coordinate, radiusMeters: Double, vertices: Int = 64) -> Polygon {
    precondition(radiusMeters > 0 && radiusMeters.isFinite, "a circle needs a radius")
    precondition(vertices >= 3, "a polygon needs three vertices")
    var coordinates = (0..<vertices).map { index in
      let bearing = -360 * Double(index) / Double(vertices)
      return destination(from: center, bearingDegrees: bearing, distanceMeters: radiusMeters)
    }
    coordinates.append(coordinates[0])
    guard let ring = try? Ring(coordinates) else { preconditionFailure("the ring was closed above") }
    return Polygon(exterior: ring)
  }

  private static func areaSquareMeters(_ ring: Ring) -> Double {
    var latitudes = ring.coordinates.dropLast().map(\.latitude)
    var longitudes = ring.coordinates.dropLast().map(\.longitude)
    var area = 0.0
    withUnsafePointer(to: wgs84) {
      geod_polygonarea($0, &latitudes, &longitudes, Int32(latitudes.count), &area, nil)
    }
    return abs(area)
  }
}
