import Formats
import Geo

/// A country dump of GeoNames: no header, 19 columns separated by tabs, as http://download.geonames.org/export/dump/
/// documents them.
enum GeoNamesFile {
  private static let columns = 19
  /// What stands before the numbers of GeoNames.
  static let idPrefix = "geonames:"
  /// What its places name as their source.
  static let sourceName = "GeoNames"

  /// The day an entry was last changed, as `YYYY-MM-DD`.
  static func changeDate(_ row: DelimitedText.Row) -> String? {
    let date = row[18]
    return date.utf8.count == 10 ? date : nil
  }

  /// Whether the first line has the 19 columns and a number first.
  static func matches(_ bytes: [UInt8]) -> Bool {
    let line = bytes.prefix { $0 != 0x0A }
    return line.count { $0 == 0x09 } == columns - 1 && line.first.map { (0x30...0x39).contains($0) } == true
  }

  /// The entries of a dump, in order. Governorates are not read from the admin codes, which follow other lists than ISO.
  /// - Throws: `GazetteerError` when most rows are no entries.
  static func read(_ bytes: [UInt8], file: String, lost: inout LostRows) throws(GazetteerError) -> [Place] {
    var places: [Place] = []
    var lostHere = LostRows()
    for row in DelimitedText(bytes, dialect: .tsv) {
      do throws(GazetteerError) { places.append(try place(row, line: row.line, file: file)) } catch {
        lostHere.add(error)
      }
    }
    try lostHere.check(placeCount: places.count)
    lost.add(lostHere)
    return places
  }

  /// The entry of a row.
  static func place(_ row: DelimitedText.Row, line: Int, file: String) throws(GazetteerError) -> Place {
    guard row.count == columns else {
      throw GazetteerError(
        file: file, line: line, problem: "\(row.count) columns; a GeoNames dump has \(columns), separated by tabs")
    }
    let coordinate = try CoordinateColumns.coordinate(longitude: row[5], latitude: row[4], file: file, line: line)
    let population = Int(row[14]).flatMap { $0 > 0 ? $0 : nil }
    let name = row[1]
    var alternates = row[3].split(separator: ",").map(String.init)
    if row[2] != name { alternates.append(row[2]) }
    return Place(
      id: idPrefix + row[0], name: name, alternateNames: alternates, coordinate: coordinate, country: row[8],
      kind: FeatureCodes.kind(featureClass: row[6], code: row[7], population: population).raised(byName: name),
      population: population,
      source: sourceName)
  }
}

/// The two number columns of every table of places.
enum CoordinateColumns {
  static func coordinate(
    longitude: String, latitude: String, file: String, line: Int
  ) throws(GazetteerError) -> Coordinate {
    guard let x = Double(longitude), let y = Double(latitude) else {
      throw GazetteerError(
        file: file, line: line,
        problem: "longitude “\(longitude)” and latitude “\(latitude)”; expected degrees as decimal numbers")
    }
    do throws(GeoError) {
      return try Coordinate(longitude: x, latitude: y)
    } catch {
      throw GazetteerError(file: file, line: line, problem: error.description)
    }
  }
}
