/// The title, the period and the counts, above the map.
struct SheetHead {
  private let lines: [Line]
  /// Which of several sheets it stands on.
  let part: String?
  /// The height it takes, with the space below.
  let height: Double

  private struct Line {
    let text: String
    let style: String
    let baseline: Double
  }

  init(_ text: MapText, width: Double) {
    let hasCounts = !text.selection.records.isEmpty || text.selection.unmappedCount > 0
    self.init(
      title: text.title, subtitle: text.period, counts: hasCounts ? [text.counts, text.coverage] : [], width: width)
  }

  /// A head of its lines, each broken where it is too long.
  init(title: String, subtitle: String, counts: [String], part: String? = nil, width: Double) {
    var lines: [Line] = []
    var top = 12.0
    func add(_ text: String, _ style: String, size: Double, isBold: Bool = false) {
      for line in TextMetrics.wrap(text, width: width, size: size, isBold: isBold) {
        top += size * 1.3
        lines.append(Line(text: line, style: style, baseline: top - size * 0.3))
      }
    }
    add(title, "title", size: TypeSize.title, isBold: true)
    add(subtitle, "subtitle", size: TypeSize.subtitle)
    for line in counts { add(line, "counts", size: TypeSize.counts) }
    if let part { add(part, "counts", size: TypeSize.counts) }
    (self.lines, self.part) = (lines, part)
    height = top + 9
  }

  func write(at corner: PagePoint, to svg: inout SVGWriter) {
    svg.element("g", ["id": "head"]) { svg in
      for line in lines { svg.text(line.text, at: corner + PagePoint(x: 0, y: line.baseline), line.style) }
    }
  }
}

/// What stands below everything: names by letter, caveats, sources, licenses, projection.
struct SheetNotes {
  private let lines: [String]

  var height: Double { Double(lines.count) * lineHeight }

  /// The same for all lines: that of the letters which reach farthest.
  private var lineHeight: Double {
    let reaches = lines.map(TextMetrics.reach).map { ($0.above + $0.below) * TypeSize.fine + 0.5 }
    return reaches.reduce(11.5, max)
  }

  init(_ text: MapText, caveats: [String], frames: [MapFrame], projectionName: String, width: Double) {
    var paragraphs: [String] = []
    for frame in frames where !frame.keyed.isEmpty {
      let prefix = frames.count == 1 ? "" : frame.id == "map" ? "Map: " : "Inset: "
      paragraphs.append(prefix + frame.keyed.map { "\($0.letter) \($0.name.isolated)" }.joined(separator: " · "))
    }
    paragraphs += Self.membersOfSymbols(frames)
    let unnamed = frames.first?.unnamedCount ?? 0
    if unnamed > 0 { paragraphs.append("\(unnamed) smaller symbols are not named on the map.") }
    let enlarged = frames.count > 1 ? " Borders are generalized for the whole map, so not exact in insets." : ""
    let rivers = Self.rivers(
      frames.filter { !$0.drawing.features.rivers.allSatisfy(\.lines.isEmpty) }.map(\.drawing.viewport))
    paragraphs.append(caveats.joined(separator: " ") + enlarged + rivers)
    if !text.request.sources.isEmpty {
      paragraphs.append("Incidents: " + text.request.sources.joined(separator: "; "))
    }
    let credits = MapCredits(frames: frames, places: text.request.placeCredits)
    if !credits.isEmpty { paragraphs.append("Map data: " + credits.inWords) }
    paragraphs.append("Projection: \(projectionName), WGS 84. Scale bars are right at the middle of their map.")
    self.init(paragraphs, width: width)
  }

  /// How well the courses of rivers are known, where maps show more than that.
  private static func rivers(_ viewports: [Viewport]) -> String {
    if viewports.contains(where: \.isTooFineForRivers) {
      return " The courses of rivers are approximate: on an enlargement a river may lie beside where it is drawn."
    }
    return viewports.contains(where: \.isFinerThanRivers) ? " A river drawn as a band lies somewhere in it." : ""
  }

  /// Notes of their paragraphs.
  init(_ paragraphs: [String], width: Double) {
    lines = paragraphs.flatMap { TextMetrics.wrap($0, width: width, size: TypeSize.fine) }
  }

  /// Longer lists than this belong in a table.
  private static let mostListedPlaces = 60

  /// Which places the symbols for several places stand for, in the frame that shows them largest.
  private static func membersOfSymbols(_ frames: [MapFrame]) -> [String] {
    let enlarged = frames.flatMap { $0.drawing.insets.map(\.extent.box) }
    var seen = Set<MapSymbol.Place>()
    var listed: [String] = []
    for frame in frames.reversed() {
      for symbol in frame.symbols where symbol.placeCount > 1 && !seen.contains(symbol.places[0]) {
        if enlarged.contains(where: { $0.contains(symbol.center) }) { continue }
        seen.formUnion(symbol.places)
        let (leading, others) = (
          symbol.places.filter { $0 == symbol.leading }, symbol.places.filter { $0 != symbol.leading }
        )
        listed.append("\(words(leading)) + \(words(others))")
      }
    }
    guard !listed.isEmpty, seen.count <= mostListedPlaces else { return [] }
    return ["Symbols for several places: " + listed.joined(separator: "; ") + "."]
  }

  /// `Raqqa 3, Tabqa 1`.
  private static func words(_ places: [MapSymbol.Place]) -> String {
    places.map { "\($0.name.isolated) \($0.count)" }.joined(separator: ", ")
  }

  func write(at corner: PagePoint, to svg: inout SVGWriter) {
    svg.element("g", ["id": "notes"]) { svg in
      for (index, line) in lines.enumerated() {
        svg.text(line, at: corner + PagePoint(x: 0, y: Double(index + 1) * lineHeight - 3), "fine")
      }
    }
  }
}
