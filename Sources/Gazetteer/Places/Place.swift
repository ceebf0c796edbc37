import Geo
import Incidents

/// An entry of a gazetteer: something with a name and a position. Areas and lines carry their geometry.
public struct Place: Hashable, Sendable {
  /// Unique within its source, with the source as prefix: `geonames:99532`.
  public var id: String
  /// The main name.
  public var name: String
  /// Other names: spellings, exonyms, names in Arabic script.
  public var alternateNames: [String]
  /// The position; for an area or a line the middle of its bounding box.
  public var coordinate: Coordinate
  /// ISO 3166-1 alpha-2; empty for what crosses borders, such as a river.
  public var country: String
  /// ISO 3166-2 code; nil when the source does not say.
  public var governorateCode: String?
  /// What it is.
  public var kind: PlaceKind
  /// The name of the larger place it is part of: the city of a neighborhood.
  public var parent: String?
  /// The radius within which the place lies, in meters.
  public var uncertaintyMeters: Double
  /// Inhabitants, when known.
  public var population: Int?
  /// Where the entry comes from.
  public var source: String
  /// Whether its source lists selected places, as the shipped gazetteer does, and not every place there is. Selected
  /// places are the likelier ones to be written about.
  public var isSelected: Bool
  /// The area or the lines themselves.
  public var footprint: Geometry?
  /// Identifiers of the same place in other lists: a P-code, a GeoNames id.
  public var otherIDs: [String]

  /// An entry.
  public init(
    id: String, name: String, alternateNames: [String] = [], coordinate: Coordinate, country: String,
    governorateCode: String? = nil, kind: PlaceKind, parent: String? = nil, uncertaintyMeters: Double? = nil,
    population: Int? = nil, source: String, isSelected: Bool = false, footprint: Geometry? = nil,
    otherIDs: [String] = []
  ) {
    self.id = id
    self.name = name
    self.alternateNames = alternateNames
    self.coordinate = coordinate
    self.country = country
    self.governorateCode = governorateCode
    self.kind = kind
    self.parent = parent
    self.uncertaintyMeters = uncertaintyMeters ?? kind.typicalExtentMeters(population: population)
    self.population = population
    self.source = source
    self.isSelected = isSelected
    self.footprint = footprint
    self.otherIDs = otherIDs
  }
}

extension Place {
  /// Takes over what another source says about the same place and this one does not.
  mutating func add(_ other: Place) {
    let known = Set(alternateNames + [name])
    alternateNames += ([other.name] + other.alternateNames).filter { !known.contains($0) }
    let identifiers = Set(otherIDs + [id])
    otherIDs += ([other.id] + other.otherIDs).filter { !identifiers.contains($0) }
    governorateCode = governorateCode ?? other.governorateCode
    population = population ?? other.population
    parent = parent ?? other.parent
    if let outline = other.footprint, outline.vertexCount > footprint?.vertexCount ?? 0 { footprint = outline }
  }
}

extension Place {
  /// Makes one of its other names the main one.
  mutating func rename(_ name: String) {
    alternateNames = [self.name] + alternateNames.filter { $0 != name && $0 != self.name }
    if self.name == name { alternateNames.removeFirst() }
    self.name = name
  }
}

extension Geometry {
  /// How many positions it is drawn with: of two outlines of one area, the one with more of them is the finer.
  var vertexCount: Int {
    switch self {
    case .point: 1
    case .lines(let lines): lines.reduce(0) { $0 + $1.coordinates.count }
    case .area(let area):
      area.polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.coordinates.count } }
    }
  }
}
