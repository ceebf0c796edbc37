import Formats
import Incidents

/// The places of a table with a header: CSV, semicolons or TSV. Needs columns for the name and the coordinate; takes
/// what else it finds.
struct PlaceTable {
  /// The entries, in order.
  private(set) var places: [Place] = []
  /// The rows that are no places.
  private(set) var lost = LostRows()
  /// Which columns were taken for what.
  private(set) var reading: PlaceTableReading

  /// Reads a table.
  /// - Parameters:
  ///   - choice: which columns hold what, where the header does not say so.
  ///   - encoding: found out when not given.
  /// - Throws: `GazetteerError` for what is no text, for a header without the columns that are needed, and when most rows
  ///   are no places.
  init(
    _ bytes: [UInt8], file: String, choice: ColumnChoice = ColumnChoice(), encoding: TextEncoding? = nil
  ) throws(GazetteerError) {
    let text: DecodedText
    do { text = try DecodedText(bytes, file: file, encoding: encoding) } catch { throw GazetteerError(error) }
    var rows = DelimitedText(text.bytes, dialect: DelimitedText.dialect(of: text.bytes)).makeIterator()
    guard let header = rows.next() else {
      throw GazetteerError(file: file, problem: "the file is empty; expected a header with name, lon and lat")
    }
    let columns = try TableColumns(header: header, file: file, choice: choice)
    reading = columns.reading(file: file, encoding: text.encoding)
    let reader = PlaceRowReader(file: file, source: choice.source ?? file, columns: columns)
    while let row = rows.next() {
      do throws(GazetteerError) {
        let place = try reader.place(row)
        places.append(place)
        reading.count(
          place, country: columns.text(.country, row), governorate: columns.text(.governorate, row))
      } catch {
        lost.add(error)
      }
    }
    try lost.check(placeCount: places.count)
  }
}

/// Reads the rows of a table of places.
private struct PlaceRowReader {
  let file: String
  let source: String
  let columns: TableColumns

  /// The codes of countries, by themselves and by the names and longer codes that tables write.
  private static let countries = CountryNames([:])

  /// - Throws: `GazetteerError` for a row that is no place.
  func place(_ row: DelimitedText.Row) throws(GazetteerError) -> Place {
    func text(_ column: TableColumns.Column) -> String? { columns.text(column, row) }
    let coordinate = try CoordinateColumns.coordinate(
      longitude: text(.longitude) ?? "", latitude: text(.latitude) ?? "", file: file, line: row.line)
    let alternates = columns.alternates(row)
    guard let name = text(.name) ?? alternates.first else {
      throw GazetteerError(file: file, line: row.line, problem: "no name; every place needs one")
    }
    let population = text(.population).flatMap { Int($0) }
    let ids = identifiers(row)
    return Place(
      id: ids[0], name: name, alternateNames: alternates.filter { $0 != name }, coordinate: coordinate,
      country: columns.country ?? text(.country).flatMap(Self.country) ?? "",
      governorateCode: text(.governorate).flatMap(PlaceCode.code),
      kind: columns.kind ?? text(.kind).map(PlaceKindNames.kind(named:)) ?? .settlement(population: population),
      parent: text(.parent), uncertaintyMeters: text(.uncertainty).flatMap { Double($0) }, population: population,
      source: text(.source) ?? source, otherIDs: Array(ids.dropFirst()))
  }

  private static func country(_ text: String) -> String? {
    ColumnChoice.countryCode(text) ?? countries.code(stated: text)
  }

  /// The row's own identifier, else its GeoNames one, else its line; then the GeoNames one if it has both.
  private func identifiers(_ row: DelimitedText.Row) -> [String] {
    let own = columns.text(.id, row).map { ColumnChoice.qualified($0, source: source) }
    let geoNames = columns.text(.geoNamesID, row).map { ColumnChoice.qualified($0, source: "geonames") }
    let ids = [own, geoNames].compactMap { $0 }
    return ids.isEmpty ? ["\(source):\(row.line)"] : ids
  }
}

/// The words tables use for kinds. Policy table; what is not in it is a site.
enum PlaceKindNames {
  private static let others: [String: PlaceKind] = [
    "locality": .village, "neighbourhood": .neighborhood, "quarter": .neighborhood, "region": .governorate,
    "province": .governorate, "county": .district, "campus": .airfield, "airport": .airfield, "hamlet": .village,
  ]

  /// The kind a word means; nil for a word that is not known.
  static func known(_ name: String) -> PlaceKind? {
    let lowered = name.lowercased()
    return PlaceKind(rawValue: lowered) ?? others[lowered]
  }

  /// The kind a word means; a site when it is not known.
  static func kind(named name: String) -> PlaceKind { known(name) ?? .site }

  /// All kinds, for messages.
  static var list: String { PlaceKind.allCases.map(\.rawValue).joined(separator: ", ") }
}
