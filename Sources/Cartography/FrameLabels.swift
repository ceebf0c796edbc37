/// The names on one frame, and what could not be named there.
struct FrameLabels {
  /// A symbol that has a letter in place of its name, and the name.
  struct Keyed {
    let letter: String
    let name: String
  }

  private(set) var placer: LabelPlacer
  private(set) var townDots: [PagePoint] = []
  private(set) var keyed: [Keyed] = []
  /// The number of symbols without a name: those beyond the largest ones.
  private(set) var unnamedCount = 0

  private static let mostNamedSymbols = 40
  /// A symbol for more places than this is no longer about the place it is drawn at.
  private static let mostPlacesOfName = 40
  private static let mostTowns = (inFocus: 14, around: 6)

  /// How far a river's name stands from the middle of the river.
  private let riverGap: Double

  /// Frames inside the frame whose symbols are named in an inset.
  private let insets: [Box]

  /// Whether the frame shows a part of another one: what is known only to an area or river is counted there.
  private let isEnlargement: Bool

  /// The marks of the sheet that have a name, here or in a frame that shows them larger.
  private(set) var named: Set<NamedMark>

  init(
    viewport: Viewport, symbols: [MapSymbol], insets: [Box], furniture: [Box], isEnlargement: Bool = false,
    named: Set<NamedMark> = []
  ) {
    self.named = named
    (self.insets, self.isEnlargement) = (insets, isEnlargement)
    riverGap = viewport.riverWidth / 2 + 1.5
    placer = LabelPlacer(frame: viewport.frame.expanded(by: -3), windows: insets)
    furniture.forEach { placer.occupy($0) }
    for symbol in symbols { symbol.obstacles.forEach { placer.occupy($0) } }
    for inset in insets { inset.edges.forEach { placer.occupy($0) } }
  }

  /// Names areas inside their outlines, where there is room, before anything else is named.
  mutating func place(areas: [StyleLayer.AreaText]) {
    for area in areas {
      if area.isNeeded {
        placer.place(area.text, kind: .count, insideOrBeside: area.outlines, size: TypeSize.count)
      } else {
        _ = placer.place(area.text, kind: .count, inside: area.outlines, size: TypeSize.count)
      }
    }
  }

  /// Names everything, the most important first.
  /// - Parameter known: areas whose names stand on the map already.
  mutating func place(
    symbols: [MapSymbol], areaMarks: [AreaMark], features: BasemapFeatures, named known: Set<String> = [],
    circles: [UncertaintyCircle] = []
  ) {
    let named = symbols.filter { $0.placeCount <= Self.mostPlacesOfName }.prefix(Self.mostNamedSymbols)
    for symbol in named { placeName(of: symbol) }
    let centers = Set(named.map(\.center))
    for symbol in symbols where !centers.contains(symbol.center) { leaveUnnamed(symbol) }
    for circle in circles.outstanding { placeName(of: circle) }
    let areaMarks = isEnlargement ? [] : areaMarks
    let lines = areaMarks.courses
    for line in lines { placeCount(of: line, in: features.focus) }
    let hatched = areaMarks.filter { !$0.areas.isEmpty }
    for area in hatched { placeCount(of: area) }
    let names = Set(named.map(\.name.lettersOnly))
    let towns = features.towns.filter { !names.contains($0.name.lettersOnly) }
    placeTowns(towns.prefix(8))
    let counted = Set(lines.map(\.name))
    let courses = features.rivers.flatMap(\.lines)
    for river in features.rivers where !counted.contains(river.name) && !isPlaced(river.name) {
      placeRiver(river.name, river.lines, avoiding: courses)
    }
    let governorates = (features.focus.count > 1 ? features.focus : []) + features.neighbors
    let known = known.union(hatched.map(\.name))
    for area in governorates where !isPlaced(area.name) && !known.contains(area.name) {
      placeArea(area.name, area.outlines, .area)
    }
    for country in features.otherCountries { placeArea(country.name.uppercased(), country.outlines, .country) }
    placeTowns(towns.dropFirst(8))
  }

  /// Where a symbol has no name, at least its count is written.
  private mutating func leaveUnnamed(_ symbol: MapSymbol) {
    if !insets.contains(where: { $0.contains(symbol.center) }) { unnamedCount += 1 }
    guard !symbol.holdsCount, symbol.counts.total > 1 else { return }
    let count = String(symbol.counts.total)
    if !placer.place(count, kind: .count, beside: symbol.center, radius: symbol.radius, size: TypeSize.count) {
      _ = placer.placeWithLeader(
        count, kind: .count, awayFrom: symbol.center, radius: symbol.radius, size: TypeSize.count)
    }
  }

  private mutating func placeName(of symbol: MapSymbol) {
    let mark = NamedMark(symbol)
    guard !named.contains(mark), findPlace(forNameOf: symbol) else { return leaveUnnamed(symbol) }
    named.insert(mark)
  }

