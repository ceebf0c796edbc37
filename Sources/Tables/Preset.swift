import Incidents

/// The tables that are known by their headers. Policy tables: each field has the names that its column goes by, in small
/// letters.
public enum Preset: String, Hashable, Sendable, CaseIterable {
  /// The Armed Conflict Location & Event Data Project: the exports with headers in capitals and in small letters
  /// (ACLED Codebook, 2023).
  case acled
  /// The Georeferenced Event Dataset of the Uppsala Conflict Data Program (UCDP GED Codebook, version 23.1, 2023).
  case ucdp
  /// Airwars' incidents of civilian harm, with the fields of its public incident pages and its data behind them.
  case airwars
  /// Tables with the tags of the Humanitarian Exchange Language (HXL 1.1).
  case hxl
  /// Any other table, by the names that such columns usually have, and the tables that this program writes.
  case usual

  /// What it is called in messages.
  public var title: String {
    switch self {
    case .acled: "ACLED"
    case .ucdp: "UCDP GED"
    case .airwars: "Airwars"
    case .hxl: "HXL tags"
    case .usual: "the usual names of columns"
    }
  }

  /// Columns that only such a table has; one name of each line must be there. Empty for those that are tried last.
  var signature: [[String]] {
    switch self {
    case .acled: [["event_id_cnty", "event_id_no_cnty", "data_id"], ["event_date"], ["geo_precision", "fatalities"]]
    case .ucdp: [["where_prec"], ["date_start"], ["best", "low", "high"]]
    case .airwars:
      [
        ["unique_reference_code", "incident_code", "incident code", "airwars_code"],
        [
          "civilians_killed_min", "civilians killed min", "civilian_deaths_min", "strike_status", "strike status",
          "geolocation_accuracy", "geolocation accuracy", "grading",
        ],
      ]
    case .hxl, .usual: []
    }
  }

  /// The names of the column of each field, the first that is there being taken.
  var names: [TableField: [String]] {
    switch self {
    case .acled: Self.acledNames
    case .ucdp: Self.ucdpNames
    case .airwars: Self.airwarsNames
    case .hxl: Self.hxlTags
    case .usual: Self.usualNames
    }
  }

  /// What is the same for all rows: whom the figures count. ACLED's fatalities and UCDP's deaths are people of all kinds.
  var constants: [TableField: String] {
    switch self {
    case .acled, .ucdp: [.victims: Victims.anyone.rawValue]
    case .airwars: [.victims: Victims.civilians.rawValue]
    case .hxl, .usual: [.victims: Victims.unknown.rawValue]
    }
  }

  var codes: TableMapping.Codes {
    switch self {
    case .acled: .acled
    case .ucdp: .ucdp
    case .airwars, .hxl, .usual: .words
    }
  }

  /// ACLED and UCDP write days first where they write numbers.
  var dateOrder: TableMapping.DateOrder? { self == .acled || self == .ucdp ? .dayFirst : nil }

  private static let acledNames: [TableField: [String]] = [
    .id: ["event_id_cnty", "event_id_no_cnty", "data_id"], .date: ["event_date"], .dateCode: ["time_precision"],
    .killed: ["fatalities"], .event: ["sub_event_type", "event_type"], .actor: ["actor1"], .source: ["source"],
    .place: ["location"], .district: ["admin2"], .governorate: ["admin1"], .country: ["country"],
    .longitude: ["longitude"], .latitude: ["latitude"], .placeCode: ["geo_precision"],
  ]

  private static let ucdpNames: [TableField: [String]] = [
    .id: ["id", "relid"], .date: ["date_start"], .dateEnd: ["date_end"], .dateCode: ["date_prec"],
    .killed: ["best", "best_est"], .killedMin: ["low", "low_est"], .killedMax: ["high", "high_est"],
    .civiliansKilled: ["deaths_civilians"], .actor: ["side_a"], .source: ["source_office", "source_article"],
    .place: ["where_coordinates", "where_description"], .district: ["adm_2"], .governorate: ["adm_1"],
    .country: ["country"], .longitude: ["longitude"], .latitude: ["latitude"], .placeCode: ["where_prec"],
  ]

