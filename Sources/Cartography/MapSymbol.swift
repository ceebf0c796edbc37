import Analysis
import Geo

/// How large a symbol is: its area is in proportion to the number of incidents it stands for. Map, insets and legend
/// all ask this one function.
public struct SymbolScale: Hashable, Sendable {
  /// The radius for one incident, in sheet units.
  public let radiusOfOne: Double
  /// No radius is larger, but for a legend's.
  static let largestRadius = 25.0
  /// The radius for one incident where nothing forces it to be smaller.
  static let preferredRadiusOfOne = 4.6

  /// The radius in sheet units for a number of incidents.
  public func radius(of count: Int) -> Double { radiusOfOne * Double(count).squareRoot() }

  /// The largest scale at which that many incidents do not outgrow the largest symbol.
  static func fitting(_ largestCount: Int) -> SymbolScale {
    SymbolScale(radiusOfOne: min(preferredRadiusOfOne, largestRadius / Double(max(1, largestCount)).squareRoot()))
  }
}

/// One counted symbol: the incidents of a place, and of places so near to it that their symbols would hide it.
public struct MapSymbol: Sendable {
  /// The place on the sheet: that of the member with most incidents.
  public let center: PagePoint
  /// The radius, in sheet units.
  public private(set) var radius: Double
  /// The incidents it stands for.
  public private(set) var counts: AssessmentCounts
  /// Those of them whose place is doubtful: a larger place stands in, or the confidence is low.
  public private(set) var unsureCounts: AssessmentCounts
  /// The places it stands for, the one it is drawn at first: their names and numbers of incidents.
  public private(set) var places: [Place]

  /// A place that a symbol stands for.
  public struct Place: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The number of incidents there.
    public let count: Int
    /// Where it is.
    public let coordinate: Coordinate
  }

  /// The number of different coordinates it stands for.
  public var placeCount: Int { places.count }
  /// The name of the place it is drawn at.
  public var name: String { places.first?.name ?? "" }

  /// What the label says: the name, other places it stands for, and the count where the symbol cannot hold it.
  var label: String {
    let hasCount = !holdsCount && counts.total > 1
    if placeCount == 1, !hasCount { return name }
    let others = placeCount == 1 ? "" : " + \(placeCount - 1) nearby"
    return name.isolated + others + (hasCount ? " (\(counts.total))" : "")
  }
}

extension MapSymbol {
  /// A spot and where it is on the sheet.
  struct Located {
    let spot: Spot
    let point: PagePoint
  }

  /// More places than this are first added up in the cells of a grid.
  static let mostPlaces = 300
  /// The side of those cells, in sheet units.
  private static let cellSize = 34.0

  /// Symbols for the spots, which come with most incidents first. A symbol whose center would lie in or at the rim of a
  /// larger one is added to it; what then remains may overlap, but every center stays in view.
  static func symbols(of spots: [Located], scale: SymbolScale) -> [MapSymbol] {
    separate(single(spots).map { $0.drawn(at: scale) }, scale)
  }

  /// One symbol for each spot, or for each cell where there are too many spots; its radius is still to be found.
  private static func single(_ spots: [Located]) -> [MapSymbol] {
    guard spots.count > mostPlaces else { return spots.map { MapSymbol([$0]) } }
    let cells = Dictionary(grouping: spots.indices) { index in
      let point = spots[index].point
      return PagePoint(x: (point.x / cellSize).rounded(.down), y: (point.y / cellSize).rounded(.down))
    }
    return sorted(cells.values.sorted { $0[0] < $1[0] }.map { members in MapSymbol(members.map { spots[$0] }) })
  }

  /// A symbol for spots, drawn at the first of them.
  private init(_ spots: [Located]) {
    center = spots[0].point
    radius = 0
    (counts, unsureCounts) = spots.reduce(into: (AssessmentCounts(), AssessmentCounts())) { sums, located in
      sums.0 += located.spot.counts
      sums.1 += located.spot.unsureCounts
    }
    places = spots.map { Place(name: $0.spot.name, count: $0.spot.counts.total, coordinate: $0.spot.coordinate) }
  }

  private func drawn(at scale: SymbolScale) -> MapSymbol {
    var symbol = self
    symbol.radius = scale.radius(of: counts.total)
    return symbol
  }

  private static func separate(_ symbols: [MapSymbol], _ scale: SymbolScale) -> [MapSymbol] {
    let merged = mergedOnce(symbols, scale)
    return merged.count == symbols.count ? merged : separate(merged, scale)
  }

  /// Makes this symbol stand for the other's incidents too.
  private mutating func add(_ other: MapSymbol, _ scale: SymbolScale) {
    counts += other.counts
    unsureCounts += other.unsureCounts
    places += other.places
    radius = scale.radius(of: counts.total)
  }

  /// Most incidents first; equals stay in their order.
  private static func sorted(_ symbols: [MapSymbol]) -> [MapSymbol] {
    symbols.enumerated().sorted { ($1.element.counts.total, $0.offset) < ($0.element.counts.total, $1.offset) }
      .map(\.element)
  }

  /// Adds every symbol to the first larger one that it crowds.
  private static func mergedOnce(_ symbols: [MapSymbol], _ scale: SymbolScale) -> [MapSymbol] {
    var merged: [MapSymbol] = []
    for symbol in symbols {
      if let host = merged.firstIndex(where: { $0.isCrowded(by: symbol) }) {
        merged[host].add(symbol, scale)
      } else {
        merged.append(symbol)
      }
    }
    return sorted(merged)
  }

  /// How far from the rim of a larger symbol the center of a smaller one is at least, in radii of the smaller one: it
  /// may lie over the rim by a sixth of its width, no more.
  private static let leastDistance = 0.67

  /// Whether the other symbol, not a larger one, would overlap this one by more than that.
  private func isCrowded(by other: MapSymbol) -> Bool {
    (center - other.center).length < radius + Self.leastDistance * other.radius
  }

  /// The largest scale at which no symbol, additions counted, outgrows the largest one; and the symbols at that scale.
  static func fitting(_ spots: [Located]) -> (scale: SymbolScale, symbols: [MapSymbol]) {
    let single = single(spots)
    var scale = SymbolScale.fitting(spots.first?.spot.counts.total ?? 1)
    while true {
      let symbols = separate(single.map { $0.drawn(at: scale) }, scale)
      let fitting = SymbolScale.fitting(symbols.first?.counts.total ?? 1)
      if fitting.radiusOfOne >= scale.radiusOfOne { return (scale, symbols) }
      // A smaller scale adds up less, so approach it in steps rather than jump below it.
      scale = SymbolScale(radiusOfOne: max(fitting.radiusOfOne, scale.radiusOfOne * 0.85))
    }
  }
}
