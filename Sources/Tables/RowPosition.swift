import Formats
import Geo
import GeoEngine

/// The position that a row gives.
enum RowPosition {
  /// None.
  case missing
  /// A position, with how many decimals of a degree it is written, and how far its own digits or shape leave it open.
  case position(Coordinate, decimals: Int, meters: Double, footprint: Geometry?)
  /// Zero and zero.
  case zero
  /// Numbers that are no degrees of longitude and latitude.
  case outOfRange
  /// Something that is no position.
  case unreadable

  /// The position in two columns.
  init(longitude: CellText, latitude: CellText) {
    if longitude.meansNothing && latitude.meansNothing {
      self = .missing
      return
    }
    guard let x = TableNumber.decimal(longitude), let y = TableNumber.decimal(latitude) else {
      self = .unreadable
      return
    }
    guard let coordinate = try? Coordinate(longitude: x.value, latitude: y.value) else {
      self = .outOfRange
      return
    }
    if x.value == 0, y.value == 0 {
      self = .zero
      return
    }
    let decimals = max(x.decimals, y.decimals)
    self = .position(
      coordinate, decimals: min(7, decimals), meters: Self.halfUnitMeters(decimals: decimals), footprint: nil)
  }

  /// The position in one column, the latitude first: `35.95, 39.01`, `35,95; 39,01`, `35.95 39.01`.
  init(coordinates text: CellText) {
    if text.meansNothing {
      self = .missing
      return
    }
    let bytes = text.withLatinDigits
    // A comma with nothing but digits around it may be a decimal comma; so other signs are tried first.
    for separator in [UInt8(ascii: ";"), 0x20, UInt8(ascii: ",")] {
      let parts = bytes.split(separator: separator).map { part in
        part.trimmed.last == UInt8(ascii: ",") ? part.trimmed.dropLast() : part.trimmed
      }
      if parts.count == 2 {
        self.init(longitude: parts[1], latitude: parts[0])
        return
      }
    }
    self = .unreadable
  }

  /// The position of a geometry; of a line or an area the middle of the circle around it.
  init(_ geometry: Geometry?) {
    switch geometry {
    case nil: self = .missing
    case .point(let coordinate):
      self =
        coordinate.longitude == 0 && coordinate.latitude == 0
        ? .zero : .position(coordinate, decimals: 7, meters: 0, footprint: nil)
    case .lines, .area:
      guard let shape = geometry, let circle = try? BoundingCircle.of(shape) else {
        self = .unreadable
        return
      }
      self = .position(circle.center, decimals: 7, meters: circle.radiusMeters, footprint: shape)
    }
  }

  /// Half a unit of the last digit, north and east: no position is more exact than it is written.
  private static func halfUnitMeters(decimals: Int) -> Double {
    var meters = 111_320 / 2 * 2.0.squareRoot()
    for _ in 0..<decimals { meters /= 10 }
    return meters
  }
}
