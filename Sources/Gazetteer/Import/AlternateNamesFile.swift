import Formats

/// The alternate names of GeoNames, `alternateNamesV2.txt` or one country's part of it: tab-separated columns with the
/// GeoNames id second, the language third and the name fourth (http://download.geonames.org/export/dump/readme.txt).
enum AlternateNamesFile {
  /// The “languages” of what is no name that a text would use: links, postal codes, identifiers. Policy table.
  private static let notNames: Set<String> = ["link", "wkdt", "post", "unlc", "tcid", "phon", "fr_1793"]

  /// The GeoNames id and the name of a row; nil for what is no name.
  static func name(_ row: DelimitedText.Row, line: Int, file: String) throws(GazetteerError) -> (id: Int, name: String)?
  {
    guard row.count >= 4, let id = Int(row[1]) else {
      throw GazetteerError(
        file: file, line: line,
        problem: "not a row of alternateNamesV2.txt: expected a number, a GeoNames id, a language and a name")
    }
    let name = row[3]
    return notNames.contains(row[2]) || name.isEmpty ? nil : (id, name)
  }
}
