/// A property that the features of one stream have: what a column is in a table.
public struct Field: Hashable, Sendable {
  /// What the values of a field are. A value of any field may also be missing.
  public enum Kind: String, Hashable, Sendable {
    /// A text in UTF-8.
    case text
    /// A whole number.
    case integer
    /// A number.
    case number
    /// True or false.
    case boolean
    /// A day, a month or a range of days in ISO 8601: `2019-04-03`, `2019-04`, `2019-04-03/2019-04-05`.
    case date
    /// A single day in ISO 8601: `2019-04-03`.
    case day
    /// A list of texts, as a JSON array.
    case list
    /// Anything else, as JSON.
    case json
  }

  /// Its name, unique in the stream.
  public var name: String
  /// What its values are.
  public var kind: Kind
  /// The unit of a number, such as `m`; nil for one without.
  public var unit: String?
  /// What it says, in a sentence for whoever gets the file without us.
  public var meaning: String

  /// A field.
  public init(_ name: String, _ kind: Kind, unit: String? = nil, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.meaning = meaning
  }
}
