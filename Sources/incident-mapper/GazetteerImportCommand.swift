import ArgumentParser
import Foundation
import Gazetteer
import Incidents
import Pipeline
import ShippedGazetteer

struct GazetteerImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Imports files into a gazetteer file.",
    discussion: """
      With --into a gazetteer file that exists, adds to it: entries with the same identifier become one place, with the \
      names of both; where they disagree the new import is believed. The file changes only when all is done.
      """,
    subcommands: [ImportGeoNames.self, ImportCSV.self, ImportGeoJSON.self, ImportBoundaries.self])
}

/// The file that an import goes into.
struct ImportTarget: ParsableArguments {
  @Option(help: ArgumentHelp("The gazetteer file to make or to add to.", valueName: "file.gaz"), completion: .file())
  var into: String

  /// Runs an import and says what came of it.
  /// - Returns: the import, and how many places the file has.
  @discardableResult
  func run(_ add: (inout GazetteerImport) throws -> Void) throws -> (work: GazetteerImport, placeCount: Int) {
    var work = try GazetteerImport(into: URL(filePath: into))
    try add(&work)
    let count = try work.finish()
    Self.note(work.lost)
    writeNote(
      "\(counted(work.entryCount, "entry", "entries")) imported; \(into) has \(counted(count, "place")). "
        + "Use it with --gazetteer \(into)")
    return (work, count)
  }
}

extension ImportTarget {
  /// Says what an import left out.
  static func note(_ lost: LostRows) {
    for row in lost.first { writeNote("\(row): left out") }
    if lost.count > lost.first.count { writeNote("… and \(lost.count - lost.first.count) more left out") }
  }
}

/// Where imported data comes from, for those who use it.
struct SourceOptions: ParsableArguments {
  @Option(help: "What to call the source; the file's name unless given.")
  var source: String?

  @Option(help: "Its license, such as “CC BY 4.0”.")
  var license: String?

  @Option(help: "The line that has to stand where the data is used.")
  var attribution: String?

  func note(file: String) -> SourceNote {
    SourceNote(name: source ?? file, license: license, attribution: attribution, files: [file])
  }
}

struct ImportGeoNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geonames", abstract: "Imports country dumps of GeoNames, such as IQ.txt, or allCountries.txt.",
    discussion: "Files of any size are read in bounded memory, about 200 MB.")

  @Argument(help: "The dumps, unzipped.", completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "alternateNamesV2.txt, or the part of it for a country: more names for the same entries; may be given several "
        + "times.",
      valueName: "file"), completion: .file())
  var alternateNames: [String] = []

  @OptionGroup var target: ImportTarget

  func run() throws {
    try target.run { work in
      for file in files { try work.addGeoNames(path: file) }
      for file in alternateNames { try work.addAlternateNames(path: file) }
    }
  }
}

/// Which columns or properties hold what.
struct ColumnOptions: ParsableArguments {
  @Option(help: "The one with the main name.")
  var name: String?

  @Option(help: ArgumentHelp("The one with the country, or a two-letter code for all.", valueName: "column|code"))
  var country: String?

  @Option(help: ArgumentHelp("The one with the kind, or a kind for all, such as village.", valueName: "column|kind"))
  var kind: String?

  @Option(help: "The one with the governorate's ISO 3166-2 code.")
  var governorate: String?

  @Option(help: "The one with the identifier.")
  var id: String?

  @Option(help: "One with other names, separated by | or ;, or else by commas. May be given several times.")
  var alternates: [String] = []

  func choice(source: String?, longitude: String? = nil, latitude: String? = nil) -> ColumnChoice {
    ColumnChoice(
      name: name, longitude: longitude, latitude: latitude, country: country, kind: kind, governorate: governorate,
      id: id, alternates: alternates, source: source)
  }
}

struct ImportGeoJSON: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geojson", abstract: "Imports named GeoJSON features: sites, lines, areas.")

  @Argument(help: "The files.", completion: .file())
  var files: [String]

  @OptionGroup var columns: ColumnOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var target: ImportTarget

  func run() throws {
    try target.run { work in
      for path in files {
        let file = InputFile.name(path)
        try work.addFeatures(
          InputFile.read(path), file: file, choice: columns.choice(source: source.source), note: source.note(file: file)
        )
      }
    }
  }
}

struct ImportBoundaries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boundaries",
    abstract: "Imports administrative areas, such as the operational boundaries of the United Nations.",
    discussion: """
      An area that the shipped gazetteer or the file has already, by its name and the ground it covers, becomes one \
      place with it: a governorate keeps its ISO 3166-2 code and has its P-code for another identifier. Where a country \
      has no known governorates the P-code is the code.
      """)

  @Argument(help: "The GeoJSON file.", completion: .file())
  var file: String

  @Option(help: "What the areas are: 0 countries, 1 governorates, 2 districts.")
  var level: Int

  @Option(help: "The property with the name, such as ADM1_EN.")
  var name: String

  @Option(help: "The property with the code, such as ADM1_PCODE.")
  var code: String

  @Option(help: ArgumentHelp("The country, where the codes do not begin with it.", valueName: "property|code"))
  var country: String?

  @Option(help: "A property with another name, such as ADM1_AR. May be given several times.")
  var alternates: [String] = []

  @OptionGroup var source: SourceOptions
  @OptionGroup var target: ImportTarget

  func validate() throws {
    guard (0...5).contains(level) else { throw ValidationError("--level is 0 for countries to 5") }
  }

  func run() throws {
    let known = try GazetteerSource(path: ShippedGazetteer.folder.path(percentEncoded: false)).places()
    let name = InputFile.name(file)
    try target.run { work in
      try work.addBoundaries(
        InputFile.read(file), file: name,
        choice: BoundaryChoice(
          level: level, name: self.name, code: code, country: country, alternates: alternates, source: source.source),
        known: known, note: source.note(file: name))
    }
  }
}
