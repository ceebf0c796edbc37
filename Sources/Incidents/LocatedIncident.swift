/// An incident with the places of its mentions, and its grid, looked up.
public struct LocatedIncident: Hashable, Sendable {
  /// The incident as read.
  public var incident: Incident
  /// One answer per mention, in order.
  public var resolutions: [Resolution]
  /// The answer for the grid; nil when the incident gives none.
  public var grid: GridAnswer?
  /// The ground of all areas, or the circle around all towns, that the phrase lists.
  public var areas: Match?

  /// An incident and the answers for its mentions, one each.
  public init(incident: Incident, resolutions: [Resolution], grid: GridAnswer? = nil) {
    precondition(incident.mentions.count == resolutions.count, "every mention has its answer")
    self.incident = incident
    self.resolutions = resolutions
    self.grid = grid
  }

  /// The match that stands for the incident on a map: the grid's, when it is a position that may be drawn, else all the
  /// areas that are named, else the first mention's, when it is resolved.
  public var match: Match? { grid?.match ?? areas ?? named }

  /// The match of the first mention, when it is resolved.
  public var named: Match? {
    guard let first = resolutions.first, first.status == .resolved else { return nil }
    return first.best
  }

  /// The flags of all answers and of the incident itself, in the order of `ResolutionFlag.allCases`.
  public var flags: [ResolutionFlag] {
    var present = Set(resolutions.flatMap(\.flags))
    if incident.mentions.count > 1 { present.insert(.severalPlaces) }
    if let grid {
      present.formUnion(grid.resolution.flags)
      if grid.match == nil { present.insert(.gridUnusable) }
      if grid.isFar { present.insert(.gridFarFromName) }
    }
    return ResolutionFlag.allCases.filter(present.contains)
  }
}

/// Where an incident's grid is, and how that agrees with the place the text names.
public struct GridAnswer: Hashable, Sendable {
  /// The position; unresolved, with the reason, when the grid is mistyped; ambiguous when it lies in another country
  /// than the stated one.
  public var resolution: Resolution
  /// How far it is from the center of the named place, in meters; nil when either has no position.
  public var distanceMeters: Double?
  /// Whether that is more than the uncertainties of both allow.
  public var isFar: Bool

  /// An answer and its distance from the named place.
  public init(resolution: Resolution, distanceMeters: Double?, isFar: Bool) {
    self.resolution = resolution
    self.distanceMeters = distanceMeters
    self.isFar = isFar
  }

  /// The position, when it may be drawn.
  public var match: Match? { resolution.status == .resolved ? resolution.best : nil }
}
