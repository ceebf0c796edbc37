import Formats

/// The description of published files for whoever gets them without us: what each is, its fields with their units, and
/// what it was made from under which licenses (Data Package 1, specs.frictionlessdata.io).
public struct DataPackage: Sendable {
  /// A license.
  public struct License: Hashable, Sendable {
    /// Its identifier of SPDX, as Data Package asks: `CC-BY-4.0`.
    public var name: String
    /// Where it can be read.
    public var path: String

    /// A license.
    public init(name: String, path: String) { (self.name, self.path) = (name, path) }

    fileprivate var json: JSON { ["name": .string(name), "path": .string(path)] }
  }

  /// What the data was made from.
  public struct Source: Hashable, Sendable {
    /// A file, or who published what went into the data.
    public var title: String
    /// The license of what is from there; nil where that is not known.
    public var license: License?

    /// A source.
    public init(_ title: String, license: License? = nil) { (self.title, self.license) = (title, license) }

    fileprivate var json: JSON {
      var members: [String: JSON] = ["title": .string(title)]
      if let license { members["licenses"] = .array([license.json]) }
      return .object(members)
    }
  }

  /// A file of the package.
  public struct Resource: Sendable {
    /// Its path, relative to the description.
    public var path: String
    /// What it is.
    public var title: String
    /// Its fields; empty for what is no table or layer.
    public var fields: [Field]
    /// How many bytes it has; nil when that is not known.
    public var byteCount: Int?
    /// How many features or rows it has; nil when that is not known.
    public var featureCount: Int?

    /// A file.
    public init(path: String, title: String, fields: [Field] = [], byteCount: Int? = nil, featureCount: Int? = nil) {
      self.path = path
      self.title = title
      self.fields = fields
      self.byteCount = byteCount
      self.featureCount = featureCount
    }
  }

  /// Its name, of small letters, digits and hyphens.
  public var name: String
  /// What it is.
  public var title: String
  /// What else to know.
  public var note: String
  /// The files.
  public var resources: [Resource]
  /// What it was made from: files, and who published what went into them. A license stands at the source whose work is
  /// under it: the package as a whole has none, because the terms of the reports are not known.
  public var sources: [Source]
  /// How it was made: what a second run needs to give the same.
  public var provenance: [String: JSON]
  /// Files that an earlier run described in the same place, as it described them.
  public var earlier: [JSON] = []

  /// What a description by this program says that it was made with.
  public static let software = "incident-mapper"

  /// A description.
  public init(
    name: String, title: String, note: String = "", resources: [Resource], sources: [Source],
    provenance: [String: JSON] = [:]
  ) {
    self.name = name
    self.title = title
    self.note = note
    self.resources = resources
    self.sources = sources
    self.provenance = provenance
  }

  /// The description as it is written.
  public var bytes: [UInt8] {
    var members: [String: JSON] = [
      "profile": "data-package", "name": .string(Self.slug(name)), "title": .string(title),
      "resources": .array(resources.map(\.json) + earlier), "sources": .array(sources.map(\.json)),
      "provenance": .object(provenance.merging(["software": .string(Self.software)]) { stated, _ in stated }),
    ]
    let words = [note, sources.contains { $0.license != nil } ? Self.terms : ""].filter { !$0.isEmpty }
    if !words.isEmpty { members["description"] = .string(words.joined(separator: " ")) }
    return JSON.object(members).lines(depth: 3)
  }

  private static let terms =
    "The licenses at the sources are those of the places alone; the reports and tables stay under the terms of whoever "
    + "published them."

  /// A name as Data Package has them.
  fileprivate static func slug(_ name: String) -> String {
    let kept = name.lowercased().unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? String(scalar) : "-"
    }
    let words = kept.joined().split(separator: "-")
    return words.isEmpty ? "data" : words.joined(separator: "-")
  }
}

extension DataPackage.Resource {
  fileprivate var json: JSON {
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    let isTable = ending == "csv"
    var members: [String: JSON] = [
      "name": .string(DataPackage.slug(path)), "path": .string(path), "title": .string(title),
      "format": .string(ending), "mediatype": .string(Self.mediaTypes[ending] ?? "application/octet-stream"),
      "profile": isTable && !fields.isEmpty ? "tabular-data-resource" : "data-resource",
    ]
    if Self.isText(ending) { members["encoding"] = "utf-8" }
    if let byteCount { members["bytes"] = .number(Double(byteCount)) }
    if let featureCount { members["feature_count"] = .number(Double(featureCount)) }
    if !fields.isEmpty {
      members["schema"] = ["fields": .array(fields.map { $0.json(inTable: isTable) }), "missingValues": [""].json]
    }
    return .object(members)
  }

  /// Media types by the endings of names.
  private static let mediaTypes = [
    "csv": "text/csv", "geojson": "application/geo+json", "json": "application/json", "svg": "image/svg+xml",
    "gpkg": "application/geopackage+sqlite3", "kml": "application/vnd.google-earth.kml+xml",
    "topojson": "application/json", "fgb": "application/octet-stream", "html": "text/html",
  ]

  private static func isText(_ ending: String) -> Bool { !["gpkg", "fgb"].contains(ending) }
}

extension Field {
  /// The field as Table Schema has it. In a table lists are texts, and dates may be months or ranges everywhere.
  fileprivate func json(inTable: Bool) -> JSON {
    let type =
      switch kind {
      case .text, .date: "string"
      case .day: "date"
      case .integer: "integer"
      case .number: "number"
      case .boolean: "boolean"
      case .list: inTable ? "string" : "array"
      case .json: inTable ? "string" : "any"
      }
    var members: [String: JSON] = ["name": .string(name), "type": .string(type)]
    if !meaning.isEmpty { members["description"] = .string(meaning) }
    if let unit { members["unit"] = .string(unit) }
    return .object(members)
  }
}

extension [String] {
  fileprivate var json: JSON { .strings(self) }
}
