import CMGRS
public import Geo

/// The Military Grid Reference System on WGS 84 (NGA.STND.0037), read and written by GeographicLib.
public enum MGRS {
  /// The square that a grid reference names: its middle stands for it.
  public struct Square: Hashable, Sendable {
    /// The middle of the square.
    public let center: Coordinate
    /// The geodesic distance from there to the farthest corner, in meters.
    public let radiusMeters: Double
    /// The length of its sides in meters: 100,000 for a reference without digits, 1 for one of ten.
    public let sideMeters: Double
  }

  /// The most digits of easting or of northing: the square is a micrometer wide.
  static let mostDigits = 11

  /// The square of a reference without spaces, in any case, such as `38SLF1234567890`.
  /// - Throws: `EngineError.mgrs` with the reason for what is no reference, or names a square that does not exist.
  public static func square(_ reference: String) throws(EngineError) -> Square {
    var raw = CMGRSSquare()
    var message = [CChar](repeating: 0, count: 256)
    guard cmgrs_read(reference, &raw, &message, Int32(message.count)) == 0 else { throw .mgrs(text(message)) }
    let corners = [raw.corners.0, raw.corners.1, raw.corners.2, raw.corners.3].map(coordinate)
    let center = coordinate(raw.center)
    let radius = corners.map { Geodesic.distanceMeters(from: center, to: $0) }.max() ?? 0
    var side = 100_000.0
    for _ in 0..<raw.digits { side /= 10 }
    return Square(center: center, radiusMeters: radius, sideMeters: side)
  }

  /// The reference of the square that a position lies in.
  /// - Parameter digits: of easting and of northing each, 0…11: 5 for a square of one meter.
  /// - Throws: `EngineError.mgrs` when GeographicLib refuses; no position on the globe is known to make it.
  public static func reference(_ position: Coordinate, digits: Int) throws(EngineError) -> String {
    precondition((0...mostDigits).contains(digits), "a grid reference has up to 11 digits of easting and of northing")
    var reference = [CChar](repeating: 0, count: 64)
    var message = [CChar](repeating: 0, count: 256)
    let raw = CMGRSPosition(longitude: position.longitude, latitude: position.latitude)
    let status = cmgrs_write(
      raw, Int32(digits), &reference, Int32(reference.count), &message, Int32(message.count))
    guard status == 0 else { throw .mgrs(text(message)) }
    return text(reference)
  }

  private static func coordinate(_ raw: CMGRSPosition) -> Coordinate {
    Coordinate(wrappingLongitude: raw.longitude, latitude: raw.latitude)
  }

  private static func text(_ bytes: [CChar]) -> String {
    String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
