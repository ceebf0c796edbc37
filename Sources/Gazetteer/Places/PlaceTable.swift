import Formats
import Incidents

/// A table of places with a header: CSV, semicolons or TSV. Needs columns for the name and the coordinate; takes what
/// else it finds.
struct PlaceTable {
  /// What a column can be, and the headers it goes by, in small letters. Policy table.
  private static let headers: [(Column, [String])] = [
    (.id, ["id", "place_id", "geonameid", "pcode", "wof_id"]),
    (.name, ["name", "name_en", "place", "place_name", "placename", "asciiname", "location"]),
    (.longitude, ["lon", "longitude", "long", "lng", "x"]),
    (.latitude, ["lat", "latitude", "y"]),
    (.country, ["country", "country_code", "iso2"]),
    (.governorate, ["governorate", "governorate_code", "admin1", "admin1_code"]),
    (.kind, ["kind", "type", "placetype"]),
    (.parent, ["parent", "city"]),
    (.uncertainty, ["uncertainty_m", "uncertainty", "coordinateuncertaintyinmeters"]),
    (.population, ["population"]),
    (.alternates, ["alternate_names", "alternatenames", "alternate names", "latin_names", "other_names"]),
    (.moreAlternates, ["arabic_names", "name_ar", "name_arabic"]),
    (.source, ["source"]),
  ]

  private enum Column: Hashable {
    case id, name, longitude, latitude, country, governorate, kind, parent, uncertainty, population, alternates
    case moreAlternates, source
  }

  private let file: String
  private var positions: [Column: Int] = [:]

  private init(header: DelimitedText.Row, file: String) throws(GazetteerError) {
    self.file = file
    let names = (0..<header.count).map { header[$0].lowercased() }
    for (column, accepted) in Self.headers {
      positions[column] = accepted.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    for (column, wanted) in [(Column.name, "name"), (.longitude, "lon"), (.latitude, "lat")]
    where positions[column] == nil {
      throw GazetteerError(
        file: file, line: header.line,
        problem: "no column “\(wanted)” in the header (it has: \(names.joined(separator: ", ")))")
    }
  }

  /// The entries of a table, in order.
  static func read(_ bytes: [UInt8], file: String) throws(GazetteerError) -> [Place] {
    var rows = DelimitedText(bytes, dialect: DelimitedText.dialect(of: bytes)).makeIterator()
    guard let header = rows.next() else {
      throw GazetteerError(file: file, problem: "the file is empty; expected a header with name, lon and lat")
    }
    let table = try PlaceTable(header: header, file: file)
    var places: [Place] = []
    while let row = rows.next() { places.append(try table.place(row)) }
    return places
  }

  private func text(_ column: Column, _ row: DelimitedText.Row) -> String? {
    guard let position = positions[column] else { return nil }
    let text = row[position]
    return text.isEmpty ? nil : text
  }

  private func place(_ row: DelimitedText.Row) throws(GazetteerError) -> Place {
    let coordinate = try CoordinateColumns.coordinate(
      longitude: text(.longitude, row) ?? "", latitude: text(.latitude, row) ?? "", file: file, line: row.line)
    guard let name = text(.name, row) ?? alternates(row).first else {
      throw GazetteerError(file: file, line: row.line, problem: "no name; every place needs one")
    }
    let population = text(.population, row).flatMap { Int($0) }
    let stated = text(.kind, row).map(PlaceKindNames.kind(named:))
    let governorate = text(.governorate, row)
    return Place(
      id: text(.id, row) ?? "\(file):\(row.line)", name: name, alternateNames: alternates(row).filter { $0 != name },
      coordinate: coordinate, country: text(.country, row)?.uppercased() ?? "",
      governorateCode: governorate.flatMap { $0.contains("-") && $0.utf8.count <= 6 ? $0.uppercased() : nil },
      kind: stated ?? .settlement(population: population), parent: text(.parent, row),
      uncertaintyMeters: text(.uncertainty, row).flatMap { Double($0) }, population: population,
      source: text(.source, row) ?? file)
  }

  private func alternates(_ row: DelimitedText.Row) -> [String] {
    [Column.alternates, .moreAlternates].compactMap { text($0, row) }.flatMap {
      $0.split(whereSeparator: { $0 == "|" || $0 == ";" }).map(String.init)
    }
  }
}

/// The words tables use for kinds. Policy table; what is not in it is a site.
enum PlaceKindNames {
  private static let others: [String: PlaceKind] = [
    "locality": .village, "neighbourhood": .neighborhood, "quarter": .neighborhood, "region": .governorate,
    "province": .governorate, "county": .district, "campus": .airfield, "airport": .airfield, "hamlet": .village,
  ]

  static func kind(named name: String) -> PlaceKind {
    let lowered = name.lowercased()
    return PlaceKind(rawValue: lowered) ?? others[lowered] ?? .site
  }
}
