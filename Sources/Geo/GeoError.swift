/// What can be wrong with geographic input from outside.
public enum GeoError: Error, Hashable, Sendable {
  /// A longitude or latitude that is not on the globe.
  case outOfRange(longitude: Double, latitude: Double)
  /// A ring with too few positions, or one that does not end where it starts.
  case notARing(positions: Int, closed: Bool)
  /// A line with fewer than two positions.
  case notALine(positions: Int)
  /// A length that is not a positive number with a unit.
  case notADistance(String)
}

extension GeoError: CustomStringConvertible {
  /// The problem and the way out, in one sentence.
  public var description: String {
    switch self {
    case .outOfRange(let longitude, let latitude):
      let swapped = (-90...90).contains(longitude) && (-180...180).contains(latitude)
      let hint = swapped ? "; they look swapped: write longitude first, \(latitude),\(longitude)" : ""
      return "longitude \(longitude), latitude \(latitude) is not on the globe "
        + "(longitude −180…180, latitude −90…90)\(hint)"
    case .notARing(let positions, let closed):
      return "a polygon's ring needs at least 4 positions and must end where it starts "
        + "(this one has \(positions)\(closed ? "" : " and is not closed"))"
    case .notALine(let positions):
      return "a line needs at least 2 positions (this one has \(positions))"
    case .notADistance(let text):
      return "“\(text)” is not a length: write a number above zero and a unit, such as 500m, 25km, 5nmi or 3mi"
    }
  }
}
