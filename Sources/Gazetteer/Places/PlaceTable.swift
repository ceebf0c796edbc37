import Formats
import Incidents

/// A table of places with a header: CSV, semicolons or TSV. Needs columns for the name and the coordinate; takes what
/// else it finds.
struct PlaceTable {
  private let file: String
  private let source: String
  private let columns: TableColumns

  /// The entries of a table, in order.
  /// - Parameter choice: which columns hold what, where the header does not say so.
  /// - Throws: `GazetteerError` for the first row that is no place.
  static func read(
    _ bytes: [UInt8], file: String, choice: ColumnChoice = ColumnChoice()
  ) throws(GazetteerError) -> [Place] {
    var lost = LostRows()
    let places = try read(bytes, file: file, choice: choice, lost: &lost)
    if let first = lost.first.first { throw first }
    return places
  }

  /// The entries of a table, in order, without the rows that are none.
  /// - Throws: `GazetteerError` for a header without the columns that are needed.
  static func read(
    _ bytes: [UInt8], file: String, choice: ColumnChoice, lost: inout LostRows
  ) throws(GazetteerError) -> [Place] {
    var rows = DelimitedText(bytes, dialect: DelimitedText.dialect(of: bytes)).makeIterator()
    guard let header = rows.next() else {
      throw GazetteerError(file: file, problem: "the file is empty; expected a header with name, lon and lat")
    }
    let table = PlaceTable(
      file: file, source: choice.source ?? file,
      columns: try TableColumns(header: header, file: file, choice: choice))
    var places: [Place] = []
    while let row = rows.next() {
      do throws(GazetteerError) { places.append(try table.place(row)) } catch { lost.add(error) }
    }
    return places
  }

  private func place(_ row: DelimitedText.Row) throws(GazetteerError) -> Place {
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
      country: columns.country ?? text(.country)?.uppercased() ?? "",
      governorateCode: text(.governorate).flatMap(PlaceCode.code),
      kind: columns.kind ?? text(.kind).map(PlaceKindNames.kind(named:)) ?? .settlement(population: population),
      parent: text(.parent), uncertaintyMeters: text(.uncertainty).flatMap { Double($0) }, population: population,
      source: text(.source) ?? source, otherIDs: Array(ids.dropFirst()))
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
