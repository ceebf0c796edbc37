import Foundation
import Publishing
import WebAtlas

/// Leaflet, the library that draws the page's interactive map, as Debian's package `libjs-leaflet` installs it. The
/// project holds no copy: a run puts the installed one beside its page.
public enum InstalledLeaflet {
  private static let scripts = URL(filePath: "/usr/share/javascript/leaflet", directoryHint: .isDirectory)
  private static let license = URL(filePath: "/usr/share/doc/libjs-leaflet/copyright")

  /// The script, its style and its license; nil when it is not installed.
  public static func files() -> [OutputFile]? { files(scripts: scripts, license: license) }

  static func files(scripts: URL, license: URL) -> [OutputFile]? {
    func file(_ path: String, _ sources: [URL]) -> OutputFile? {
      sources.lazy.compactMap { try? Data(contentsOf: $0) }.first.map { OutputFile(path: path, bytes: [UInt8]($0)) }
    }
    guard
      let script = file("leaflet.js", ["leaflet.min.js", "leaflet.js"].map { scripts.appending(path: $0) }),
      let style = file("leaflet.css", [scripts.appending(path: "leaflet.css")])
    else { return nil }
    return [script, style] + [file("LICENSE.txt", [license])].compactMap(\.self)
  }

  /// Puts it into the folder in which the page of a run looks for it.
  /// - Parameter output: the run's folder.
  /// - Returns: whether it is there now, from this run or from before.
  public static func copy(_ files: [OutputFile]? = files(), into output: URL) throws(OutputError) -> Bool {
    let folder = output.appending(path: AtlasPage.leafletFolder, directoryHint: .isDirectory)
    guard let files else {
      return FileManager.default.fileExists(atPath: folder.appending(path: "leaflet.js").path(percentEncoded: false))
    }
    try OutputFolder.write(files, to: folder, replacing: [])
    return true
  }
}
