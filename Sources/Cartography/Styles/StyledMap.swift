import Analysis
import Incidents

/// Everything a map in a style of its own is drawn from.
public struct StyledMapRequest: Sendable {
  /// The region, the incidents and the base.
  public var map: MapRequest
  /// How it shows them.
  public var style: MapStyle
  /// What its marks stand for.
  public var value: MapValue
  /// How classes are chosen, in the styles that have some.
  public var classes: ClassMethod
  /// The first day asked for; nil for any.
  public var from: CalendarDate?
  /// The last day asked for; nil for any.
  public var through: CalendarDate?
  /// One small map for each such step of time, instead of one for all.
  public var smallMultiples: TimeStep?
  /// The paper.
  public var format: SheetFormat
  /// The assessments asked for; empty for any.
  public var assessments: Set<Assessment>
  /// What was not asked for.
  public var leftOut: LeftOut

  /// The incidents of the region that the selection leaves out.
  public struct LeftOut: Hashable, Sendable {
    /// How many there are.
    public var count: Int
    /// How many of them only because they have no date.
    public var undated: Int

    /// Numbers of incidents.
    public init(count: Int = 0, undated: Int = 0) { (self.count, self.undated) = (count, undated) }
  }

  /// A request. The records of `map` are those asked for.
  public init(
    map: MapRequest, style: MapStyle, value: MapValue = .incidents, classes: ClassMethod = .jenks,
    from: CalendarDate? = nil, through: CalendarDate? = nil, smallMultiples: TimeStep? = nil,
    format: SheetFormat = .standard, assessments: Set<Assessment> = [], leftOut: LeftOut = LeftOut()
  ) {
    precondition(!value.isRate || style == .choropleth, "only a choropleth has areas to divide by")
    self.map = map
    self.style = style
    self.value = value
    self.classes = classes
    self.from = from
    self.through = through
    self.smallMultiples = smallMultiples
    self.format = format
    self.assessments = assessments
    self.leftOut = leftOut
  }
}

/// A finished map in a style of its own.
public struct StyledMap: Sendable {
  /// The drawing, in SVG 1.1: one sheet; of small maps as many as the page needs that the width fits on.
  public let sheets: [String]
  /// What it shows as a table: a row for each mark, and one for what no mark stands for. The counts add up to all that
  /// was selected.
  public let marks: [MapMark]
  /// The rows of the legend.
  public let legend: [LegendRow]

  /// The largest number of small maps: twenty years of months.
  public static let mostPanels = 240

  /// Draws the map.
  /// - Throws: `CartographyError` when the region has no outline or no areas to color, or there would be too many small
  ///   maps, or a position cannot be projected.
  public init(_ request: StyledMapRequest) throws(CartographyError) {
    guard let area = request.map.basemap.area(of: request.map.region) else {
      throw .unknownRegion(code: request.map.region.code)
    }
    let drawn = try StyledSheets(request, area: area)
    sheets = drawn.sheets.map { $0.svg() }
    marks = drawn.marks
    legend = drawn.legend.blocks.flatMap { $0 }
  }
}

/// A mark of a map, as a row of its table.
public struct MapMark: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Sendable {
    case place, circle, hexagon, governorate, district, subdistrict, area
    /// Not on the map: no mark stands for it.
    case unmapped = "not on the map"
  }

  /// What it is.
  public var kind: Kind
  /// The step of time, where there are several: `2017-03`.
  public var period: String?
  /// The name of the place or area, where it has one.
  public var name: String
  /// The code of an area, where it has one.
  public var code: String?
  /// The position in degrees, of a mark that stands at one.
  public var position: (longitude: Double, latitude: Double)?
  /// The radius of a circle of uncertainty.
  public var radiusMeters: Double?
  /// The number of incidents or of people; nil for an area that has incidents, but no report states a number.
  public var count: Int?
  /// The count per 1,000 km², on a map of rates.
  public var rate: Double?

  init(
    kind: Kind, period: String?, name: String, code: String? = nil,
    position: (longitude: Double, latitude: Double)? = nil, radiusMeters: Double? = nil, count: Int?,
    rate: Double? = nil
  ) {
    self.kind = kind
    self.period = period
    self.name = name
    self.code = code
    self.position = position
    self.radiusMeters = radiusMeters
    self.count = count
    self.rate = rate
  }

  /// Whether all is the same.
  public static func == (left: MapMark, right: MapMark) -> Bool { left.key == right.key }
  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  private var key: [String] {
    [
      kind.rawValue, period ?? "", name, code ?? "", "\(position?.longitude ?? 0) \(position?.latitude ?? 0)",
      "\(radiusMeters ?? -1)", "\(count ?? -1)", "\(rate ?? -1)",
    ]
  }
}
