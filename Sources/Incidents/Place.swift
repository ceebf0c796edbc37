/// What kind of thing a gazetteer entry is.
public enum PlaceKind: String, Hashable, Sendable, CaseIterable {
  case country, governorate, district
  case city, town, village, neighborhood, area
  case airfield, oilfield, camp, bridge, school, site, dam
  case river, lake, road

  /// The precision of a position that was matched to such an entry.
  public var precision: Precision {
    switch self {
    case .country: .country
    case .governorate: .governorate
    case .district, .river, .lake, .road: .district
    case .city, .town, .village: .town
    case .neighborhood, .area: .neighborhood
    case .airfield, .oilfield, .camp, .bridge, .school, .site, .dam: .site
    }
  }
}

/// A first-level administrative area: its ISO 3166-2 code and its English name.
public struct Governorate: Hashable, Sendable {
  /// ISO 3166-2: `SY-RA`.
  public let code: String
  /// The common English name: `Raqqa`.
  public let name: String

  /// A governorate.
  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}
