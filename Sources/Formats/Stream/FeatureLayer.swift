/// What the features of one stream have in common: what the header is to a table.
public struct FeatureLayer: Hashable, Sendable {
  /// Its name, as formats with named tables have it: `incidents`.
  public var name: String
  /// What it is, in a few words.
  public var title: String
  /// What else a reader must know: where it comes from and under which license; may be empty.
  public var note: String
  /// The properties of its features, in the order in which tables have them.
  public var fields: [Field]
  /// Whether features have identifiers.
  public var hasIDs: Bool
  /// Whether there are only points and features without a place.
  public var hasOnlyPoints: Bool
  /// The fields whose values name a feature for a reader, most telling first.
  public var nameFields: [String]
  /// The fields that a description to be read has; empty for all that are not nested.
  public var summaryFields: [String] = []
  /// The field with the date of a feature; nil without one.
  public var dateField: String?

  /// What a stream's features have in common.
  public init(
    name: String, title: String? = nil, note: String = "", fields: [Field], hasIDs: Bool = false,
    hasOnlyPoints: Bool = false, nameFields: [String] = [], dateField: String? = nil
  ) {
    self.name = name
    self.title = title ?? name
    self.note = note
    self.fields = fields
    self.hasIDs = hasIDs
    self.hasOnlyPoints = hasOnlyPoints
    self.nameFields = nameFields
    self.dateField = dateField
  }

  /// The column for identifiers, in formats that have none of their own.
  public var idColumn: Field { Field(freeName("id", "feature_id"), .text, Self.idMeaning) }

  /// What the column for identifiers says of itself, by which it is known again.
  public static let idMeaning = "The feature's identifier, unique in the file."

  /// The first of the names that no field has, letters of either case being the same.
  public func freeName(_ candidates: String...) -> String {
    let taken = Set(fields.map { $0.name.lowercased() })
    let base = candidates.last ?? "column"
    let numbered = (2...fields.count + 2).map { "\(base)_\($0)" }
    return (candidates + numbered).first { !taken.contains($0.lowercased()) } ?? base
  }
}
