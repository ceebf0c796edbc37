import Foundation
import GeoPackage

private let path = FileManager.default.temporaryDirectory.appending(
  path: "fuzz-\(ProcessInfo.processInfo.processIdentifier).gpkg"
).path(percentEncoded: false)

/// A GeoPackage: SQLite wants it as a file.
func fuzzGeoPackage(_ bytes: [UInt8]) {
  guard FileManager.default.createFile(atPath: path, contents: Data(bytes)),
    var source = try? GeoPackageSource(path: path, file: "fuzz.gpkg")
  else { return }
  try? source.read { _ in }
}
