import GeoEngine

/// One map of a sheet: the base, the style's layer and the names.
struct StylePanel {
  let id: String
  let frame: Box
  /// What stands above it: a title and a count.
  let title: (name: String, count: String)?
  let features: BasemapFeatures
  let layer: StyleLayer
  let scaleBar: ScaleBar?
  /// The window on the ground; nil on small maps, which share one.
  private let viewport: Viewport?
  /// Where degrees meet the edges; nil on small maps.
  let ticks: FrameTicks?
  /// The letter of an enlargement.
  let letter: String?
  private var enlarged: [(extent: InsetExtent, tag: Box)] = []
  private(set) var labels: [PlacedLabel] = []
  private(set) var keyed: [FrameLabels.Keyed] = []
  private(set) var townDots: [PagePoint] = []
  private(set) var unnamedCount = 0
  /// How far it stands from where its frame says; the first map of a sheet stands there.
  let offset: PagePoint
  /// The id of the map whose base it shares; nil where it draws its own.
  let baseID: String?
  /// The classes of the base, for itself: what is used elsewhere does not see the classes of what is around it.
  let baseClass: String

  init(
    id: String, frame: Box, title: (name: String, count: String)?, features: BasemapFeatures, layer: StyleLayer,
    scaleBar: ScaleBar?, offset: PagePoint = PagePoint(x: 0, y: 0), baseID: String? = nil,
    baseClass: String
  ) {
    (self.id, self.frame, self.title, self.features) = (id, frame, title, features)
    (self.layer, self.scaleBar, self.offset) = (layer, scaleBar, offset)
    (self.baseID, self.baseClass) = (baseID, baseClass)
    (viewport, ticks, letter) = (nil, nil, nil)
  }

  /// A base that nothing is drawn on: what it shows is credited before the size of the maps is known.
  init(sample ground: PlanarRectangle, context: StyleContext) throws(EngineError) {
    let frame = Box(x: 0, y: 0, width: 200, height: 200)
    let viewport = Viewport(projection: context.projection, showing: ground, in: frame, margin: 5)
    self.init(
      id: "sample", frame: frame, title: nil, features: try context.features(viewport), layer: StyleLayer(),
      scaleBar: nil, baseClass: context.styleClass)
  }

  /// A map with names, and ticks at its frame: the only one of its sheet, or an enlargement of a part of it.
  /// - Parameter marks: those that need no name any more.
  init(
    _ window: FrameWindow, _ features: BasemapFeatures, _ layer: StyleLayer, baseClass: String,
    named marks: inout Set<NamedMark>
  ) throws(EngineError) {
    let (viewport, letter, insets) = (window.viewport, window.letter, window.insets)
    id = letter.map { "inset-\($0.lowercased())" } ?? "map"
    (frame, self.features, self.layer, self.letter) = (viewport.frame, features, layer, letter)
    (title, offset, baseID, self.baseClass) = (nil, PagePoint(x: 0, y: 0), nil, baseClass)
    self.viewport = viewport
    ticks = try FrameTicks(viewport)
    let symbols = layer.symbols.filter { viewport.frame.contains($0.center) }
    let tag = letter.map { _ in viewport.frame.cornerTag }
    let bar = try ScaleBar(
      viewport, avoiding: symbols.map(\.disk) + insets.map(\.box) + [tag].compactMap(\.self))
    scaleBar = bar
    enlarged = insets.map { ($0, $0.tag(avoiding: symbols.map(\.disk), in: viewport.frame)) }
    var names = FrameLabels(
      viewport: viewport, symbols: symbols, insets: insets.map(\.box),
      furniture: [bar.box] + [tag].compactMap(\.self) + enlarged.map(\.tag) + layer.obstacles,
      isEnlargement: letter != nil, named: marks)
    names.place(areas: layer.areaTexts)
    let named = symbols.prefix(layer.mostNamed)
    names.place(
      symbols: Array(named), areaMarks: layer.areaMarks, features: layer.hasTowns ? features : features.withoutTowns,
      named: layer.named, circles: layer.circles)
    marks = names.named
    (labels, keyed, townDots) = (names.placer.placed, names.keyed, names.townDots)
    unnamedCount = names.unnamedCount + symbols.count - named.count
  }

  func write(to svg: inout SVGWriter) {
    svg.element("g", attributes) { svg in
      writeTitle(to: &svg)
      svg.element("defs") { svg in
        svg.element("clipPath", ["id": .text(id + "-clip")]) { $0.rectangle(frame, "") }
        svg.element("clipPath", ["id": .text(id + "-focus-clip")]) { writeFocus(to: &$0) }
      }
      svg.element("g", ["clip-path": .text("url(#\(id)-clip)")]) { svg in
        base("land", to: &svg) { features.writeLand(id: id, in: frame, to: &$0) }
        layer.ground(id, &svg)
        base("lakes", to: &svg) { features.writeLakes(id: id, to: &$0) }
        layer.overLakes(id, &svg)
        base("lines", to: &svg) { svg in
          features.writeRivers(id: id, to: &svg)
          features.writeBorders(id: id, to: &svg)
        }
        svg.group(id, "towns") { svg in townDots.forEach { svg.circle($0, 1.7) } }
        layer.marks(id, &svg)
        for (extent, tag) in enlarged {
          extent.write(to: &svg)
          svg.tag(extent.letter, tag)
        }
        if let letter { svg.tag(letter, frame.cornerTag) }
        svg.group(id, "labels") { labels.write(to: &$0) }
        scaleBar?.write(id: id + "-scale-bar", to: &svg)
      }
      svg.rectangle(frame, "neatline")
      ticks?.write(id: id, in: frame, to: &svg)
    }
  }

  private var attributes: SVGWriter.Attributes {
    guard let viewport else {
      let place = "translate(\(SVGNumber.text(offset.x)) \(SVGNumber.text(offset.y)))"
      return ["id": .text(id), "class": "frame", "transform": .text(place)]
    }
    return viewport.frameAttributes(id: id)
  }

  /// A part of the base: drawn here, for other maps to use it too, or taken from where it is drawn.
  private func base(_ part: String, to svg: inout SVGWriter, content: (inout SVGWriter) -> Void) {
    guard let baseID else {
      return svg.element(
        "g", ["id": .text("\(id)-base-\(part)"), "class": .text("base \(baseClass)")], content: content)
    }
    svg.element("use", ["href": .text("#\(baseID)-base-\(part)")])
  }

  /// What the map is about, to clip with.
  private func writeFocus(to svg: inout SVGWriter) {
    if let baseID { return svg.element("use", ["href": .text("#\(baseID)-focus-path")]) }
    svg.element(
      "path", ["id": .text(id + "-focus-path"), "d": .path(SVGPath(features.focus.flatMap(\.outlines)))])
  }

  private func writeTitle(to svg: inout SVGWriter) {
    guard let title else { return }
    svg.text(title.name, at: PagePoint(x: frame.minX, y: frame.minY - 13), "panel-title")
    svg.text(title.count, at: PagePoint(x: frame.minX, y: frame.minY - 4), "panel-count")
  }
}
