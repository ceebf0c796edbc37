import Formats
import Incidents

/// Where in the rows of a table of places what stands.
struct TableColumns {
  /// What a column can be.
  enum Column: Hashable {
    case id, geoNamesID, name, longitude, latitude, country, governorate, kind, parent, uncertainty, population, source
  }

  /// The headers each goes by, in small letters. Policy table.
  private static let headers: [(Column, [String])] = [
    (.id, ["id", "place_id", "pcode", "wof_id"]),
    (.geoNamesID, ["geonames_id", "geonameid", "geoname_id"]),
    (.name, ["name", "name_en", "place", "place_name", "placename", "asciiname", "location"]),
    (.longitude, ["lon", "longitude", "long", "lng", "x"]),
    (.latitude, ["lat", "latitude", "y"]),
    (.country, ["country", "country_code", "iso2"]),
    (.governorate, ["governorate", "governorate_code", "admin1", "admin1_code"]),
    (.kind, ["kind", "type", "placetype"]),
    (.parent, ["parent", "city"]),
    (.uncertainty, ["uncertainty_m", "uncertainty", "coordinateuncertaintyinmeters"]),
    (.population, ["population"]),
    (.source, ["source"]),
  ]

  /// The headers of columns with other names; all that are found count.
  private static let alternateHeaders = [
    "alternate_names", "alternatenames", "alternate names", "latin_names", "other_names", "arabic_names", "name_ar",
    "name_arabic",
  ]

  private var positions: [Column: Int] = [:]
  private var alternatePositions: [Int] = []
  /// What all places have that no column says.
  private(set) var country: String?
  private(set) var kind: PlaceKind?

  /// The columns as written, but for those beyond what a reader looks through.
  private static func listed(_ header: DelimitedText.Row) -> String {
    let names = (0..<min(header.count, 30)).map { String(header[$0].prefix(40)) }
    return names.joined(separator: ", ") + (header.count > 30 ? ", …" : "")
  }

  /// - Parameter choice: what was said about the columns; it goes before the usual headers.
  /// - Throws: `GazetteerError` for a column that is not there.
  init(header: DelimitedText.Row, file: String, choice: ColumnChoice) throws(GazetteerError) {
    guard header.count == 0 || !header[0].hasPrefix("{") else {
      throw GazetteerError(file: file, problem: "this looks like GeoJSON and not like a table with a header")
    }
    let names = (0..<header.count).map { header[$0].lowercased() }
    for (column, accepted) in Self.headers {
      positions[column] = accepted.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    alternatePositions = Self.alternateHeaders.compactMap { names.firstIndex(of: $0) }
    func missing(_ name: String, _ addition: String = "") -> GazetteerError {
      GazetteerError(
        file: file, line: header.line,
        problem: "no column “\(name)” in the header (it has: \(Self.listed(header)))\(addition)")
    }
    func position(_ name: String) throws(GazetteerError) -> Int {
      guard let position = names.firstIndex(of: name.lowercased()) else { throw missing(name) }
      return position
    }
    /// A column of that name, or what the name itself says of all places.
    func column<Value>(
      _ column: Column, _ name: String?, or value: (String) -> Value?, _ expected: String
    ) throws(GazetteerError) -> Value? {
      guard let name else { return nil }
      positions[column] = names.firstIndex(of: name.lowercased())
      if positions[column] != nil { return nil }
      guard let value = value(name) else { throw missing(name, ", and it is no \(expected)") }
      return value
    }
    for (column, name) in choice.columns { positions[column] = try position(name) }
    country = try column(.country, choice.country, or: ColumnChoice.countryCode, "two-letter country code")
    kind = try column(.kind, choice.kind, or: PlaceKindNames.known, "kind of place: \(PlaceKindNames.list)")
    if !choice.alternates.isEmpty { alternatePositions = [] }
    for name in choice.alternates { alternatePositions.append(try position(name)) }
    for (column, wanted) in [(Column.name, "name"), (.longitude, "lon"), (.latitude, "lat")]
    where positions[column] == nil {
      throw missing(wanted)
    }
  }

  /// What a row has in a column; nil when it is empty.
  func text(_ column: Column, _ row: DelimitedText.Row) -> String? {
    guard let position = positions[column] else { return nil }
    let text = row[position]
    return text.isEmpty ? nil : text
  }

  /// The other names of a row.
  func alternates(_ row: DelimitedText.Row) -> [String] {
    alternatePositions.flatMap { NameList.names(in: row[$0]) }
  }
}

extension ColumnChoice {
  /// The columns that were named, but for those that can be a word for all places.
  fileprivate var columns: [(TableColumns.Column, String)] {
    let named: [(TableColumns.Column, String?)] = [
      (.name, name), (.longitude, longitude), (.latitude, latitude), (.governorate, governorate), (.id, id),
    ]
    return named.compactMap { column, name in name.map { (column, $0) } }
  }
}

/// Several names in one field.
enum NameList {
  /// The names, separated by bars or semicolons.
  static func names(in text: String) -> [String] {
    text.split(whereSeparator: { $0 == "|" || $0 == ";" }).map(String.init)
  }
}
