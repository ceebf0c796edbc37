import Formats
import Geo

/// A file of points: a CSV with `lon` and `lat`, GeoJSON or a GeoPackage.
public enum PointFile {
  /// One point and what else its file says of it.
  public struct Point: Sendable {
    /// Where it is.
    public let coordinate: Coordinate
    /// The feature's other members; empty for a row of a CSV.
    public let properties: [String: JSON]

    /// A point.
    public init(coordinate: Coordinate, properties: [String: JSON]) {
      (self.coordinate, self.properties) = (coordinate, properties)
    }
  }

  /// Reads any of the forms; GeoJSON begins with a brace.
  /// - Throws: `InputError` when there is no such file, `FormatError` with the line or the feature that has no point.
  public static func read(_ input: FeatureInput) throws -> [Point] {
    let file = InputFile.name(input.path)
    if try input.isGeoPackage() { return try points(input.features(), file: file) }
    let bytes = try InputFile.read(input.path)
    let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
    let isGeoJSON = first == UInt8(ascii: "{")
    return isGeoJSON ? try points(GeoJSON.read(bytes, file: file), file: file) : try readTable(bytes, file: file)
  }

  /// The points with their clusters: `lon,lat,cluster`.
  public static func csv(_ points: [Point], labels: [Int]) -> [UInt8] {
    CSV.write(
      header: ["lon", "lat", "cluster"],
      rows: zip(points, labels).map { ["\($0.coordinate.longitude)", "\($0.coordinate.latitude)", "\($1)"] })
  }

  /// The points with a property `cluster` beside the ones they had.
  public static func geoJSON(_ points: [Point], labels: [Int]) -> [UInt8] {
    GeoJSON.write(
      zip(points, labels).map { point, label in
        var properties = point.properties
        properties["cluster"] = .number(Double(label))
        return Feature(geometry: .point(point.coordinate), properties: properties)
      })
  }

  private static func points(_ features: [Feature], file: String) throws(FormatError) -> [Point] {
    var points: [Point] = []
    for (index, feature) in features.enumerated() {
      guard case .point(let coordinate) = feature.geometry else {
        throw FormatError(file: file, line: nil, problem: "feature \(index + 1) is not a point; leave it out")
      }
      points.append(Point(coordinate: coordinate, properties: feature.properties))
    }
    return points
  }

  private static func readTable(_ bytes: [UInt8], file: String) throws(FormatError) -> [Point] {
    let table = try HeadedTable(bytes, file: file, required: ["lon", "lat"])
    var points: [Point] = []
    for row in table.rows {
      guard let coordinate = try table.coordinate(row) else {
        throw FormatError(file: file, line: row.line, problem: "lon and lat are empty; leave the row out")
      }
      points.append(Point(coordinate: coordinate, properties: [:]))
    }
    return points
  }
}
