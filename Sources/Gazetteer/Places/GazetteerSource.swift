import Formats
import Foundation
import Incidents

/// Something places can be read from: a folder of gazetteer files, or one file.
public struct GazetteerSource: Hashable, Sendable {
  /// Where it is.
  public let path: String

  /// A folder with `places.tsv` and boundary files, a GeoNames country dump, a GeoJSON file, or a table with a header.
  public init(path: String) { self.path = path }

  /// The files of a gazetteer folder and what their features are. Policy table.
  private static let folderFiles: [(name: String, kind: PlaceKind)] = [
    ("countries.geojson", .country), ("governorates.geojson", .governorate), ("districts.geojson", .district),
    ("regions.geojson", .area), ("rivers.geojson", .river), ("lakes.geojson", .lake), ("places.tsv", .site),
  ]

  /// The source as a gazetteer file: mapped when it is one, made in memory when it is text.
  /// - Parameter lost: gets what is no place in a text.
  /// - Throws: `GazetteerError` for a file that is missing, unreadable or damaged.
  func segment(lost: inout LostRows) throws(GazetteerError) -> Segment {
    Self.isImage(path) ? try Segment(mapping: URL(filePath: path)) : try Segment(places(lost: &lost))
  }

  /// What a folder says about its sources, in `sources.csv`: `name`, `license`, `attribution`.
  var notes: [SourceNote] {
    let path = URL(filePath: path).appending(path: "sources.csv").path(percentEncoded: false)
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return DelimitedText([UInt8](data), dialect: .csv).dropFirst().map {
      SourceNote(name: $0[0], license: $0[1].isEmpty ? nil : $0[1], attribution: $0[2].isEmpty ? nil : $0[2])
    }
  }

  /// Whether a file begins as a gazetteer file does.
  static func isImage(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path), let start = try? handle.read(upToCount: 4) else {
      return false
    }
    return ImageHeader.matches(start)
  }

  /// Reads all places of a text.
  /// - Throws: `GazetteerError` for a file that is missing, unreadable or damaged, and for the first row or feature that
  ///   is no place, naming the file and the line.
  public func places() throws(GazetteerError) -> [Place] {
    var lost = LostRows()
    let places = try places(lost: &lost)
    if let first = lost.first.first { throw first }
    return places
  }

  /// Reads the places of a text, as an import does: without the rows and features that are none.
  /// - Throws: `GazetteerError` for a file that is missing, unreadable or damaged, or holds fewer places than other rows.
  func places(lost: inout LostRows) throws(GazetteerError) -> [Place] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw GazetteerError(file: path, problem: "no such file or folder")
    }
    let values = try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey])
    guard values?.isDirectory == true else { return try Self.read(path: path, kind: .site, lost: &lost) }
    var places: [Place] = []
    for file in Self.folderFiles {
      let path = URL(filePath: path).appending(path: file.name).path(percentEncoded: false)
      guard FileManager.default.fileExists(atPath: path) else { continue }
      places += try Self.read(path: path, kind: file.kind, lost: &lost)
    }
    guard !places.isEmpty else {
      let names = Self.folderFiles.map(\.name).joined(separator: ", ")
      throw GazetteerError(file: path, problem: "no gazetteer in this folder; expected some of \(names)")
    }
    for number in places.indices { places[number].isSelected = true }
    return places
  }

  private static func read(
    path: String, kind: PlaceKind, lost: inout LostRows
  ) throws(GazetteerError) -> [Place] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw GazetteerError(file: path, problem: "cannot be read; check that it is a file you may read")
    }
    let bytes = [UInt8](data)
    let name = URL(filePath: path).lastPathComponent
    guard !name.hasSuffix(".gaz") else {
      throw GazetteerError(file: name, problem: "no gazetteer file; make one with `incident-mapper gazetteer import`")
    }
    let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    if first == UInt8(ascii: "{") {
      return try FeatureFile.read(bytes, file: name, kind: kind, choice: ColumnChoice(), lost: &lost)
    }
    if GeoNamesFile.matches(bytes) { return try GeoNamesFile.read(bytes, file: name, lost: &lost) }
    let table = try PlaceTable(bytes, file: name)
    lost.add(table.lost)
    return table.places
  }
}
