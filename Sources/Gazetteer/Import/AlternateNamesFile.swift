import Formats

/// The alternate names of GeoNames, `alternateNamesV2.txt` or one country's part of it: tab-separated columns with the
/// GeoNames id second, the language third, the name fourth and, as 1, whether it is preferred, short,
/// colloquial or historic thereafter (http://download.geonames.org/export/dump/readme.txt).
enum AlternateNamesFile {
  /// The “languages” of what is no name that a text would use: links, postal codes, identifiers. Policy table.
  private static let notNames: Set<String> = ["link", "wkdt", "post", "unlc", "tcid", "phon", "fr_1793"]

  /// A name of a place.
  struct Name {
    /// The GeoNames id of the place.
    let id: Int
    let text: String
    /// Whether it is the official or preferred one in English, and not a colloquial or historic one.
    let isPreferredInEnglish: Bool
  }

  /// The name of a row; nil for what is no name.
  static func name(_ row: DelimitedText.Row, line: Int, file: String) throws(GazetteerError) -> Name? {
    guard row.count >= 4, let id = Int(row[1]) else {
      throw GazetteerError(
        file: file, line: line,
        problem: "not a row of alternateNamesV2.txt: expected a number, a GeoNames id, a language and a name")
    }
    let name = row[3]
    guard !notNames.contains(row[2]), !name.isEmpty else { return nil }
    let flags = (4..<8).map { $0 < row.count && row[$0] == "1" }
    return Name(id: id, text: name, isPreferredInEnglish: row[2] == "en" && flags[0] && !flags[2] && !flags[3])
  }
}
