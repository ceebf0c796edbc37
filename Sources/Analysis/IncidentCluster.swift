import Geo
import Incidents

/// Incidents close to one another.
public struct IncidentCluster: Hashable, Sendable {
  /// The cluster's number, from 1: larger clusters first, then those that began earlier.
  public let number: Int
  /// The indices of its incidents among the records that were clustered, in their order.
  public let members: [Int]
  /// The identifiers of its incidents, in the same order.
  public let memberIDs: [String]
  /// What the incidents add up to.
  public let tally: IncidentTally
  /// The mean of the members' positions on an equal-area map.
  public let center: Coordinate
  /// The smallest convex area on that map that holds every member's circle of uncertainty; up to 0.2 % of each circle's
  /// radius and 2 m larger.
  public let hull: MultiPolygon
  /// The governorates its members are in, by name.
  public let governorates: [Governorate]
  /// The largest group of members that share the position of one town; nil when no two do.
  public let generic: GenericShare?
}

/// Members of a cluster that sit on one and the same position because their reports name no more than a town.
public struct GenericShare: Hashable, Sendable {
  /// The name of the place.
  public let placeName: String
  /// Its position.
  public let coordinate: Coordinate
  /// How many members sit on it.
  public let count: Int
  /// Their share of all members, above 0 and at most 1.
  public let share: Double
  /// What a reader must know, when they are half of the members or more.
  public let caveat: String?
}

/// Incidents in clusters, and those that are in none.
public struct Clustering: Hashable, Sendable {
  /// The clusters by their numbers.
  public let clusters: [IncidentCluster]
  /// The indices of the incidents that took part and are in no cluster.
  public let unclustered: [Int]
  /// The incidents that could not take part, by reason; reasons that apply to none are left out.
  public let excluded: [Exclusion]

  /// Incidents that could not take part for one reason.
  public struct Exclusion: Hashable, Sendable {
    /// The reason.
    public let reason: ExclusionReason
    /// The indices of the incidents.
    public let indices: [Int]
  }
}

/// Why an incident cannot be in a cluster.
public enum ExclusionReason: String, Hashable, Sendable, CaseIterable {
  /// It has no location.
  case unlocated = "its place is not resolved"
  /// Its place is an area or a line.
  case extended = "its place is an area or a line, not a point"
  /// Its position stands for a district or something larger.
  case coarse = "its position is no finer than a district"

  /// Nil when the record can take part.
  init?(_ record: IncidentRecord) {
    guard let location = record.location else {
      self = .unlocated
      return
    }
    if location.isPointlike { return nil }
    self = location.footprint == nil ? .coarse : .extended
  }
}
