import Analysis
import ArgumentParser
import Formats
import Geo
import Pipeline

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

  func validate() throws {
    guard minPoints >= 1 else { throw ValidationError("--min-points must be 1 or more") }
  }

  func run() throws {
    let points = try PointFile.read(FeatureInput(path: input, layer: layer))
    let labels = dbscan(points.map(\.coordinate), radiusMeters: eps.meters, minimumPoints: minPoints)
    switch format {
    case .csv: writeOutput(PointFile.csv(points, labels: labels))
    case .geojson: writeOutput(PointFile.geoJSON(points, labels: labels))
    }
  }
}
