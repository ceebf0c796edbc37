/// A place as a document writes it, before anyone has looked it up.
public struct PlaceMention: Hashable, Sendable {
  /// The words for the place itself, without its parents and country: `al-Bado neighborhood`.
  public var name: String
  /// The larger places that follow it, nearest first: `Raqqah`.
  public var parents: [String]
  /// The country the text gives, as written.
  public var country: String?
  /// The country's ISO 3166-1 alpha-2 code, when the name is known.
  public var countryCode: String?
  /// Where name and parents stand in the document.
  public var span: ByteSpan

  /// A place as written.
  public init(name: String, parents: [String] = [], country: String?, countryCode: String?, span: ByteSpan) {
    self.name = name
    self.parents = parents
    self.country = country
    self.countryCode = countryCode
    self.span = span
  }
}
