/// What a column of a table can say of an incident. The names are those of a mapping file.
public enum TableField: String, Hashable, Sendable, CaseIterable {
  /// What the publisher calls the incident.
  case id
  /// When it happened, or when it began.
  case date
  /// When it ended.
  case dateEnd = "date_end"
  /// A code that says how exact the date is.
  case dateCode = "date_code"
  /// What the reporting body concluded.
  case assessment
  /// People killed, as one figure.
  case killed
  /// The least number of people killed.
  case killedMin = "killed_min"
  /// The largest number of people killed.
  case killedMax = "killed_max"
  /// Civilians among the killed, where those count others too.
  case civiliansKilled = "civilians_killed"
  /// People injured, as one figure.
  case injured
  /// The least number of people injured.
  case injuredMin = "injured_min"
  /// The largest number of people injured.
  case injuredMax = "injured_max"
  /// Whom the figures count: civilians, unknown, anyone, security forces, attackers.
  case victims
  /// What happened.
  case event
  /// Who did it.
  case actor
  /// Who reported it; several are separated by semicolons.
  case source
  /// The place's name.
  case place
  /// The second-level area.
  case district
  /// The first-level area.
  case governorate
  /// The country.
  case country
  /// Degrees east of Greenwich.
  case longitude
  /// Degrees north of the equator.
  case latitude
  /// Latitude and longitude in one column, the latitude first.
  case coordinates
  /// How far off the position may be, in meters.
  case uncertainty = "uncertainty_m"
  /// A code or a word that says how exact the position is.
  case placeCode = "place_code"
}
