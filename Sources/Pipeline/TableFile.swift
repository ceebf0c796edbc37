import Formats
import Foundation
import Gazetteer
import GeoPackage
import Incidents
import Publishing
import Tables

/// A file that may be a table: delimited text, GeoJSON or a GeoPackage.
public struct TableFile {
  /// What a file is by its name and its first bytes.
  public enum Kind: Hashable, Sendable {
    case delimited, geoJSON, geoPackage
    /// A text to be read.
    case text
  }

  /// Its path as the user gave it.
  public let path: String
  private(set) var choice: TableChoice
  private let input: ByteInput
  private let opened = Opened()

  /// A file, and what is said of it. What comes from a pipe is read at once.
  /// - Throws: `InputError` when it cannot be opened.
  public init(path: String, choice: TableChoice = TableChoice()) throws(InputError) {
    (self.path, self.choice) = (path, choice)
    input = try InputFile.input(path)
  }

  /// The same file, read without words for the user.
  public var silent: TableFile {
    var file = self
    file.choice.say = { _ in }
    return file
  }

  private static let endings: Set<String> = ["csv", "tsv", "tab"]

  /// All bytes of it.
  public func bytes() throws(InputError) -> [UInt8] {
    if case .bytes(let bytes) = input { bytes } else { try InputFile.read(path) }
  }