  private static let airwarsNames: [TableField: [String]] = [
    .id: ["unique_reference_code", "incident_code", "incident code", "airwars_code"],
    .date: ["incident_date", "incident date", "date"], .dateEnd: ["incident_date_end", "incident date end"],
    .assessment: [
      "grading", "airwars_grading", "airwars civilian harm grading", "civilian_harm_status_name",
      "civilian harm status", "civilian_harm_status",
    ],
    .killedMin: [
      "civilians_killed_min", "civilians killed min", "civilian_deaths_min", "civilian_deaths_minimum", "killed_min",
    ],
    .killedMax: [
      "civilians_killed_max", "civilians killed max", "civilian_deaths_max", "civilian_deaths_maximum", "killed_max",
    ],
    .injuredMin: ["civilians_injured_min", "civilians injured min", "civilian_injuries_min", "injured_min"],
    .injuredMax: ["civilians_injured_max", "civilians injured max", "civilian_injuries_max", "injured_max"],
    .event: ["strike_type", "strike type", "cause_of_death_injury_name", "cause of injury / death"],
    .actor: ["belligerent", "belligerents", "suspected_attacker", "suspected attacker", "suspected belligerent"],
    .place: ["location_name", "location name", "location", "location_name_english"],
    .governorate: ["region", "governorate", "province"], .country: ["country"],
    .longitude: ["longitude", "lon", "lng"], .latitude: ["latitude", "lat"],
    .placeCode: [
      "geolocation_accuracy", "geolocation accuracy", "geolocation_accuracy_name", "accuracy", "location accuracy",
    ],
  ]

  private static let hxlTags: [TableField: [String]] = [
    .id: ["#event+id", "#meta+id", "#event+code", "#id"],
    .date: ["#date+occurred", "#date+start", "#date", "#date+event"],
    .dateEnd: ["#date+end"],
    .killed: ["#affected+killed", "#affected+killed+total"], .killedMin: ["#affected+killed+min"],
    .killedMax: ["#affected+killed+max"], .civiliansKilled: ["#affected+killed+civilians"],
    .injured: ["#affected+injured", "#affected+injured+total"], .injuredMin: ["#affected+injured+min"],
    .injuredMax: ["#affected+injured+max"], .event: ["#event+type", "#event+name", "#event", "#cause+type", "#cause"],
    .actor: ["#group+name+first", "#group+name", "#group"], .source: ["#meta+source", "#source", "#source+name"],
    .place: ["#loc+name", "#loc", "#loc+settlement"], .district: ["#adm2+name", "#adm2", "#adm2+code"],
    .governorate: ["#adm1+name", "#adm1", "#adm1+code"], .country: ["#country+name", "#country", "#country+code"],
    .longitude: ["#geo+lon", "#geo+long", "#geo+lng"], .latitude: ["#geo+lat"],
    .coordinates: ["#geo+coord", "#geo+coords"],
    .uncertainty: ["#geo+precision+meters"], .placeCode: ["#geo+precision"],
  ]

  private static let usualNames: [TableField: [String]] = [
    .id: ["id", "event_id", "incident_id", "incident id", "code", "ref", "reference"],
    .date: [
      "date", "event_date", "incident_date", "incident date", "date_start", "start_date", "datum", "fecha", "التاريخ",
      "تاريخ",
    ],
    .dateEnd: ["date_end", "end_date"], .assessment: ["assessment"],
    .killed: [
      "killed", "deaths", "fatalities", "dead", "deaths_total", "total_killed", "tote", "getötete", "morts", "tués",
      "muertos", "القتلى", "قتلى", "عدد_القتلى",
    ],
    .killedMin: ["killed_min", "deaths_min", "civilians_killed_min"],
    .killedMax: ["killed_max", "deaths_max", "civilians_killed_max"],
    .civiliansKilled: ["deaths_civilians", "civilian_deaths"],
    .injured: ["injured", "wounded", "injuries", "verletzte", "blessés", "heridos", "الجرحى", "جرحى", "عدد_الجرحى"],
    .injuredMin: ["injured_min", "wounded_min", "civilians_injured_min"],
    .injuredMax: ["injured_max", "wounded_max", "civilians_injured_max"], .victims: ["victims"],
    .event: ["event", "event_type", "incident_type", "type"],
    .actor: ["actor", "actor1", "perpetrator", "belligerent"],
    .source: ["sources", "source"],
    .place: [
      "place", "location", "place_name", "location_name", "town", "village", "name", "ort", "lieu", "lugar", "المكان",
      "الموقع", "البلدة", "المدينة", "القرية",
    ],
    .district: ["district", "admin2", "adm_2", "adm2_en"],
    .governorate: [
      "governorate", "admin1", "adm_1", "adm1_en", "province", "governorate_code", "provinz", "gouvernorat", "المحافظة",
    ],
    .country: [
      "country", "stated_country", "country_name", "country_code", "iso2", "admin0", "adm0_en", "land", "pays", "país",
      "البلد", "الدولة",
    ],
    .longitude: [
      "longitude", "lon", "long", "lng", "x", "point_x", "länge", "laenge", "längengrad", "longitud", "خط_الطول",
    ], .latitude: ["latitude", "lat", "y", "point_y", "breite", "breitengrad", "latitud", "خط_العرض"],
    .uncertainty: ["uncertainty_m", "coordinateuncertaintyinmeters"],
    .placeCode: ["precision", "geo_precision", "accuracy", "geolocation_accuracy"],
  ]
}
