import GeoEngine

/// A crowded part of a map, to be enlarged.
struct CrowdedPart {
  /// The smallest rectangle around its places.
  let ground: PlanarRectangle

  private static let fewestPlaces = 4

  /// Groups of places whose symbols are nearer to one another than the gap, in sheet units; those with most places first.
  static func find(
    among spots: [MapSymbol.Located], on viewport: Viewport, _ scale: SymbolScale, gap: Double
  ) -> [CrowdedPart] {
    let seen = spots.filter { viewport.frame.contains($0.point) }
    let groups = Dictionary(grouping: zip(connected(seen, scale, gap: gap), seen)) { $0.0 }
    return groups.filter { $1.count >= fewestPlaces }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .compactMap { PlanarRectangle($0.value.map { viewport.planar($0.1.point) }).map(CrowdedPart.init) }
  }

  /// For each spot the index of the first one that it is connected with through spots that crowd one another.
  private static func connected(_ spots: [MapSymbol.Located], _ scale: SymbolScale, gap widest: Double) -> [Int] {
    let radii = spots.map { scale.radius(of: $0.spot.counts.total) }
    var group = Array(spots.indices)
    for (index, spot) in spots.enumerated() {
      for other in spots.indices.dropFirst(index + 1) where group[other] != group[index] {
        let gap = (spot.point - spots[other].point).length - radii[index] - radii[other]
        guard gap < widest else { continue }
        let (kept, joined) = (min(group[index], group[other]), max(group[index], group[other]))
        for member in group.indices where group[member] == joined { group[member] = kept }
      }
    }
    return group
  }
}

/// An enlargement of a part of the map or of another inset.
struct Inset {
  let letter: String
  let viewport: Viewport
  /// The letter of the inset that it enlarges a part of; nil for a part of the map.
  let parent: String?

  /// What the inset shows, on the frame it is a part of.
  func extent(on viewport: Viewport) -> InsetExtent {
    InsetExtent(letter: letter, box: self.viewport.extent(on: viewport))
  }

  /// Where insets are on the sheet.
  struct Row {
    let left: Double
    let top: Double
    let width: Double

    private static let gap = 12.0
    /// Room around the outermost places, for their names.
    private static let margin = 44.0
    /// An inset that enlarges less than this shows nothing new.
    static let leastEnlargement = 1.8

    /// Half of the circles of uncertainty are drawn no larger than this: a larger scale would show what is not known.
    private static let largestTypicalCircle = 90.0

    /// The viewports that show the parts, side by side.
    func viewports(_ grounds: [PlanarRectangle], _ content: FrameContent, _ map: Viewport) -> [Viewport] {
      let typical = content.selection.typicalUncertaintyMeters
      let count = Double(grounds.count)
      let columnWidth = (width - Self.gap * (count - 1)) / count
      let height = grounds.map { columnWidth * ($0.height + 1) / ($0.width + 1) }.max() ?? 0
      let rowHeight = min(max(height, 210), grounds.count == 1 ? 380 : 330)
      return grounds.enumerated().map { index, ground in
        let frame = Box(
          x: left + Double(index) * (columnWidth + Self.gap), y: top, width: columnWidth, height: rowHeight)
        let viewport = Viewport(projection: map.projection, showing: ground, in: frame, margin: Self.margin)
        return typical > 0 ? viewport.notLarger(than: Self.largestTypicalCircle / typical) : viewport
      }
    }
  }

  /// Up to two insets: the two most crowded parts of the map, or the most crowded one and what is still crowded in it.
  static func insets(
    for content: FrameContent, on map: Viewport, _ scale: SymbolScale, in row: Row
  ) throws(EngineError) -> [Inset] {
    for gap in crowdingGaps {
      let parts = CrowdedPart.find(among: try content.located(map), on: map, scale, gap: gap).map(\.ground)
        .filter { row.viewports([$0], content, map)[0].enlarges(map) }
      guard let first = parts.first else { continue }
      if parts.count > 1 {
        let pair = row.viewports(Array(parts.prefix(2)), content, map)
        if pair.allSatisfy({ $0.enlarges(map) }) { return letters(pair, parents: [nil, nil]) }
      }
      return try nested(in: first, content, map, scale, row)
    }
    return []
  }

  /// Symbols nearer to one another than the first leave no room for names between them; nearer than the last, they
  /// overlap. In sheet units.
  private static let crowdingGaps = [12.0, 5, -1]

  /// An inset of the part, and one of what is still crowded in it.
  private static func nested(
    in part: PlanarRectangle, _ content: FrameContent, _ map: Viewport, _ scale: SymbolScale, _ row: Row
  ) throws(EngineError) -> [Inset] {
    let single = row.viewports([part], content, map)
    for gap in crowdingGaps {
      let closer = CrowdedPart.find(among: try content.located(single[0]), on: single[0], scale, gap: gap)
      guard let ground = closer.first?.ground else { continue }
      let pair = row.viewports([part, ground], content, map)
      if pair[0].enlarges(map) && pair[1].enlarges(pair[0]) { return letters(pair, parents: [nil, "A"]) }
    }
    return letters(single, parents: [nil])
  }

  private static func letters(_ viewports: [Viewport], parents: [String?]) -> [Inset] {
    zip(zip(["A", "B"], parents), viewports).map { Inset(letter: $0.0, viewport: $1, parent: $0.1) }
  }
}

extension Viewport {
  /// The ground of this viewport as a rectangle on another one with the same projection.
  fileprivate func extent(on other: Viewport) -> Box {
    let size = other.unitsPerMeter / unitsPerMeter
    return Box(center: other.page(middle), width: frame.width * size, height: frame.height * size)
  }

  fileprivate func enlarges(_ other: Viewport) -> Bool {
    unitsPerMeter >= Inset.Row.leastEnlargement * other.unitsPerMeter
  }
}
