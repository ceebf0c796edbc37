import Formats
import Incidents

/// The GeoJSON files of a run's incidents.
public enum IncidentFiles {
  /// `incidents.geojson`: every incident, those without a place included.
  public static func all(_ records: [IncidentRecord]) -> OutputFile {
    OutputFile(path: "incidents.geojson", bytes: GeoJSON.write(records.map { Feature($0) }))
  }

  /// The incidents of one area, in the order given.
  public static func area(_ path: AreaPath, _ records: [IncidentRecord]) -> OutputFile {
    OutputFile(path: path.path(extension: "geojson"), bytes: GeoJSON.write(records.map { Feature($0) }))
  }

  /// Reads the incidents that a run wrote.
  /// - Parameter file: the file's name, for the message.
  /// - Throws: `FormatError` for a file that is no GeoJSON or was not written by a run.
  public static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> [IncidentRecord] {
    try read(.bytes(bytes), file: file)
  }

  private static func read(
    _ input: ByteInput, file: String, _ extent: IncidentRecord.Extent = .whole
  ) throws(FormatError) -> [IncidentRecord] {
    try GeoJSON.map(input, file: file, properties: extent.propertyNames) { (feature) throws(FormatError) in
      try IncidentRecord(feature, file: file, extent: extent)
    }
  }

  /// Reads the incidents that a run wrote; nil for a file of other features.
  /// - Parameter extent: how much of each is needed.
  /// - Throws: as `read(_:file:)`.
  public static func readIfPublished(
    _ input: ByteInput, file: String, _ extent: IncidentRecord.Extent = .whole
  ) throws(FormatError) -> [IncidentRecord]? {
    guard try GeoJSON.first(input, file: file).map(isPublished) ?? true else { return nil }
    return try read(input, file: file, extent)
  }

  /// Whether a feature has what every incident has.
  public static func isPublished(_ feature: Feature) -> Bool {
    feature.properties["assessment"] != nil && feature.properties["span"] != nil
  }

  /// The incidents that a run wrote, from their features.
  /// - Throws: `FormatError` for features that were not written by a run.
  public static func records(_ features: [Feature], file: String) throws(FormatError) -> [IncidentRecord] {
    var records: [IncidentRecord] = []
    for feature in features { records.append(try IncidentRecord(feature, file: file)) }
    return records
  }
}

/// Where the files of a country or a governorate lie: `syria/raqqa.svg`, `syria/syria.svg`.
public struct AreaPath: Hashable, Sendable {
  private let folder: String
  private let name: String

  /// The path for a country, or with a governorate's name for that.
  public init(country: String, governorate: String? = nil) {
    folder = fileName(country)
    name = governorate.map(fileName) ?? folder
  }

  /// The path of the file of that kind, below the output folder.
  public func path(extension: String) -> String { "\(folder)/\(name).\(`extension`)" }
}

/// A name in small letters and digits with hyphens between the words; other scripts are kept as they are.
private func fileName(_ name: String) -> String {
  let words = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
  return words.map { $0.filter { $0 != "'" && $0 != "’" } }.joined(separator: "-")
}
