import Gazetteer
import Incidents
import Publishing
import Reports

/// The incidents of a file: of a release's text, or of the `incidents.geojson` of an earlier run.
public enum ReleaseFile {
  /// Reads the incidents; a text is read and its places are looked up.
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name, for identifiers and messages.
  ///   - resolver: the gazetteers, asked for only for a text.
  /// - Throws: `FormatError`, `ReportError` or what the gazetteers throw.
  public static func records(
    _ bytes: [UInt8], name: String, resolver: () throws -> Resolver
  ) throws -> [IncidentRecord] {
    if isJSON(bytes) { return try IncidentFiles.read(bytes, file: name) }
    let resolver = try resolver()
    let reader = ReleaseReader(countries: resolver.countryNames)
    return try reader.readAll(SourceDocument(name: name, bytes: bytes)).flatMap { reading in
      resolver.resolve(document: reading.incidents).map { IncidentRecord($0) }
    }
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "{")
  }
}
