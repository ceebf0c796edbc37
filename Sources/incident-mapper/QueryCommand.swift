import Analysis
import ArgumentParser
import Formats
import Foundation
import Geo
import Incidents
import Pipeline
import Publishing

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Answers which incidents lie within a radius, by time, assessment and place.",
    discussion: """
      Reads the incidents of a run, as GeoJSON or GeoPackage, or a table of incidents as map does. Distances are \
      geodesic, to the center of an incident's circle of uncertainty; “certain” means that the whole circle is within the \
      radius, “possible” that only a part of it is.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, geojson, gpkg, kml, topojson, fgb

    /// The format of a file; nil for text to be read.
    var file: FeatureFormat? { FeatureFormat(rawValue: rawValue) }
  }

  @Option(help: "The incidents of a run, or a table of incidents.", completion: .file())
  var input = "Output/incidents.geojson"

  @Option(help: ArgumentHelp("The center of the radius.", valueName: "place|lon,lat"))
  var near: String?

  @Option(parsing: .unconditional, help: "How far from the center, such as 25km.", transform: readDistance)
  var radius: Distance?

  @OptionGroup var selection: SelectionOptions

  @Option(help: "A country, by its two-letter code or its name.")
  var country: String?

  @Option(help: "A governorate, by its ISO 3166-2 code or its name.")
  var governorate: String?

  @Option(help: "A part of the place's name, as written, as matched, or in any of the gazetteers' spellings.")
  var place: String?

  @Option(help: "The form of the output; text unless given, or what the output's name says.")
  var format: Format?

  @Option(name: .shortAndLong, help: "A file to write instead of standard output.", completion: .file())
  var output: String?

  @OptionGroup var tables: TableOptions

  @OptionGroup var gazetteers: GazetteerOptions

  func validate() throws {
    guard (near == nil) == (radius == nil) else { throw ValidationError("--near and --radius go together") }
    if output == nil, let format, ![.text, .csv, .geojson].contains(format) {
      throw ValidationError("a \(format.file?.title ?? "file") cannot be printed: name a file with --output")
    }
    if let output, format == nil, FeatureFormat(path: output) == nil {
      throw ValidationError(
        "the name \(output) says no format: end it with \(FeatureFormat.endings), or give --format")
    }
  }

  func run() throws {
    var check = OutputCheck(reading: [(input, "the input")] + tables.files + gazetteers.files)
    if let output { try check.add(output) }
    let area = try StatedArea(country: country, governorate: governorate, resolver: gazetteers.resolver())
    var filter = selection.filter
    (filter.country, filter.governorate, filter.place) = (area.country, area.governorate?.code, place)
    let all = try tables.records(in: input, resolver: gazetteers.resolver)
    filter.placeIDs = try place.map { try placeIDs(named: $0, of: all) } ?? []
    let (records, undated) = filter.apply(to: all)
    if undated > 0 { writeNote("Incidents without a date, which were left out: \(undated)") }
    let answer = QueryAnswer(try hits(records))
    if let output { return try write(answer, to: output) }
    switch format ?? .text {
    case .csv: writeOutput(answer.csv)
    case .geojson: writeOutput(answer.geoJSON)
    default: print(answer.text)
    }
  }

  /// The places of the incidents one of whose names in the gazetteers has that part: what is written in another script too.
  private func placeIDs(named part: String, of records: [IncidentRecord]) throws -> Set<String> {
    let wanted = part.lowercased()
    let all = Set(records.compactMap(\.location).flatMap { [$0.placeID] + $0.otherIDs })
    let named = try gazetteers.resolver().places(withIdentifiers: all).filter { place in
      ([place.name] + place.alternateNames).contains { $0.lowercased().contains(wanted) }
    }
    return Set(named.flatMap { [$0.id] + $0.otherIDs })
  }

  private func write(_ answer: QueryAnswer, to path: String) throws {
    let target = URL(fileURLWithPath: path)
    switch format.map(\.file) ?? FeatureFormat(path: path) {
    case nil: try Formats.write(Array((answer.text + "\n").utf8), to: target)
    // The table that is printed, too: without what is nested.
    case .csv: try Formats.write(answer.csv, to: target)
    case let format?: try Pipeline.write(answer.features, layer: answer.layer, as: format, to: target)
    }
    writeNote("Incidents written to \(path): \(answer.count)")
  }

  /// Within the radius where one is given; otherwise all, without a distance.
  private func hits(_ records: [IncidentRecord]) throws -> [QueryAnswer.Hit] {
    guard let near, let radius else { return records.map { QueryAnswer.Hit(record: $0, distance: nil) } }
    let center = try PlaceArgument(near, resolver: gazetteers.resolver())
    writeNote("Within \(Length.words(radius.meters)) of \(center.description)")
    let unplaced = records.count { $0.location == nil }
    if unplaced > 0 { writeNote("Incidents without a place on the map, which cannot be found this way: \(unplaced)") }
    try refuseSwapped(center.coordinate, radius: radius, records)
    return RadiusQuery.within(radius, of: center.coordinate, records: records)
      .map { QueryAnswer.Hit(record: $0.record, distance: $0) }
  }

  /// A center where no incident can be, which has incidents around it when its numbers are exchanged, was written
  /// latitude first.
  private func refuseSwapped(_ center: Coordinate, radius: Distance, _ records: [IncidentRecord]) throws {
    guard let swapped = try? Coordinate(longitude: center.latitude, latitude: center.longitude),
      RadiusQuery.within(radius, of: center, records: records).isEmpty,
      !RadiusQuery.within(radius, of: swapped, records: records).isEmpty
    else { return }
    throw ValidationError(
      "there are no incidents around longitude \(center.longitude), latitude \(center.latitude), but there are around "
        + "\(swapped): write the longitude first")
  }
}
