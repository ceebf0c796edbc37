import Analysis
import ArgumentParser
import Formats
import Geo
import Incidents
import Pipeline
import Publishing

struct ClusterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cluster", abstract: "Finds clusters among points with DBSCAN, by geodesic distance.",
    discussion: """
      Reads a CSV with the columns lon and lat, a GeoJSON or GeoPackage of points, or a table of incidents as map does, \
      and prints every row in its order with the number of its cluster from 0, or -1 for noise, and all of its columns. \
      What has no point, such as an area, has no cluster.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, geojson }

  @Option(help: "The points: a CSV, GeoJSON or GeoPackage file.", completion: .file())
  var input: String

  @Option(parsing: .unconditional, help: "How near points of one cluster are to each other.", transform: readDistance)
  var eps: Distance

  @Option(help: "How many points within that distance, itself included, make a point the core of a cluster.")
  var minPoints: Int

  @Option(help: "The form of the output.")
  var format = Format.csv

  @OptionGroup var tables: TableOptions

  @OptionGroup var gazetteers: GazetteerOptions

  func validate() throws {
    guard minPoints >= 1 else { throw ValidationError("--min-points must be 1 or more") }
  }

  func run() throws {
    let file = try pointFile()
    let points = file.rows.compactMap(\.coordinate)
    let others = file.rows.count - points.count
    if others > 0 { writeNote("\(counted(others, "row")) without a point, which can have no cluster") }
    let labels = dbscan(points, radiusMeters: eps.meters, minimumPoints: minPoints)
    switch format {
    case .csv: writeOutput(file.csv(labels: labels))
    case .geojson: writeOutput(file.geoJSON(labels: labels))
    }
  }

  private func pointFile() throws -> PointFile {
    let file = try TableFile(path: input, choice: tables.choice())
    guard try file.isIncidentTable() else { return try PointFile(FeatureInput(path: input, layer: tables.layer)) }
    let reading = try TableReading(file, name: InputFile.name(input), resolver: gazetteers.resolver())
    for line in reading.findings { writeNote(line) }
    return try PointFile(file.silent, reading)
  }
}
