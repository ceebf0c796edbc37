import Formats
import Foundation
import Publishing

/// `NAME.datapackage.json`, which stands beside the files that it describes.
enum PackageDescription {
  /// Where the description of a file is.
  static func place(of file: URL) -> URL {
    let base = file.deletingPathExtension()
    return base.deletingLastPathComponent().appending(path: "\(base.lastPathComponent).datapackage.json")
  }

  /// A description that this program wrote; nil for one of another's, and where there is none.
  static func read(_ place: URL) -> JSON? {
    guard let data = try? Data(contentsOf: place),
      let json = try? JSON(reading: [UInt8](data), file: place.lastPathComponent),
      json["provenance"]["software"].string == DataPackage.software
    else { return nil }
    return json
  }

  /// Writes a description; one that stands there keeps what it says of files that are not described anew and still
  /// exist.
  static func write(_ package: DataPackage, to place: URL) throws {
    var package = package
    let paths = Set(package.resources.map(\.path))
    package.earlier =
      read(place).map { earlier in
        (earlier["resources"].array ?? []).compactMap { resource in
          guard let path = resource["path"].string, !paths.contains(path),
            FileManager.default.fileExists(atPath: place.deletingLastPathComponent().appending(path: path).path),
            var members = resource.object
          else { return nil }
          if members["sources"] == nil { members["sources"] = earlier["sources"] }
          return .object(members)
        }
      } ?? []
    try Formats.write(package.bytes, to: place)
  }
}
