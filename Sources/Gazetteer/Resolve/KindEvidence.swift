import Incidents

/// How well the kind a text states fits the kind of an entry, in nats. Policy table.
enum KindEvidence {
  /// No kind word: people write bare names for settlements; areas and sites are named as what they are.
  static func unstated(_ kind: PlaceKind) -> Double {
    switch kind {
    case .city: 0.8
    case .town: 0.6
    case .village: 0
    case .area, .camp, .dam: -0.5
    case .neighborhood: -0.5
    case .airfield, .oilfield, .bridge, .school, .site: -0.8
    case .river, .lake, .road: -1.0
    case .district: -2.0
    case .governorate: -2.0
    case .country: -6.0
    }
  }

  /// The entry's name says that it is a site, the text does not: then it rather means what the site is named after.
  static let missingWord = -2.0

  /// A kind word against an entry's kind.
  static func stated(_ stated: PlaceKind, _ kind: PlaceKind, agreement: Double) -> Double {
    if stated == kind { return agreement }
    switch stated {
    case .village, .town, .city:
      if kind.isSettlement { return settlement(stated, kind) }
      return kind.isAdministrative ? -2 : -4
    case .area: return kind.isSettlement ? 0.2 : -0.8
    case .neighborhood: return neighborhood(kind)
    case .governorate: return kind == .district ? -1.5 : -5
    case .district: return kind == .governorate ? -2.5 : (kind.isSettlement ? -0.3 : -3)
    case .river, .lake: return kind == .river || kind == .lake ? 0 : -4
    case .road: return kind == .road ? 0 : -4
    case .country: return -6
    case .airfield, .oilfield: return kind == .site ? -1 : (kind.isAdministrative ? -5 : -2.5)
    case .camp, .bridge, .school, .site, .dam: return kind.isSettlement ? -1.5 : (kind.isAdministrative ? -5 : -2.5)
    }
  }

  /// Whether a place of the stated kind is one that is named after the settlement it is at, which then says roughly where
  /// it is: a hospital, a bridge, an airfield.
  static func isNamedAfterSettlement(_ stated: PlaceKind?, _ kind: PlaceKind) -> Bool {
    switch stated {
    case .airfield, .oilfield, .camp, .bridge, .school, .site, .dam: kind.isSettlement
    default: false
    }
  }

  private static func settlement(_ stated: PlaceKind, _ kind: PlaceKind) -> Double {
    switch (stated, kind) {
    case (.city, .town), (.town, .city): 0.4
    case (.city, .village): -0.8
    case (.village, .city): -1.0
    case (_, .neighborhood): -0.7
    default: 0
    }
  }

  private static func neighborhood(_ kind: PlaceKind) -> Double {
    switch kind {
    case .area: 0.5
    case .village: -0.8
    case .town: -1.2
    case .city: -2.5
    default: kind.isAdministrative ? -3.5 : -1.5
    }
  }
}
