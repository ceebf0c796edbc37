/// A JSON value (RFC 8259).
public enum JSON: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// Any number.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSON])
  /// Members; written in the order of their names, so that the same value gives the same bytes.
  case object([String: JSON])

  /// A number, or null.
  public static func optional(_ number: Int?) -> JSON { number.map { .number(Double($0)) } ?? .null }
  /// A text, or null.
  public static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
  /// `true`, `false` or null.
  public static func optional(_ flag: Bool?) -> JSON { flag.map(JSON.bool) ?? .null }
  /// A list of texts.
  public static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.string)) }

  /// The text, when it is one.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The number, when it is one.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// The flag, when it is one.
  public var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  /// The elements, when it is a list.
  public var array: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
  /// The members, when it is an object.
  public var object: [String: JSON]? { if case .object(let members) = self { members } else { nil } }
  /// The member of that name; null when it is missing or this is no object.
  public subscript(name: String) -> JSON { object?[name] ?? .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByDictionaryLiteral
{
  /// An object. A name given twice is a programming error.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
}
