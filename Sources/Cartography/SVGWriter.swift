/// Writes elements, one a line, into UTF-8 bytes. All text and attribute values are escaped here and nowhere else.
struct SVGWriter {
  /// The value of an attribute.
  enum Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral
  {
    case text(String)
    case number(Double)
    case path(SVGPath)

    static func count(_ count: Int) -> Value { .text(String(count)) }

    init(stringLiteral value: String) { self = .text(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
  }

  typealias Attributes = KeyValuePairs<String, Value>

  private(set) var bytes: [UInt8] = []
  private var openElements: [String] = []

  /// The finished document; every element has been closed.
  var document: String {
    precondition(openElements.isEmpty, "an element was left open")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes an element and, inside it, what the closure writes.
  mutating func element(_ name: String, _ attributes: Attributes = [:], content: (inout SVGWriter) -> Void) {
    startTag(name, attributes)
    bytes.append(contentsOf: ">\n".utf8)
    openElements.append(name)
    content(&self)
    openElements.removeLast()
    endTag(name)
  }

  /// Writes an element without content.
  mutating func element(_ name: String, _ attributes: Attributes) {
    startTag(name, attributes)
    bytes.append(contentsOf: "/>\n".utf8)
  }

  /// Writes an element that holds a text.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
    startTag(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    appendEscaped(text)
    endTag(name)
  }

  private mutating func startTag(_ name: String, _ attributes: Attributes) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for (key, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: key.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      switch value {
      case .text(let text): appendEscaped(text)
      case .number(let number): SVGNumber.append(number, to: &bytes)
      case .path(let path): bytes.append(contentsOf: path.bytes)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func endTag(_ name: String) {
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: ">\n".utf8)
  }

  /// Control characters other than tab and line feed are not allowed in XML 1.0 (§2.2), not even escaped; neither are
  /// the two noncharacters at the end of the basic plane.
  private mutating func appendEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"": bytes.append(contentsOf: "&quot;".utf8)
      case "\t", "\n": bytes.append(UInt8(ascii: scalar))
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