  /// Beside the symbol; else apart from it, or a letter in its place, where no inset shows it.
  private mutating func findPlace(forNameOf symbol: MapSymbol) -> Bool {
    let (center, radius, size) = (symbol.center, symbol.radius, TypeSize.incident)
    func place(_ text: String) -> Bool {
      placer.place(text, kind: .incident, beside: center, radius: radius, size: size)
    }
    func placeApart(_ text: String) -> Bool {
      placer.placeWithLeader(text, kind: .incident, awayFrom: center, radius: radius, size: size)
    }
    if place(symbol.label) { return true }
    if insets.contains(where: { $0.contains(center) }) { return false }
    if placeApart(symbol.label) { return true }
    let letter = Self.letter(keyed.count)
    guard place(letter) || placeApart(letter) else { return false }
    keyed.append(Keyed(letter: letter, name: symbol.label))
    return true
  }

  /// Says at its rim whose a large circle is, as its symbol may be far from it.
  private mutating func placeName(of circle: UncertaintyCircle) {
    let mark = NamedMark(circle)
    guard !named.contains(mark) else { return }
    let text = "\(circle.name.isolated): within \(circle.radiusMeters.asLength)"
    for (x, y) in [(0.0, -1.0), (0, 1), (0.71, -0.71), (-0.71, -0.71), (0.71, 0.71), (-0.71, 0.71), (1, 0), (-1, 0)] {
      let point = circle.center + PagePoint(x: x, y: y) * circle.radius
      guard placer.place(text, kind: .circle, beside: point, radius: 0.5, size: TypeSize.town) else { continue }
      named.insert(mark)
      return
    }
  }

  private mutating func placeCount(of line: Course, in focus: [BasemapFeatures.Area]) {
    let text = "\(line.name.isolated): \(line.count)"
    let inside = line.course.joined().filter { point in
      placer.frame.contains(point) && focus.contains { $0.outlines.contains { $0.contains(point) } }
    }
    guard !inside.isEmpty else { return }
    for part in [0.5, 0.3, 0.7, 0.15, 0.85] {
      let point = inside[Int(Double(inside.count - 1) * part)]
      if placer.place(text, kind: .count, beside: point, radius: 3, size: TypeSize.count) { return }
      if placer.placeWithLeader(text, kind: .count, awayFrom: point, radius: 1, size: TypeSize.count) { return }
    }
  }

  /// Names a hatched area and its count: inside where there is room, else apart from it.
  private mutating func placeCount(of area: AreaMark) {
    let text = "\(area.name.isolated): \(area.counts.total)"
    if placer.place(text, kind: .count, inside: area.areas, size: TypeSize.count) { return }
    guard let (center, radius) = area.areas.circleAround, radius < placer.frame.width / 4 else { return }
    if placer.place(text, kind: .count, beside: center, radius: radius, size: TypeSize.count) { return }
    _ = placer.placeWithLeader(text, kind: .count, awayFrom: center, radius: radius, size: TypeSize.count)
  }

  private mutating func placeTowns(_ towns: ArraySlice<BasemapFeatures.Town>) {
    for town in towns {
      let dot = Box(center: town.point, width: 5, height: 5)
      guard placer.isFree(dot), room(for: town),
        placer.place(town.name, kind: .town, beside: town.point, radius: 2, size: TypeSize.town)
      else { continue }
      placer.occupy(dot)
      townDots.append(town.point)
      if town.isInFocus { townsInFocus += 1 }
    }
  }

  private var townsInFocus = 0

  private func room(for town: BasemapFeatures.Town) -> Bool {
    town.isInFocus ? townsInFocus < Self.mostTowns.inFocus : townDots.count - townsInFocus < Self.mostTowns.around
  }

  /// Whether the name stands on the frame already.
  private func isPlaced(_ name: String) -> Bool { placer.placed.contains { $0.text == name } }

  private mutating func placeRiver(_ name: String, _ lines: [[PagePoint]], avoiding courses: [[PagePoint]]) {
    let byLength = lines.sorted { $0.count > $1.count }
    for line in byLength.prefix(3) {
      let candidates = RiverLabel.candidates(
        of: name, along: line, size: TypeSize.river, gap: riverGap, avoiding: courses)
      for candidate in candidates.prefix(40)
      where placer.place(
        name, kind: .river, baseline: candidate.baseline, rotationDegrees: candidate.rotationDegrees,
        boxes: candidate.boxes, size: TypeSize.river)
      {
        return
      }
    }
  }

  private mutating func placeArea(_ name: String, _ outlines: [PageOutline], _ kind: PlacedLabel.Kind) {
    _ = placer.place(name, kind: kind, inside: outlines, size: TypeSize.area)
  }

  /// a … z, aa, ab …
  private static func letter(_ index: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    let last = String(alphabet[index % 26])
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}

extension String {
  /// The letters in lower case: `Al-Susah` and `al Susah` name one place.
  fileprivate var lettersOnly: String { lowercased().filter(\.isLetter) }
}

extension Box {
  /// The place for the letter of an inset: in its upper left corner.
  var cornerTag: Box { Box(x: minX, y: minY, width: 14, height: 14) }

  /// Thin boxes along the four sides.
  fileprivate var edges: [Box] {
    [
      Box(minX: minX - 1, minY: minY - 1, maxX: maxX + 1, maxY: minY + 1),
      Box(minX: minX - 1, minY: maxY - 1, maxX: maxX + 1, maxY: maxY + 1),
      Box(minX: minX - 1, minY: minY - 1, maxX: minX + 1, maxY: maxY + 1),
      Box(minX: maxX - 1, minY: minY - 1, maxX: maxX + 1, maxY: maxY + 1),
    ]
  }
}
