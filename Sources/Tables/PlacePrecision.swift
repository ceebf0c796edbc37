import Incidents

/// How exact the position of a row is: what its code or word leaves open, as a radius.
struct PlacePrecision: Hashable {
  /// The radius, in meters.
  var uncertaintyMeters: Double
  /// What kind of thing the position stands for.
  var precision: Precision
  /// Why, in words.
  var because: String
  /// Whether the code means nothing that is known.
  var isUnknownCode = false

  /// The precision that a code says.
  /// - Parameters:
  ///   - code: as written, without space around it; empty where the table has none.
  ///   - hasDistrict, hasGovernorate: whether the row states those.
  ///   - extents: how wide the places of its country are.
  ///   - country: what the country is called in the reason.
  init(
    code: String, codes: TableMapping.Codes, hasDistrict: Bool, hasGovernorate: Bool, extents: CountryExtents,
    country: String
  ) {
    let known: PlacePrecision? =
      switch codes {
      case .acled: Int(code).flatMap(ACLEDGeoPrecision.init).map { PlacePrecision($0, extents, country) }
      case .ucdp:
        Int(code).flatMap(UCDPWherePrecision.init).map {
          PlacePrecision($0, extents, country, hasDistrict: hasDistrict, hasGovernorate: hasGovernorate)
        }
      case .words: PlacePrecision(word: code.lowercased(), extents)
      }
    if let known {
      self = known
    } else if code.isEmpty {
      self.init(
        extents.townMeters, .town,
        "the table does not say how exact its position is: it is taken for that of a town, \(Self.words(extents.townMeters))"
      )
    } else {
      self.init(
        extents.governorateMeters, .governorate,
        "the table's code for the position is not known: that of a governorate is taken, "
          + Self.words(extents.governorateMeters))
      isUnknownCode = true
    }
  }

  private init(_ meters: Double, _ precision: Precision, _ because: String) {
    (uncertaintyMeters, self.precision, self.because) = (meters, precision, because)
  }

  /// ACLED's codes, as radii of the country's places.
  private init(_ code: ACLEDGeoPrecision, _ extents: CountryExtents, _ country: String) {
    let (precision, meaning): (Precision, String) =
      switch code {
      case .town: (.town, "a town")
      case .partOfRegion: (.district, "part of a region, or near a town")
      case .region: (.governorate, "a region")
      }
    let meters = code.uncertaintyMeters(extents)
    self.init(
      meters, precision, "geo_precision \(code.rawValue) of ACLED, \(meaning): \(Self.words(meters)) in \(country)")
  }

  /// UCDP's codes. No radius follows from the codes of lines and fuzzy areas (5) and of international waters (7): there
  /// the smallest area that the row states is taken, whole.
  private init(
    _ code: UCDPWherePrecision, _ extents: CountryExtents, _ country: String, hasDistrict: Bool, hasGovernorate: Bool
  ) {
    let name = "where_prec \(code.rawValue) of UCDP"
    switch code {
    case .exactLocation:
      self.init(extents.townMeters, .town, "\(name), a known place: \(Self.words(extents.townMeters))")
    case .aroundKnownPoint:
      let meters = code.uncertaintyMeters(extents) ?? extents.districtMeters
      self.init(meters, .district, "\(name), around a known point: \(Self.words(meters))")
    case .district:
      self.init(
        extents.districtMeters, .district, "\(name), a district: \(Self.words(extents.districtMeters)) in \(country)")
    case .governorate:
      self.init(
        extents.governorateMeters, .governorate,
        "\(name), a governorate: \(Self.words(extents.governorateMeters)) in \(country)")
    case .country:
      self.init(
        extents.countryMeters, .country, "\(name), a country: \(Self.words(extents.countryMeters)) for \(country)")
    case .lineOrFuzzyArea, .internationalWaters:
      let kind = code == .lineOrFuzzyArea ? "a line or an area without borders" : "international waters or airspace"
      let (meters, precision, area): (Double, Precision, String) =
        hasDistrict && code == .lineOrFuzzyArea
        ? (extents.districtMeters, .district, "district")
        : hasGovernorate && code == .lineOrFuzzyArea
          ? (extents.governorateMeters, .governorate, "governorate") : (extents.countryMeters, .country, "country")
      self.init(
        meters, precision,
        "\(name), \(kind), from which no radius follows: that of a \(area) is taken, \(Self.words(meters))")
    }
  }

  /// Words for how exact a position is, those of Airwars among them, the longer ones first. Policy table; a radius of 0
  /// is that of the country's areas of that kind.
  private static let words: [(word: String, precision: Precision, meters: Double)] = [
    ("exact", .site, 100), ("site", .site, 500), ("building", .site, 100), ("street", .site, 500),
    ("landmark", .site, 1_000), ("neighbo", .neighborhood, 2_000), ("quarter", .neighborhood, 2_000),
    ("village", .town, 2_000), ("town", .town, 0), ("city", .town, 10_000), ("subdistrict", .district, 15_000),
    ("sub-district", .district, 15_000), ("district", .district, 0), ("governorate", .governorate, 0),
    ("province", .governorate, 0), ("region", .governorate, 0), ("country", .country, 0), ("nation", .country, 0),
  ]

  private init?(word: String, _ extents: CountryExtents) {
    if let within = Self.within(word) {
      self.init(within, Precision(uncertaintyMeters: within), "the table says “\(word)”")
      return
    }
    guard let known = Self.words.first(where: { word.contains($0.word) }) else { return nil }
    let meters =
      switch (known.meters, known.precision) {
      case (0, .district): extents.districtMeters
      case (0, .governorate): extents.governorateMeters
      case (0, .country): extents.countryMeters
      case (0, _): extents.townMeters
      default: known.meters
      }
    self.init(meters, known.precision, "the table says “\(word)”: \(Self.words(meters))")
  }

  /// `within 100m`, `within 1 km (via coalition)`: the length, in meters.
  private static func within(_ text: String) -> Double? {
    guard let start = text.range(of: "within ")?.upperBound else { return nil }
    let rest = text[start...].drop { $0 == " " || $0 == "~" }
    let digits = rest.prefix { $0.isNumber || $0 == "." }
    let unit = rest.dropFirst(digits.count).drop { $0 == " " }
    guard let value = Double(digits), value > 0 else { return nil }
    if unit.hasPrefix("km") || unit.hasPrefix("kilo") { return value * 1_000 }
    return unit.hasPrefix("m") ? value : nil
  }

  private static func words(_ meters: Double) -> String {
    if meters < 1_000 { return "\(Int(meters)) m" }
    let tenths = Int((meters / 100).rounded(.up))
    return tenths % 10 == 0 ? "\(tenths / 10) km" : "\(tenths / 10).\(tenths % 10) km"
  }
}

extension String {
  fileprivate func range(of words: String) -> Range<String.Index>? { ranges(of: words).first }
}
