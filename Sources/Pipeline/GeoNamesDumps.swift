public import Foundation

/// The public dumps of GeoNames on a server.
public struct GeoNamesDumps: Sendable {
  /// The folder on the server, with a slash at its end.
  public let base: URL
  /// Where downloads go; what is whole is taken out of it again.
  public let folder: URL

  /// The dumps below a URL.
  /// - Throws: `InputError` when the folder for downloads cannot be made.
  public init(base: URL, folder: URL) throws(InputError) {
    self.base = base.absoluteString.hasSuffix("/") ? base : base.appending(path: "")
    self.folder = folder
    do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
      throw InputError(
        path: folder.path(percentEncoded: false), problem: "cannot be made: check that you may write there")
    }
  }

  /// Where GeoNames publishes them.
  public static let publisher = "https://download.geonames.org/export/dump/"

  /// Downloads and unpacks the places of a country: `IQ`.
  public func places(of country: String, sha256: String?) throws(InputError) -> URL {
    try fetch("\(country).zip", name: "\(country).txt", into: folder.appending(path: "places"), sha256: sha256)
  }

  /// Downloads and unpacks the alternate names of a country's places.
  public func alternateNames(of country: String) throws(InputError) -> URL {
    try fetch(
      "alternatenames/\(country).zip", name: "\(country).txt", into: folder.appending(path: "names"), sha256: nil)
  }

  private func fetch(_ path: String, name: String, into folder: URL, sha256: String?) throws(InputError) -> URL {
    do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
      throw InputError(
        path: folder.path(percentEncoded: false), problem: "cannot be made: check that you may write there")
    }
    let url = URL(string: path, relativeTo: base)?.absoluteURL ?? base
    let archive = folder.appending(path: url.lastPathComponent)
    try Download(url: url, file: archive, sha256: sha256).run()
    return try ZipArchive.extract(name, from: archive, into: folder)
  }

  /// Throws all downloads away.
  public func removeAll() { try? FileManager.default.removeItem(at: folder) }
}
