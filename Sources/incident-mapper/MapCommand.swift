import ArgumentParser
import Foundation
import Geo
import Pipeline
import Publishing
import Reports

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Turns reports into GeoJSON and a map for each governorate and country.",
    discussion: """
      Reads each FILE: a page of text that holds a civilian-casualty release, monthly figures of a United Nations \
      mission or news texts; or a table of incidents (CSV, TSV and the like, GeoJSON, GeoPackage: ACLED, UCDP GED, \
      Airwars, tables with HXL tags, and others through --mapping). Writes into the output folder: index.html, a page \
      of all results that opens in a browser without a network; incidents.geojson, clusters.geojson, unresolved.csv, \
      report.json, datapackage.json with what each field means, for each country and governorate with incidents its \
      GeoJSON and its map, and for monthly figures figures.csv and for each month a map of the governorates and their \
      GeoJSON. Files of an earlier run that are no longer needed are removed; other files stay.
      """)

  @Argument(help: "The reports, as text in UTF-8, and the tables.", completion: .file())
  var files: [String]

  @Option(help: "The folder to write into.", completion: .directory)
  var output = "Output"

  @OptionGroup var tables: TableOptions

  @OptionGroup var gazetteers: GazetteerOptions

  @Option(
    parsing: .unconditional, help: "How near incidents of one cluster are to each other; 5km unless given.",
    transform: readDistance)
  var eps = Distance.kilometers(5)

  @Option(help: "How many incidents make a cluster.")
  var minIncidents = 3

  @Option(
    help: "A format beside GeoJSON in which the incidents are written; may be given several times.")
  var format: [FeatureFormat] = []

  @OptionGroup var names: LabelOptions

  func validate() throws {
    guard minIncidents >= 1 else { throw ValidationError("--min-incidents must be 1 or more") }
  }

  func run() throws {
    let folder = URL(fileURLWithPath: output)
    var check = OutputCheck(reading: files.map { ($0, "an input") } + tables.files + gazetteers.files)
    // Which maps there will be is known later; the files of every run, and an earlier one's, are known now.
    let earlier = try? InputFile.read(folder.appending(path: RunReport.path).path(percentEncoded: false))
    let stale = RunReport.files(listedIn: earlier ?? [])
    var early = check
    try early.add(below: folder, RunReport.alwaysWritten, removing: stale)
    let resolver = try gazetteers.resolver()
    var documents: [SourceDocument] = []
    var readings: [TableReading] = []
    let choice = try tables.choice()
    let inputs = distinctFiles(files)
    for (path, name) in zip(inputs, documentNames(inputs)) {
      let file = try TableFile(path: path, choice: choice)
      if try file.kind() == .text {
        documents.append(try SourceDocument(name: name, bytes: file.bytes()))
      } else {
        readings.append(try TableReading(file, name: name, resolver: resolver))
      }
    }
    let parameters = RunReport.Parameters(
      clusterRadius: eps, minimumIncidents: minIncidents, gazetteers: gazetteers.names)
    let run = try mapReports(
      documents, tables: readings, resolver: resolver, parameters: parameters, formats: format, labels: names.labels)
    try check.add(below: folder, run.files.map(\.path), removing: [])
    try OutputFolder.write(run.files, to: folder, replacing: stale)
    if try !InstalledLeaflet.copy(into: folder) {
      writeNote(
        "There is no interactive map in \(output)/index.html, because Leaflet is not installed: install the package "
          + "libjs-leaflet and run again, or put leaflet.js and leaflet.css into \(output)/leaflet")
    }
    print(RunSummary(report: run.report, areasWithoutMap: run.areasWithoutMap, folder: output).text)
  }
}

/// The files' names without their folders; with them where two would be called the same.
func documentNames(_ files: [String]) -> [String] {
  let names = files.map(InputFile.name)
  return Set(names).count == names.count ? names : files
}
