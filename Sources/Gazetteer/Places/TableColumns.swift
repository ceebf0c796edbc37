import Formats
import Incidents

/// Where in the rows of a table of places what stands.
struct TableColumns {
  /// What a column can be.
  enum Column: String, Hashable {
    case id = "identifier"
    case geoNamesID = "GeoNames identifier"
    case governorate = "governorate code"
    case parent = "larger place"
    case uncertainty = "uncertainty in meters"
    case name, longitude, latitude, country, kind, population, source
  }

  /// The headers each goes by, without what is neither letter nor number and in small letters; the first that is there
  /// counts, so that codes come before names. Policy table.
  private static let headers: [(Column, [String])] = [
    (.id, ["id", "placeid", "pcode", "wofid"]),
    (.geoNamesID, ["geonamesid", "geonameid"]),
    (.name, ["name", "nameen", "place", "placename", "asciiname", "location", "fullname"]),
    (.longitude, ["lon", "longitude", "long", "lng", "x", "decimallongitude", "xcoord", "pointx"]),
    (.latitude, ["lat", "latitude", "y", "decimallatitude", "ycoord", "pointy"]),
    (
      .country,
      [
        "countrycode", "iso2", "adm0pcode", "admin0pcode", "cc", "iso3", "country", "countryname", "adm0", "admin0",
        "adm0en", "adm0name", "admin0en", "admin0name",
      ]
    ),
    (
      .governorate,
      ["governoratecode", "admin1code", "adm1pcode", "admin1pcode", "adm1code", "governorate", "admin1", "adm1"]
    ),
    (.kind, ["kind", "type", "placetype"]),
    (.parent, ["parent", "city"]),
    (.uncertainty, ["uncertaintym", "uncertainty", "coordinateuncertaintyinmeters"]),
    (.population, ["population", "pop"]),
    (.source, ["source"]),
  ]

  /// The headers of columns with other names, written likewise; all that are found count.
  private static let alternateHeaders: Set = [
    "alternatenames", "alternatename", "alternativenames", "altnames", "altname", "othernames", "othername", "aliases",
    "aka", "latinnames", "arabicnames", "namear", "namearabic", "nameen", "asciiname",
  ]

  private static func plain(_ header: String) -> String {
    header.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private let header: [String]
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
    self.header = (0..<header.count).map { header[$0] }
    let names = self.header.map { $0.lowercased() }
    let plain = names.map(Self.plain)
    for (column, accepted) in Self.headers {
      positions[column] = accepted.lazy.compactMap { plain.firstIndex(of: $0) }.first
    }
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
    for name in choice.alternates { alternatePositions.append(try position(name)) }
    if choice.alternates.isEmpty {
      let taken = Set(positions.values)
      alternatePositions = plain.indices.filter { Self.alternateHeaders.contains(plain[$0]) && !taken.contains($0) }
    }
    for (column, wanted) in [(Column.name, "name"), (.longitude, "lon"), (.latitude, "lat")]
    where positions[column] == nil {
      throw missing(wanted)
    }
  }

  /// Which columns are read, and as what.
  func reading(file: String, encoding: EncodingFinding) -> PlaceTableReading {
    var contents: [Int: String] = [:]
    for position in alternatePositions { contents[position] = "other names" }
    for (column, position) in positions { contents[position] = column.rawValue }
    return PlaceTableReading(
      file: file, encoding: encoding,
      columns: contents.sorted { $0.key < $1.key }.map { .init(header: header[$0.key], content: $0.value) },
      unread: header.indices.filter { contents[$0] == nil && !header[$0].isEmpty }.map { header[$0] })
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
