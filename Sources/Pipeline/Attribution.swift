import Publishing

/// What a map prints for a source that a gazetteer names.
enum Attribution {
  /// The line for every source that contains the words. Policy table, after `Gazetteer/SOURCES.md`.
  private static let lines: [(words: String, line: String)] = [
    ("geoBoundaries", "geoBoundaries, from UN OCHA (CC BY 4.0)"),
    ("Natural Earth", "Natural Earth"),
    ("GeoNames", "GeoNames (CC BY 4.0)"),
    ("airportsdata", "airportsdata, Mike Borsetti (MIT)"),
    ("Airwars", "Airwars"),
    ("UCDP GED", "UCDP GED"),
    ("ACLED", "ACLED"),
    ("IOM DTM", "IOM DTM"),
    ("Netherlands Ministry of Defense", "Netherlands Ministry of Defense"),
    ("Wikipedia", "Wikipedia contributors (CC BY-SA 4.0)"),
    ("Wikimapia", "Wikimapia contributors (CC BY-SA 3.0)"),
    ("general knowledge", "general knowledge"),
  ]

  /// The lines for a source, which may name several; a source that the table does not have, such as a file of the
  /// user's, is printed as it is.
  static func lines(for source: String) -> [String] {
    if source.isEmpty { return [] }
    let known = lines.filter { source.contains($0.words) }.map(\.line)
    return known.isEmpty ? [source] : known
  }

  /// The licenses that lines name in brackets, by the words for them.
  private static let licenses = [
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC BY-SA 4.0": ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC BY-SA 3.0": ("CC-BY-SA-3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
    "MIT": ("MIT", "https://opensource.org/license/mit"),
  ]

  /// Those who published places, each with the license of their work, where the line states one.
  static func sources(_ lines: some Sequence<String>) -> [DataPackage.Source] {
    lines.map { line in
      let words = line.lastIndex(of: "(").map { line[line.index(after: $0)...].dropLast() }
      let license = line.hasSuffix(")") ? words.flatMap { licenses[String($0)] } : nil
      return DataPackage.Source(
        "places: \(line)", license: license.map { DataPackage.License(name: $0.0, path: $0.1) })
    }
  }
}
