import Incidents

/// Which columns of a table, or properties of features, hold what: for files whose headers do not say so themselves.
public struct ColumnChoice: Hashable, Sendable {
  /// The main name.
  public var name: String?
  /// Degrees east.
  public var longitude: String?
  /// Degrees north.
  public var latitude: String?
  /// The country: a column, or one ISO 3166-1 alpha-2 code for all.
  public var country: String?
  /// The kind: a column, or one word for all.
  public var kind: String?
  /// The ISO 3166-2 code of the governorate.
  public var governorate: String?
  /// The identifier.
  public var id: String?
  /// Other names; several in one field are separated by `|` or `;`, or else by commas.
  public var alternates: [String]
  /// What the places' source is called; the file's name unless given.
  public var source: String?

  /// Choices; what is nil or empty is looked for under its usual headers.
  public init(
    name: String? = nil, longitude: String? = nil, latitude: String? = nil, country: String? = nil, kind: String? = nil,
    governorate: String? = nil, id: String? = nil, alternates: [String] = [], source: String? = nil
  ) {
    self.name = name
    self.longitude = longitude
    self.latitude = latitude
    self.country = country
    self.kind = kind
    self.governorate = governorate
    self.id = id
    self.alternates = alternates
    self.source = source
  }

  /// The country when it is one code for all.
  static func countryCode(_ text: String) -> String? {
    text.utf8.count == 2 && text.allSatisfy(\.isLetter) ? text.uppercased() : nil
  }

  /// An identifier as it is unique among all sources: with its source in front, unless it says that itself.
  static func qualified(_ id: String, source: String) -> String { id.contains(":") ? id : "\(source):\(id)" }
}
