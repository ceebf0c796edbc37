import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Collects what tests ask about a document.
final class DocumentReader: NSObject, XMLParserDelegate {
  private(set) var root: [String: String] = [:]
  private(set) var ids: [String] = []
  /// The ids that attributes refer to.
  private(set) var references: Set<String> = []
  private(set) var texts: [String: [String]] = [:]
  private var open: [String] = []

  /// Reads a document; records an issue when it is not well-formed.
  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    #expect(parser.parse(), "\(parser.parserError.debugDescription)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    if open.isEmpty { root = attributes }
    if let id = attributes["id"] { ids.append(id) }
    for (key, value) in attributes {
      if key == "href" { references.insert(String(value.dropFirst())) }
      if value.hasPrefix("url(#") { references.insert(String(value.dropFirst(5).dropLast())) }
    }
    open.append(name)
    texts[name, default: []].append("")
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let name = open.last, let last = texts[name]?.indices.last else { return }
    texts[name]?[last] += text
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }
}
