import Foundation

/// The parts of the page that are the same for every run: its frame, style and scripts, each a file of its own in
/// `Page/`.
enum PageResources {
  /// The style and the scripts, in the order in which they are loaded.
  static let names = [
    "page.css", "elements.js", "incidents.js", "filters.js", "timeline.js", "explanation.js", "table.js", "symbols.js",
    "grouping.js", "labels.js", "basemap-layers.js", "panel.js", "framing.js", "map.js", "page.js",
  ]

  /// The files that go beside the page.
  static func assets() throws -> [(name: String, bytes: [UInt8])] { try names.map { ($0, try read($0)) } }

  /// The page without its content.
  static func template() throws -> PageTemplate { PageTemplate(String(decoding: try read("page.html"), as: UTF8.self)) }

  private static func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Bundle.module.bundleURL.appending(path: "Page/\(name)")))
  }
}

/// HTML with places to fill, written `{{name}}`.
struct PageTemplate {
  private let source: String

  init(_ source: String) { self.source = source }

  /// The page with every place filled. What is filled in is not searched again. A place that nothing is given for, and a
  /// piece that has no place, are programming errors.
  func filled(with pieces: [String: HTML]) -> [UInt8] {
    var bytes: [UInt8] = []
    var unused = Set(pieces.keys)
    for (index, part) in source.split(separator: "{{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0 else {
        bytes += part.utf8
        continue
      }
      let halves = part.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, let piece = pieces[String(halves[0])] else {
        preconditionFailure("the page has a place that nothing is given for: \(halves[0])")
      }
      unused.remove(String(halves[0]))
      bytes += piece.source.utf8
      bytes += halves[1].utf8
    }
    precondition(unused.isEmpty, "the page has no place for \(unused.sorted())")
    return bytes
  }
}