  /// What the file is. Text is a table when its name says so, when its columns are those of a publisher or of the given
  /// mapping, or when it has a row of tags.
  public func kind() throws(InputError) -> Kind {
    let beginning: [UInt8] =
      if case .bytes(let bytes) = input { Array(bytes.prefix(64)) } else {
        try InputFile.beginning(path, byteCount: 64)
      }
    if GeoPackageSource.isSQLite(beginning) { return .geoPackage }
    if beginning.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) == UInt8(ascii: "{") {
      return .geoJSON
    }
    if Self.endings.contains(URL(filePath: path).pathExtension.lowercased()) { return .delimited }
    guard let source = try? delimited() else { return .text }
    if Preset.recognized(fields: source.fields) != nil || source.tags.contains(where: { $0.hasPrefix("#") }) {
      return .delimited
    }
    return choice.mapping?.fits(source.fields) == true ? .delimited : .text
  }

  /// Whether the file is a table of incidents, and not one of bare points with `lon` and `lat`.
  public func isIncidentTable() throws -> Bool {
    if choice.isGiven { return true }
    guard try kind() == .delimited || kind() == .text else { return false }
    let table = try delimited()
    let names = Set(table.fields.map { $0.name.lowercased() })
    return !names.isSuperset(of: ["lon", "lat"])
  }

  /// The table, opened once: to find out its encoding, a file is read to its end.
  private func delimited() throws(FormatError) -> DelimitedSource {
    if let table = opened.table { return table }
    let table = try DelimitedSource(input, file: InputFile.name(path), options: choice.layout)
    opened.table = table
    return table
  }

  private final class Opened { var table: DelimitedSource? }

  /// The features of a file: of a delimited table its incidents, of others what they have, unless a preset or a mapping
  /// says that they are incidents, too.
  /// - Parameters:
  ///   - document: what the results call it.
  ///   - resolver: the gazetteers, asked for only when they are needed.
  ///   - looksUp: whether the places of rows without a position are looked up.
  /// - Throws: `FormatError` when it cannot be read.
  public func features(
    document: String, resolver: () throws -> Resolver, looksUp: Bool
  ) throws -> any FeatureSource {
    let kind = try kind()
    if !choice.isGiven {
      if kind == .geoJSON || kind == .geoPackage { return try others(kind) }
      if let published = try published(kind) { return published }
    }
    let (rows, mapping) = try rows()
    return try IncidentSource(
      rows, mapping: mapping, document: document, resolver: resolver(), looksUp: looksUp,
      identifiers: choice.identifiers)
  }

  private func others(_ kind: Kind) throws -> any FeatureSource {
    let file = InputFile.name(path)
    if kind == .geoPackage { return try GeoPackageSource(path: path, file: file, layer: choice.layer) }
    try refuseLayer()
    return try GeoJSONSource(
      input, file: file, name: URL(filePath: path).deletingPathExtension().lastPathComponent, known: IncidentFields.all)
  }

  /// The table as one that this program wrote; nil for one of others.
  private func published(_ kind: Kind) throws -> PublishedTable? {
    guard kind == .delimited else { return nil }
    try refuseLayer()
    return PublishedTable(try delimited())
  }

  /// The incidents of an earlier run that the file holds; nil for a table, or features of another kind.
  /// - Parameter extent: how much of each is needed; other forms than GeoJSON are read whole.
  /// - Throws: `FormatError` for a file that cannot be read.
  public func publishedRecords(_ extent: IncidentRecord.Extent = .whole) throws -> [IncidentRecord]? {
    if choice.isGiven { return nil }
    let name = InputFile.name(path)
    switch try kind() {
    case .delimited, .text:
      guard var table = try published(kind()) else { return nil }
      return try IncidentFiles.records(table.features(file: name), file: name)
    case .geoJSON:
      try refuseLayer()
      return try IncidentFiles.readIfPublished(input, file: name, extent)
    case .geoPackage:
      let features = try FeatureInput(path: path, layer: choice.layer).features()
      guard features.first.map(IncidentFiles.isPublished) ?? true else { return nil }
      return try IncidentFiles.records(features, file: name)
    }
  }

  /// The rows of the table, and which columns of them say what.
  /// - Throws: `FormatError` when it cannot be read, or has no column that says where or when.
  public func rows() throws -> (rows: any FeatureSource, mapping: TableMapping) {
    let (rows, table) = try table()
    let tags = table?.tags ?? []
    let preset = choice.preset ?? Preset.detected(fields: rows.fields, tags: tags)
    let mapping =
      try choice.mapping ?? TableMapping(preset, fields: rows.fields, tags: tags, file: InputFile.name(path))
    let completed = try mapping.completed(by: rows)
    let how =
      choice.mapping == nil
      ? (choice.preset == nil ? "by its columns, as " : "as ") + preset.title : "with \(mapping.name)"
    let words = ["\(InputFile.name(path)): a table, read \(how)"] + layoutWords(table) + completed.notes
    choice.say(words.joined(separator: "; "))
    return (rows, completed.mapping)
  }

  /// How the table is read, as a mapping file to start from.
  /// - Throws: `FormatError` when it cannot be read.
  public func mappingToStartFrom() throws -> [UInt8] {
    let (rows, table) = try table()
    let tags = table?.tags ?? []
    let preset = choice.preset ?? Preset.detected(fields: rows.fields, tags: tags)
    let mapping = choice.mapping ?? TableMapping(guessedBy: preset, fields: rows.fields, tags: tags)
    return MappingFile.write(try mapping.completed(by: rows).mapping, columns: rows.fields.map(\.name))
  }

  private func table() throws -> (rows: any FeatureSource, delimited: DelimitedSource?) {
    let kind = try kind()
    let table = kind == .delimited || kind == .text ? try delimited() : nil
    if table != nil { try refuseLayer() }
    return (try table ?? others(kind), table)
  }

  private func refuseLayer() throws(InputError) {
    guard choice.layer == nil else { throw InputError(path: path, problem: "has no layers; leave --layer out") }
  }

  private func layoutWords(_ table: DelimitedSource?) -> [String] {
    guard let table else { return [] }
    let known: [UInt8: String] = [0x09: "tabs", 0x2C: "commas", 0x3B: "semicolons", 0x7C: "bars"]
    let delimiter = known[table.delimiter] ?? "“\(Character(UnicodeScalar(table.delimiter)))”"
    return ["\(delimiter) between fields, \(table.encoding.encoding.rawValue)"]
  }
}
