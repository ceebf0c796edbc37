import Geo

/// What a map shows besides incidents. Plain values, filled once from a gazetteer and used for every map of a run.
public struct Basemap: Sendable {
  /// A country or governorate.
  public struct Area: Sendable {
    /// ISO 3166-1 alpha-2 for a country, ISO 3166-2 for a governorate.
    public let code: String
    /// The name in titles and tables.
    public let name: String
    /// The name on the map: that one, or one in another script.
    public var label: String
    /// Whether it is a part of a district.
    public var isSubdistrict = false
    /// The extent. Neighbors share the vertices of their common border.
    public let outline: MultiPolygon
    /// Who made it and under which license, one line each.
    public let credits: [String]
    let box: BoundingBox

    /// An area with its name and extent.
    public init(code: String, name: String, outline: MultiPolygon, credits: [String] = []) {
      self.credits = credits
      self.code = code
      self.name = name
      label = name
      self.outline = outline
      box = outline.boundingBox
    }

    /// The code of the country the area is or lies in: what stands before the hyphen (ISO 3166-2 §5.2).
    var countryCode: Substring { code.prefix { $0 != "-" } }
  }

  /// A river with its branches.
  public struct River: Sendable {
    /// The name to print.
    public let name: String
    /// The courses.
    public let lines: [LineString]
    /// Who made it and under which license, one line each.
    public let credits: [String]
    let box: BoundingBox?

    /// A river with its name and courses.
    public init(name: String, lines: [LineString], credits: [String] = []) {
      self.credits = credits
      self.name = name
      self.lines = lines
      box = BoundingBox(lines.flatMap(\.coordinates))
    }
  }

  /// A lake or reservoir.
  public struct Lake: Sendable {
    /// The name to print.
    public let name: String
    /// The extent.
    public let outline: MultiPolygon
    /// Who made it and under which license, one line each.
    public let credits: [String]
    let box: BoundingBox

    /// A lake with its name and extent.
    public init(name: String, outline: MultiPolygon, credits: [String] = []) {
      self.credits = credits
      self.name = name
      self.outline = outline
      box = outline.boundingBox
    }
  }

  /// A town to orient by.
  public struct Town: Sendable {
    /// The name to print.
    public let name: String
    /// The middle of the town.
    public let coordinate: Coordinate
    /// What decides which towns are drawn where there is no room for all, such as the population; larger is first.
    public let importance: Double
    /// Who published it and under which license, one line each.
    public let credits: [String]

    /// A town with its name and place.
    public init(name: String, coordinate: Coordinate, importance: Double, credits: [String] = []) {
      self.credits = credits
      self.name = name
      self.coordinate = coordinate
      self.importance = importance
    }
  }

  /// The countries, neighbors included.
  public var countries: [Area]
  /// The governorates.
  public var governorates: [Area]
  /// The second-level areas; each code begins with its governorate's and a slash. Only a map that colors them needs them.
  public var districts: [Area] = []
  /// The rivers, the most important first.
  public var rivers: [River]
  /// The lakes.
  public var lakes: [Lake]
  /// The towns, in any order.
  public var towns: [Town]

  /// A basemap of its layers.
  public init(
    countries: [Area], governorates: [Area], rivers: [River] = [], lakes: [Lake] = [], towns: [Town] = []
  ) {
    self.countries = countries
    self.governorates = governorates
    self.rivers = rivers
    self.lakes = lakes
    self.towns = towns
  }
}
