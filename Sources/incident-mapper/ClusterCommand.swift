import Analysis
import ArgumentParser
import Formats
import Geo
import Pipeline
import Publishing

struct ClusterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cluster", abstract: "Finds clusters among points with DBSCAN, by geodesic distance.",
    discussion: """
      Reads a CSV with the columns lon and lat, or a GeoJSON or GeoPackage of points, and prints the points in their \
      order with the number of their cluster from 0, or -1 for noise.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, geojson }

  @Option(help: "The points: a CSV, GeoJSON or GeoPackage file.", completion: .file())
  var input: String

  @Option(help: "The layer of a GeoPackage that has several.")
  var layer: String?

  @Option(help: "How near points of one cluster are to each other.", transform: readDistance)
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
    let points = try points()
    let labels = dbscan(points.map(\.coordinate), radiusMeters: eps.meters, minimumPoints: minPoints)
    switch format {
    case .csv: writeOutput(PointFile.csv(points, labels: labels))
    case .geojson: writeOutput(PointFile.geoJSON(points, labels: labels))
    }
  }

  /// The points of a file; of a table of incidents their positions.
  private func points() throws -> [PointFile.Point] {
    let file = try TableFile(path: input, choice: tables.choice(layer: layer))
    guard try file.isIncidentTable() else { return try PointFile.read(FeatureInput(path: input, layer: layer)) }
    let reading = try TableReading(file, name: InputFile.name(input), resolver: gazetteers.resolver())
    for line in reading.findings { writeNote(line) }
    let placed = reading.records.filter { $0.location != nil }
    if placed.count < reading.records.count {
      writeNote("Incidents without a place on the map, which were left out: \(reading.records.count - placed.count)")
    }
    return placed.compactMap { record in
      record.location.map { PointFile.Point(coordinate: $0.coordinate, properties: Feature(record).properties) }
    }
  }
}
