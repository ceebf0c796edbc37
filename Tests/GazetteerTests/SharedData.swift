import Formats
import Foundation
import Gazetteer
import Incidents

/// The data at country scale that lies beside the repository, when it does.
enum SharedData {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// `../shared` seen from the package, or from a worktree of it; nil when there is none.
  static let folder: URL? = ["../shared", "../../shared"].map { package.appending(path: $0).standardized }.first {
    FileManager.default.fileExists(atPath: $0.appending(path: "data/places.tsv").path(percentEncoded: false))
  }

  /// The gazetteer that the package ships.
  static let shipped =
    ["Gazetteer/data", "Gazetteer"].map { package.appending(path: $0).path(percentEncoded: false) }
    .first { FileManager.default.fileExists(atPath: $0 + "/places.tsv") } ?? ""

  static func path(_ file: String) -> String { folder?.appending(path: file).path(percentEncoded: false) ?? "" }

  static func rows(_ file: String, _ dialect: DelimitedText.Dialect) throws -> [DelimitedText.Row] {
    Array(DelimitedText([UInt8](try Data(contentsOf: URL(filePath: path(file)))), dialect: dialect).dropFirst())
  }

  /// What the shipped gazetteer and the GeoNames files say together; read once, as it takes a while in a debug build.
  static let everything = Result {
    try Resolver(
      sources: [shipped, path("data/geonames/IQ.txt"), path("data/geonames/SY.txt")].map(GazetteerSource.init(path:)))
  }
}
