import Incidents

extension PlaceKind {
  /// The radius in meters that a place of this kind has when its source gives none: its extent, the rounding of
  /// coordinates to a minute that older maps have (about 1.3 km here), and how far publishers' points for a village lie
  /// apart. Policy table; towns grow with their population.
  func typicalExtentMeters(population: Int?) -> Double {
    switch self {
    case .country: 400_000
    case .governorate: 80_000
    case .district: 25_000
    case .city: 5_000
    case .town, .village:
      switch population ?? 0 {
      case ..<2_000: 3_000
      case ..<100_000: 3_500
      case ..<500_000: 6_000
      default: 10_000
      }
    case .neighborhood: 1_500
    case .area: 3_000
    case .airfield: 2_500
    case .oilfield: 8_000
    case .camp, .dam: 1_500
    case .bridge, .school, .site: 1_000
    case .river, .lake, .road: 30_000
    }
  }

  /// Whether entries of the two kinds can be the same thing under one name, described by two sources.
  func isCompatible(with other: PlaceKind) -> Bool { self == other || (isSettlement && other.isSettlement) }

  /// A place where people live, of any size.
  var isSettlement: Bool {
    switch self {
    case .city, .town, .village, .neighborhood, .area: true
    default: false
    }
  }

  /// An administrative area.
  var isAdministrative: Bool { [.country, .governorate, .district].contains(self) }
}
