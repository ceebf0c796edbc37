import Formats
import Foundation
import Publishing

/// A file that a conversion writes.
public struct ConversionOutput: Sendable {
  /// Its path as the user gave it.
  public let path: String
  /// Its format.
  public let format: FeatureFormat

  /// A file and its format.
  public init(path: String, format: FeatureFormat) {
    self.path = path
    self.format = format
  }
}

/// Features from some files into others, all written from one reading.
public struct Conversion {
  /// What a conversion did.
  public struct Result: Sendable {
    /// How many features were written to each file.
    public let featureCount: Int
    /// How many fields they have.
    public let fieldCount: Int
    /// What was found imperfect, in words.
    public let remarks: [String]
  }

  private let names: [String]
  private let sources: [any FeatureSource]
  private let outputs: [ConversionOutput]

  /// A conversion of files; at least one in and one out.
  /// - Parameter names: what the description calls the sources.
  public init(names: [String], sources: [any FeatureSource], outputs: [ConversionOutput]) {
    (self.names, self.sources, self.outputs) = (names, sources, outputs)
  }

  /// Reads and writes.
  /// - Throws: `InputError`, `FormatError` or `WriteError`; nothing is half-written then.
  public func run() throws -> Result {
    var source: any FeatureSource = CreditedSource(sources.count == 1 ? sources[0] : JoinedSource(sources))
    let layer = source.layer
    var sinks: [any FeatureSink] = []
    do {
      for output in outputs { sinks.append(try output.format.sink(layer, target: URL(fileURLWithPath: output.path))) }
    } catch {
      for index in sinks.indices { sinks[index].cancel() }
      throw error
    }
    let count = try copyFeatures(from: &source, to: sinks)
    let credits = (source as? CreditedSource)?.credits ?? []
    try describe(layer, featureCount: count, credits: placeCredits(sources: credits))
    return Result(featureCount: count, fieldCount: layer.fields.count, remarks: source.remarks.lines)
  }

  /// Writes `NAME.datapackage.json` for the outputs of each folder and name.
  private func describe(_ layer: FeatureLayer, featureCount: Int, credits: [String]) throws {
    let files = outputs.map { (output: $0, url: URL(fileURLWithPath: $0.path)) }
    for (base, group) in Dictionary(grouping: files, by: { $0.url.deletingPathExtension() }) {
      let resources = group.map { file in
        let size = try? FileManager.default.attributesOfItem(atPath: file.url.path)[.size] as? Int
        let fields =
          file.output.format == .csv ? CSVSink.columns(layer) : (layer.hasIDs ? [layer.idColumn] : []) + layer.fields
        return DataPackage.Resource(
          path: file.url.lastPathComponent, title: "\(layer.title) as \(file.output.format.title)", fields: fields,
          byteCount: size, featureCount: featureCount)
      }
      let package = DataPackage(
        name: base.lastPathComponent, title: layer.title, note: layer.note, resources: resources,
        licenses: Attribution.licenses(of: credits), sources: names + credits,
        provenance: ["inputs": .strings(names)])
      let target = base.deletingLastPathComponent().appending(path: "\(base.lastPathComponent).datapackage.json")
      try write(package.bytes, to: target)
    }
  }
}

/// A source that notes whom its places are from, and names its features for a reader.
private struct CreditedSource: FeatureSource {
  let layer: FeatureLayer
  private(set) var credits: Set<String> = []
  private var source: any FeatureSource

  init(_ source: any FeatureSource) {
    self.source = source
    layer = source.layer.named()
  }

  var remarks: SourceRemarks { source.remarks }

  mutating func read(into body: (FeatureBatch) throws -> Void) throws {
    let column = layer.fields.firstIndex { $0.name == "place_source" }
    var credits: Set<String> = []
    defer { self.credits = credits }
    try source.read { batch in
      if let column {
        for feature in 0..<batch.count {
          guard case .text(let range) = batch.value(feature, column) else { continue }
          credits.insert(String(decoding: batch.bytes(range), as: UTF8.self))
        }
      }
      try body(batch)
    }
  }
}

extension FeatureLayer {
  /// The layer with what names its features: for incidents as they are published, else by fields that are often called
  /// so. Policy table.
  fileprivate func named() -> FeatureLayer {
    if !nameFields.isEmpty { return self }
    var layer = self
    if !nameFields.isEmpty { return layer }
    let names = Set(fields.map(\.name))
    let incidents = IncidentFields.layer()
    if names.isSuperset(of: incidents.fields.map(\.name)) {
      (layer.name, layer.title) = (incidents.name, incidents.title)
      (layer.nameFields, layer.dateField) = (incidents.nameFields, incidents.dateField)
      layer.summaryFields = incidents.summaryFields
      return layer
    }
    let naming = ["name", "title", "place_name", "location", "place", "event_id_cnty", "id"]
    let dating = ["date", "event_date", "date_start"]
    layer.nameFields = Array(
      naming.compactMap { word in fields.first { $0.name.lowercased() == word }?.name }.prefix(1))
    layer.dateField = dating.lazy.compactMap { word in fields.first { $0.name.lowercased() == word }?.name }.first
    return layer
  }
}

extension SourceRemarks {
  /// A line for each kind of finding, with its first example.
  var lines: [String] {
    kinds.map { kind in
      let example = kind.examples.first.map { example in
        [example.origin.map { "line \($0.line)" }, example.detail.isEmpty ? nil : example.detail]
          .compactMap(\.self).joined(separator: ": ")
      }
      let first = example.map { $0.isEmpty ? "" : " (first: \($0))" } ?? ""
      return "\(kind.count) × \(kind.message)\(first)"
    }
  }
}
