import Foundation
import Publishing
import Testing

@testable import Pipeline

@Suite struct InstalledLeafletTests {
  /// A folder of its own, gone afterwards.
  private func withFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "leaflet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }

  private func write(_ text: String, _ url: URL) throws { try Data(text.utf8).write(to: url) }

  @Test func theSmallScriptItsStyleAndItsLicenseAreTaken() throws {
    try withFolder { folder in
      let license = folder.appending(path: "copyright")
      #expect(InstalledLeaflet.files(scripts: folder, license: license) == nil)
      for name in ["leaflet.js", "leaflet.min.js", "leaflet.css", "copyright"] {
        try write(name, folder.appending(path: name))
      }
      let files = try #require(InstalledLeaflet.files(scripts: folder, license: license))
      #expect(files.map(\.path) == ["leaflet.js", "leaflet.css", "LICENSE.txt"])
      #expect(
        files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["leaflet.min.js", "leaflet.css", "copyright"])
    }
  }

  @Test func itIsPutBesideThePageAndAnEarlierOneStays() throws {
    try withFolder { folder in
      let isThere = try InstalledLeaflet.copy(nil, into: folder)
      #expect(!isThere)
      let files = [OutputFile(path: "leaflet.js", bytes: [1]), OutputFile(path: "leaflet.css", bytes: [2])]
      #expect(try InstalledLeaflet.copy(files, into: folder))
      #expect(try Data(contentsOf: folder.appending(path: "leaflet/leaflet.css")) == Data([2]))
      #expect(try InstalledLeaflet.copy(nil, into: folder))
    }
  }
}
