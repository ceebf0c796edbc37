import Geo

/// What is known about a mention besides its own words.
public struct ResolutionContext: Sendable {
  /// The governorate, as a name in any spelling or as an ISO 3166-2 code.
  public var governorate: String?
  /// A position it is said to be near.
  public var near: Coordinate?
  /// The other places of the same document.
  public var document: DocumentContext?

  /// Nothing, unless given.
  public init(governorate: String? = nil, near: Coordinate? = nil, document: DocumentContext? = nil) {
    self.governorate = governorate
    self.near = near
    self.document = document
  }
}

/// The places of a document that are clear without context; where many of them lie, an unclear one is likely too.
public struct DocumentContext: Sendable {
  private let anchors: [(name: String, coordinate: Coordinate)]

  /// The distance within which places of one document count as neighbors.
  static let neighborMeters = 50_000.0

  /// Places by the name they were written with. Of several mentions of one name only the first counts.
  public init(_ places: [(name: String, coordinate: Coordinate)]) {
    var seen: Set<String> = []
    anchors = places.map { (NormalizedName($0.name).text, $0.coordinate) }.filter { seen.insert($0.0).inserted }
  }

  /// How many places, other than those of the same name, lie near a position.
  func neighbors(of coordinate: Coordinate, except name: String) -> Int {
    anchors.count { $0.name != name && Nearness.meters($0.coordinate, coordinate) <= Self.neighborMeters }
  }
}
