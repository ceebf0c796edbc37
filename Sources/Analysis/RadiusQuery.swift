import Geo
import GeoEngine
import Incidents

/// An incident near a place.
public struct RadiusHit: Hashable, Sendable {
  /// Whether the incident is within the radius, given how far off its position may be.
  public enum Certainty: String, Hashable, Sendable, CaseIterable {
    /// Wherever in its circle of uncertainty it happened, it is within the radius.
    case certain
    /// Only a part of its circle of uncertainty is within the radius.
    case possible
  }

  /// The incident. It has a location.
  public let record: IncidentRecord
  /// The index of the record among those searched.
  public let index: Int
  /// The geodesic distance from the center to the incident's position.
  public let distanceMeters: Double
  /// The direction from the center, in degrees clockwise from north, 0…<360.
  public let initialBearingDegrees: Double
  /// Whether it is certainly within the radius.
  public let certainty: Certainty
}

/// “What happened within 25 km of here?”
public enum RadiusQuery {
  /// The incidents certainly or possibly within the radius of the center, nearest first; those at one distance are
  /// ordered by their identifiers. Incidents without a location cannot be found.
  ///
  /// With d the distance and u the uncertainties of incident and center together, an incident is certainly within the
  /// radius r when d + u ≤ r, and possibly when d − u ≤ r.
  public static func within(
    _ radius: Distance, of center: Coordinate, centerUncertaintyMeters: Double = 0, records: [IncidentRecord]
  ) -> [RadiusHit] {
    precondition(centerUncertaintyMeters >= 0, "an uncertainty is not negative")
    let origin = center.geocentric
    var hits: [RadiusHit] = []
    for (index, record) in records.enumerated() {
      guard let location = record.location else { continue }
      let uncertainty = location.uncertaintyMeters + centerUncertaintyMeters
      let reach = radius.meters + uncertainty
      let gap = location.coordinate.geocentric - origin
      // No geodesic is shorter than the straight line; the millimeter covers rounding.
      guard (gap * gap).sum().squareRoot() <= reach + 0.001 else { continue }
      let (distance, bearing) = Geodesic.inverse(from: center, to: location.coordinate)
      guard distance <= reach else { continue }
      hits.append(
        RadiusHit(
          record: record, index: index, distanceMeters: distance, initialBearingDegrees: bearing,
          certainty: distance + uncertainty <= radius.meters ? .certain : .possible))
    }
    return hits.sorted { ($0.distanceMeters, $0.record.id, $0.index) < ($1.distanceMeters, $1.record.id, $1.index) }
  }
}
