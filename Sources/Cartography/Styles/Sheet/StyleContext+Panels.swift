import Geo
import GeoEngine

extension StyleContext {
  /// What a style sheet finds the maps by.
  var styleClass: String {
    "style-\(request.style.rawValue)" + (slices.count > 1 ? " small-multiples" : "")
  }

  /// The extent of the region and of all that is drawn at a place in it.
  func ground() throws(EngineError) -> PlanarRectangle {
    let outline = area.outline.polygons.flatMap(\.exterior.coordinates)
    let points = try projection.project(outline + whole.spots.map(\.coordinate))
    guard let ground = PlanarRectangle(points) else { preconditionFailure("a ring has positions") }
    return ground
  }

  /// The map, and enlargements of its crowded parts where there is room for them.
  func singleMap(
    _ drawing: any StyleDrawing, _ ground: PlanarRectangle, in frame: Box
  ) throws(EngineError) -> [StylePanel] {
    let map = Viewport(projection: projection, showing: ground, in: frame, margin: 18)
    let insets = drawing.canBeEnlarged ? try insets(on: map) : []
    let base = try features(map)
    guard let layer = try drawing.layers(on: map, base, scale: nil).first else { return [] }
    return try FrameWindow.windows(map, insets).drawn { window, named throws(EngineError) in
      let isMap = window.letter == nil
      let features = isMap ? base : try features(window.viewport)
      let enlarged = isMap ? nil : try drawing.layers(on: window.viewport, features, scale: layer.scale).first
      return try StylePanel(window, features, enlarged ?? layer, baseClass: styleClass, named: &named)
    }
  }

  /// A sheet narrower than this has no room for enlargements.
  private static let narrowestForInsets = 480.0

  private func insets(on map: Viewport) throws(EngineError) -> [Inset] {
    let width = request.format.contentWidth
    guard width >= Self.narrowestForInsets, whole.spots.count <= MapSymbol.mostPlaces else { return [] }
    let content = FrameContent(request: request.map, selection: whole, classes: nil)
    let row = Inset.Row(left: MapSheet.margin, top: map.frame.maxY + Arrangement.gap, width: width)
    return try Inset.insets(for: content, on: map, MapSymbol.fitting(try content.located(map)).scale, in: row)
  }

  /// A map for each step of time, at one scale and over one base.
  /// - Parameter sheets: the frames of each sheet's maps.
  func smallMaps(
    _ drawing: any StyleDrawing, _ ground: PlanarRectangle, _ sheets: [[Box]]
  ) throws(EngineError) -> [[StylePanel]] {
    let frame = sheets[0][0]
    let viewport = Viewport(projection: projection, showing: ground, in: frame, margin: 5)
    let features = try features(viewport)
    var rest = Array(zip(try drawing.layers(on: viewport, features, scale: nil), slices))[...]
    return try sheets.map { frames throws(EngineError) in
      var panels: [StylePanel] = []
      for (place, (layer, slice)) in zip(frames, rest) {
        let bar = panels.isEmpty ? try ScaleBar(viewport, avoiding: layer.symbols.map(\.disk)) : nil
        let title = slice.time.map { ($0.title, quantity.counted(sum(slice.selection.records))) }
        panels.append(
          StylePanel(
            id: "map-\(slice.period ?? "all")", frame: frame, title: title, features: features, layer: layer,
            scaleBar: bar, offset: place.corners[0] - frame.corners[0], baseID: panels.first?.id,
            baseClass: styleClass))
      }
      rest = rest.dropFirst(frames.count)
      return panels
    }
  }

  /// The base on a viewport.
  func features(_ viewport: Viewport) throws(EngineError) -> BasemapFeatures {
    try BasemapFeatures(request.map.basemap, region: request.map.region, viewport: viewport)
  }
}
