import Foundation
import Analysis
import ArgumentParser
import Cartography
import Incidents
import Pipeline
import Publishing

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draws a single map of a country or governorate, in one of five styles.",
    discussion: """
      Reads the incidents of a run, or a table of incidents as map does, and writes an SVG. Heatmaps are densities in \
      physical units; choropleths color the governorates of a country or the districts of a governorate; hexagons have \
      one area; “uncertainty” draws the circle or area in which each incident lies. Text has the same size on every \
      --width. A time series (--small-multiples) runs from the first to the last step with an incident, on sheets of \
      at most 267 mm in height (a page of A4; 390 mm, of A3, where they are wider than 210 mm): the maps become smaller \
      until they fit, down to a width of 26 mm; then -o series.svg writes series-1.svg, series-2.svg and so on. A sheet \
      narrower than 105 mm is for a screen and as high as it takes.
      """)

  @Argument(help: "The incidents of a run, or a table of incidents.", completion: .file())
  var input = "Output/incidents.geojson"

  @Option(help: "A country (SY, Syria) or governorate (SY-RA, Raqqa), by its ISO 3166 code or its name.")
  var region: String

  @Option(help: "How the map shows the incidents.")
  var style: MapStyle

  @Option(help: "What it counts; the values per area, per 1,000 km², are for choropleths.")
  var value = MapValue.incidents

  @Option(help: "How the classes of choropleths and hexagons are chosen.")
  var classes = ClassMethod.jenks

  @Option(help: "One small map for each month, quarter or year, all with the same classes.")
  var smallMultiples: TimeStep?

  @OptionGroup var selection: SelectionOptions

  @Option(help: "The width of the sheet, such as 180mm, 18cm, 7in or 680px; 180mm unless given.", transform: readWidth)
  var width = 180.0

  @Option(help: "The colors.")
  var theme = Theme.light

  @OptionGroup var names: LabelOptions

  @Option(name: .shortAndLong, help: "The SVG file; on standard output unless given.", completion: .file())
  var output: String?

  @Option(help: "A CSV file for the numbers that the map shows: a row for each mark.", completion: .file())
  var table: String?

  @OptionGroup var tables: TableOptions

  @OptionGroup var gazetteers: GazetteerOptions

  func validate() throws {
    if value.isRate, style != .choropleth {
      throw ValidationError("--value \(value.rawValue) needs areas to divide by: use --style choropleth")
    }
  }

  func run() throws {
    var check = OutputCheck(reading: [(input, "the input")] + tables.files + gazetteers.files)
    for path in [output, table].compactMap(\.self) { try check.add(path) }
    if let output, case let form = URL(filePath: output).pathExtension.lowercased(), !["", "svg"].contains(form) {
      throw ValidationError("-o \(output): a map is written as SVG; name it .svg and convert it, as with rsvg-convert")
    }
    let resolver = try gazetteers.resolver()
    let records = try tables.records(in: input, extent: .mapped, resolver: { resolver })
    let region = try MapRegion(named: region, resolver: resolver)
    if let remark = region.remark(on: self.region, resolver: resolver) { writeNote(remark) }
    let map = try renderMap(
      consume records, filter: selection.filter, resolver: resolver,
      parameters: RenderParameters(
        region: region, style: style, value: value, classes: classes,
        smallMultiples: smallMultiples, format: SheetFormat(widthMillimeters: width, theme: theme), labels: names.labels
      ))
    let files = try sheetFiles(map.sheets.count)
    for file in files where file != output { try check.add(file) }
    if let table { try writeFile(MarkTable.csv(map.marks), to: table) }
    guard !files.isEmpty else { return writeOutput(Array(map.sheets[0].utf8)) }
    for (file, sheet) in zip(files, map.sheets) { try writeFile(Array(sheet.utf8), to: file) }
    if files.count > 1 { writeNote("The maps take \(files.count) sheets: \(files[0]) to \(files[files.count - 1]).") }
  }

  /// The file of each sheet, numbered where there are several: `series-1.svg`. None on standard output.
  private func sheetFiles(_ count: Int) throws -> [String] {
    guard count > 1 else { return [output].compactMap(\.self) }
    guard let output else {
      throw ValidationError("the maps take \(count) sheets: name a file with -o, and each sheet gets its number there")
    }
    let ending = output.lowercased().hasSuffix(".svg") ? String(output.suffix(4)) : ""
    return (1...count).map { "\(output.dropLast(ending.count))-\($0)\(ending)" }
  }
}

/// A width on paper or screen, in millimeters; 96 pixels are an inch, as CSS has it.
private func readWidth(_ text: String) throws -> Double {
  let units = [("mm", 1.0), ("cm", 10), ("in", 25.4), ("px", 25.4 / 96)]
  let lowered = text.lowercased()
  guard let (suffix, millimeters) = units.first(where: { lowered.hasSuffix($0.0) }),
    let number = Double(lowered.dropLast(suffix.count).filter { $0 != " " })
  else { throw ValidationError("“\(text)” is not a width: write 180mm, 18cm, 7in or 680px") }
  let (width, allowed) = (number * millimeters, SheetFormat.widthsMillimeters)
  guard allowed.contains(width) else {
    throw ValidationError(
      "a map cannot be read in a width of \(text): choose \(Int(allowed.lowerBound))mm to \(Int(allowed.upperBound))mm")
  }
  return width
}

extension MapStyle: ExpressibleByArgument {}
extension MapValue: ExpressibleByArgument {}
extension ClassMethod: ExpressibleByArgument {}
extension TimeStep: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
