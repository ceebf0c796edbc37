import Formats
import Foundation
import GeoPackage

/// A file of features, in any of the formats that are read.
public struct FeatureInput {
  /// Its path as the user gave it.
  public let path: String
  /// The layer to read; nil when there is only one.
  public let layer: String?

  /// A file, and the layer of it.
  public init(path: String, layer: String? = nil) {
    self.path = path
    self.layer = layer
  }

  /// Whether it begins as a GeoPackage does.
  public func isGeoPackage() throws(InputError) -> Bool {
    GeoPackageSource.isSQLite(try InputFile.beginning(path, byteCount: 16))
  }

  /// All features, for files that fit into memory.
  /// - Throws: what `source` and reading throw.
  public func features() throws -> [Feature] {
    let name = InputFile.name(path)
    guard try isGeoPackage() else { return try GeoJSON.read(InputFile.read(path), file: name) }
    var source = try GeoPackageSource(path: path, file: name, layer: layer)
    let features = try source.features(file: name)
    // A result must not silently leave out what could not be read.
    let lost = source.remarks.kinds.first { $0.severity == .lost && $0.message != GeoPackageSource.binaryColumn }
    if let lost {
      throw FormatError(file: name, line: nil, problem: "\(lost.message): \(lost.examples.first?.detail ?? "")")
    }
    return features
  }
}
