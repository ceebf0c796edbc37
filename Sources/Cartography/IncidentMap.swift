/// A finished map sheet: what stands on it, as values, and its drawing.
public struct IncidentMap: Sendable {
  /// The region's own frame, then the enlargements of its crowded parts.
  public let frames: [MapFrame]
  /// The scale of all its symbols, and of the legend's.
  public let symbolScale: SymbolScale
  /// The rows of the legend.
  public let legend: [LegendRow]
  /// The same as a table.
  public var table: MapTable { MapTable(selection, symbols: frames[0].symbols) }
  /// The drawing: SVG 1.1, 180 mm wide.
  public let svg: String
  private let selection: IncidentSelection

  /// Draws the map.
  /// - Throws: `CartographyError.unknownRegion` when the basemap has no outline of the region, and
  ///   `CartographyError.engine` when a position cannot be projected.
  public init(_ request: MapRequest) throws(CartographyError) {
    guard let region = request.basemap.area(of: request.region) else {
      throw .unknownRegion(code: request.region.code)
    }
    do {
      let sheet = try MapSheet(request, region: region)
      frames = sheet.frames
      symbolScale = sheet.scale
      legend = sheet.legend.blocks.flatMap { $0 }
      selection = sheet.selection
      svg = sheet.svg()
    } catch {
      throw .engine(error)
    }
  }
}

extension Basemap {
  /// The outline of a region; nil when there is none.
  func area(of region: MapRegion) -> Area? {
    switch region {
    case .country(let code): countries.first { $0.code == code }
    case .governorate(let code): governorates.first { $0.code == code }
    }
  }
}
