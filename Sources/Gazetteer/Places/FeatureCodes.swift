import Incidents

/// What the feature classes and codes of GeoNames are here. Policy table after http://www.geonames.org/export/codes.html;
/// the longest prefix of `class.code` decides, and what is not in the table is a site.
enum FeatureCodes {
  private static let rows: [(code: String, kind: PlaceKind)] = [
    ("A.PCL", .country), ("A.ADM1", .governorate), ("A", .district),
    ("P.PPLC", .city), ("P.PPLA", .city), ("P.PPLA2", .town), ("P.PPLA3", .town), ("P.PPLA4", .town),
    ("P.PPLX", .neighborhood), ("P", .village),
    ("S.AIR", .airfield), ("S.SCH", .school), ("S.BDG", .bridge), ("S.DAM", .dam), ("S.CMP", .camp), ("S", .site),
    ("L.OIL", .oilfield), ("L.CMP", .camp), ("L", .area),
    ("H.STM", .river), ("H.WAD", .river), ("H.CNL", .river), ("H.LK", .lake), ("H.RSV", .lake), ("H", .site),
    ("R.RD", .road), ("R.ST", .road),
  ]

  /// The kind of an entry. A populated place becomes a town or city with its population.
  static func kind(featureClass: String, code: String, population: Int?) -> PlaceKind {
    let full = featureClass + "." + code
    let kind = rows.filter { full.hasPrefix($0.code) }.max { $0.code.count < $1.code.count }?.kind ?? .site
    guard kind == .village else { return kind }
    return PlaceKind.settlement(population: population)
  }
}

extension PlaceKind {
  /// A village that goes by the name of a district (`Nahiyat Kan'an`) is the seat of one, and so a town.
  func raised(byName name: String) -> PlaceKind {
    guard self == .village, name.contains(" ") else { return self }
    return NameForm.readings(of: NormalizedName(name)).kind == .district ? .town : .village
  }

  /// Village, town or city by the number of inhabitants.
  static func settlement(population: Int?) -> PlaceKind {
    switch population ?? 0 {
    case ..<10_000: .village
    case ..<100_000: .town
    default: .city
    }
  }
}
