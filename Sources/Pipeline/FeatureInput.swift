import Formats
import Foundation
import Gazetteer
import GeoPackage
import Publishing
import Tables

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

  /// A reader of the format that the file's first bytes say: GeoJSON, a GeoPackage, or a table of incidents.
  /// - Parameter resolver: the gazetteers, asked for only for a table.
  /// - Throws: `InputError` when it cannot be opened, `FormatError` when it is in no format that is read.
  public func source(resolver: () throws -> Resolver) throws -> any FeatureSource {
    let name = InputFile.name(path)
    if try isGeoPackage() { return try GeoPackageSource(path: path, file: name, layer: layer) }
    guard layer == nil else { throw InputError(path: path, problem: "has no layers; leave --layer out") }
    let input = try InputFile.input(path)
    guard try isJSON(input) else { return try incidents(of: DelimitedSource(input, file: name), resolver: resolver()) }
    return try GeoJSONSource(
      input, file: name, name: URL(filePath: path).deletingPathExtension().lastPathComponent, known: IncidentFields.all)
  }

  private func incidents(of rows: DelimitedSource, resolver: Resolver) throws -> any FeatureSource {
    let name = InputFile.name(path)
    let preset = Preset.detected(fields: rows.fields, tags: rows.tags)
    let mapping = try TableMapping(preset, fields: rows.fields, tags: rows.tags, file: name)
    return try IncidentSource(rows, mapping: mapping, document: name, resolver: resolver)
  }

  private func isJSON(_ input: ByteInput) throws -> Bool {
    let beginning =
      switch input {
      case .bytes(let bytes): Array(bytes.prefix(64))
      case .file: try InputFile.beginning(path, byteCount: 64)
      }
    return beginning.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "{")
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
