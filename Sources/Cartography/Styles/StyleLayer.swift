/// What a style draws on one small map.
struct StyleLayer {
  /// Fills, under water and borders.
  var ground: SVGFragment = { _, _ in }
  /// Fills that lakes must not hide; rivers and borders lie over them.
  var overLakes: SVGFragment = { _, _ in }
  /// Marks, over them.
  var marks: SVGFragment = { _, _ in }
  /// Named marks, the most important first.
  var symbols: [MapSymbol] = []
  /// How many of them are named, or have their count written beside them.
  var mostNamed = 40
  /// The scale of the symbols, for the legend.
  var scale = SymbolScale.fitting(1)
  /// Whether circles of uncertainty are to be seen beside the symbols.
  var hasCircles: Bool { !circles.isEmpty }
  /// Those circles.
  var circles: [UncertaintyCircle] = []
  /// What no name may cover: where most is.
  var obstacles: [Box] = []
  /// Areas and rivers that carry a count.
  var areaMarks: [AreaMark] = []
  /// Texts inside areas, the most important first.
  var areaTexts: [AreaText] = []
  /// Names of areas that need no other label.
  var named: Set<String> = []

  /// Whether towns are shown for orientation.
  var hasTowns = true

  /// A text inside an area; one that is needed gets a line to it where it has no room.
  struct AreaText {
    let text: String
    let outlines: [PageOutline]
    let isNeeded: Bool
  }

  /// Writes elements whose ids begin with the frame's.
  typealias SVGFragment = (_ id: String, _ svg: inout SVGWriter) -> Void
}
