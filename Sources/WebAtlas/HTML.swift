/// A piece of HTML. A string becomes one only as text, escaped; markup is made by `element` alone, whose names are those
/// of this program. What a report says can therefore never be markup.
struct HTML: Sendable {
  /// The markup.
  private(set) var source: String

  private init(source: String) { self.source = source }

  /// A text.
  init(_ text: String) { source = Self.escaped(text) }

  /// Pieces, one after another.
  init(_ parts: [HTML]) { source = parts.map(\.source).joined() }

  /// Nothing.
  static let none = HTML(source: "")

  typealias Attributes = KeyValuePairs<String, String>

  /// An element with the pieces in it.
  static func element(_ name: String, _ attributes: Attributes = [:], _ children: [HTML]) -> HTML {
    let end = lineBreaking.contains(name) ? "\n" : ""
    return HTML(source: startTag(name, attributes) + HTML(children).source + "</\(name)>" + end)
  }

  /// An element with a text in it.
  static func element(_ name: String, _ attributes: Attributes = [:], _ text: String) -> HTML {
    element(name, attributes, [HTML(text)])
  }

  /// An element that has no content, such as `img`.
  static func void(_ name: String, _ attributes: Attributes) -> HTML { HTML(source: startTag(name, attributes)) }

  /// A value for a script to read. `<`, and what reorders text, is written as the escape that JSON has for it: no text
  /// can end the element or make its source read otherwise than it is.
  static func data(id: String, json: [UInt8]) -> HTML {
    var safe = ""
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      if scalar == "<" || isReordering(scalar) {
        let hex = String(scalar.value, radix: 16)
        safe += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return HTML(source: startTag("script", ["type": "application/json", "id": id]) + safe + "</script>\n")
  }

  private static let lineBreaking: Set<String> = [
    "section", "figure", "table", "caption", "thead", "tbody", "tr", "p", "ul", "ol", "li", "h2", "h3", "dl", "div",
    "details",
  ]

  private static func startTag(_ name: String, _ attributes: Attributes) -> String {
    "<" + name + attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined() + ">"
  }

  /// The text with the characters that are markup as references. Controls that HTML forbids are replaced, and those that
  /// would reorder the text around them (Unicode Standard Annex 9, §2) are written out: a report must not be able to
  /// make a page read otherwise than it is.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case _ where isReordering(scalar):
        result += "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
      case "\0"..<" ", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
      case _ where isNoncharacter(scalar): result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Unicode Standard Annex 9, §2: embeddings, overrides and isolates.
  private static func isReordering(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// Unicode Standard, §23.7.
  private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
    (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
  }
}

extension HTML: ExpressibleByStringInterpolation {
  /// A text, escaped like any other.
  init(stringLiteral text: String) { self.init(text) }
}

extension HTML {
  /// A part of the page with its heading; nothing when there is nothing in it.
  static func section(id: String, _ heading: String, _ content: [HTML]) -> HTML {
    guard content.contains(where: { !$0.source.isEmpty }) else { return none }
    let title = element("h2", ["id": "\(id)-heading"], heading)
    return element("section", ["id": id, "aria-labelledby": "\(id)-heading"], [title] + content)
  }

  /// A table with a caption; the first `rowHeaders` cells of a row are its headers.
  static func table(
    _ attributes: Attributes, caption: HTML, columns: [(title: HTML, isNumber: Bool)], rows: [[HTML]],
    rowHeaders: Int = 1
  ) -> HTML {
    let heads = columns.map { element("th", ["scope": "col", "class": $0.isNumber ? "number" : "words"], [$0.title]) }
    let body = rows.map { row in
      element(
        "tr",
        zip(columns, row).enumerated().map { index, cell in
          let style = cell.0.isNumber ? "number" : "words"
          return index < rowHeaders
            ? element("th", ["scope": "row", "class": style], [cell.1]) : element("td", ["class": style], [cell.1])
        })
    }
    let parts = [
      element("caption", [caption]), element("thead", [element("tr", heads)]), element("tbody", body),
    ]
    return element("div", ["class": "table-frame"], [element("table", attributes, parts)])
  }

  /// Nothing but a list with an item for each piece; nothing for none.
  static func list(_ items: [HTML], style: String = "plain") -> HTML {
    items.isEmpty ? none : element("ul", ["class": style], items.map { element("li", [$0]) })
  }

  static func paragraph(_ text: String, style: String = "words") -> HTML { element("p", ["class": style], text) }
}
