import Geo

/// What is known about a mention besides its own words.
public struct ResolutionContext: Sendable {
  /// The governorate, as a name in any spelling or as an ISO 3166-2 code.
  public var governorate: String?
  /// A position it is said to be near.
  public var near: Coordinate?
  /// What the clear names of the same document say about the others.
  public var document: DocumentContext?

  /// Nothing, unless given.
  public init(governorate: String? = nil, near: Coordinate? = nil, document: DocumentContext? = nil) {
    self.governorate = governorate
    self.near = near
    self.document = document
  }
}
