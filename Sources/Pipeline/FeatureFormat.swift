import Formats
import Foundation
import GeoPackage

/// The formats in which features are written.
public enum FeatureFormat: String, CaseIterable, Sendable {
  case geojson, csv, gpkg, kml, topojson, fgb

  /// The format of a file by the end of its name; nil when that says nothing.
  public init?(path: String) {
    let ending = URL(filePath: path).pathExtension.lowercased()
    guard let format = ending == "json" ? .geojson : FeatureFormat(rawValue: ending) else { return nil }
    self = format
  }

  /// The endings of names that say it, for messages.
  public static let endings = allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")

  /// What it is called.
  public var title: String {
    switch self {
    case .geojson: "GeoJSON"
    case .csv: "CSV"
    case .gpkg: "GeoPackage"
    case .kml: "KML"
    case .topojson: "TopoJSON"
    case .fgb: "FlatGeobuf"
    }
  }

  /// A file in the making.
  /// - Throws: `WriteError` when it cannot be made.
  public func sink(_ layer: FeatureLayer, target: URL) throws -> any FeatureSink {
    switch self {
    case .geojson: try GeoJSONSink(layer, target: target)
    case .csv: try CSVSink(layer, target: target)
    case .gpkg: try GeoPackageSink(layer, target: target)
    case .kml: try KMLSink(layer, target: target)
    case .topojson: try TopoJSONSink(layer, target: target)
    case .fgb: try FlatGeobufSink(layer, target: target)
    }
  }
}
