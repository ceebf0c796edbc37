/// The legend of a map of figures: its classes, what has none, and what belongs to no governorate.
struct ChoroplethLegend {
  private enum Row {
    case heading(String)
    case note(String)
    case key(fill: String, isHatched: Bool, String)
  }

  private let rows: [Row]
  private let width: Double
  private static let swatchWidth = 22.0
  private static let line = TypeSize.note * TextMetrics.lineHeight

  init(_ content: ChoroplethContent, width: Double) {
    self.width = width
    let classes = content.request.classes
    let colors = classes.colors
    let fills = content.fills.values
    func count(_ isIn: (Choropleth.Fill) -> Bool) -> Int { fills.count(where: isIn) }
    var rows: [Row] = [.heading("Civilians killed and injured"), .note("Counts; labels give killed + injured.")]
    for (index, label) in classes.labels.enumerated() {
      rows.append(.key(fill: colors[index], isHatched: false, "\(label) (\(count { $0 == .counted(index) }))"))
    }
    rows.append(.key(fill: Choropleth.Fill.zero.svg(colors), isHatched: false, "none (\(count { $0 == .zero }))"))
    rows.append(
      .key(
        fill: Choropleth.Fill.noData.svg(colors), isHatched: false,
        "no figures in the text (\(count { $0 == .noData }))"))
    if fills.contains(.excluded) {
      rows.append(
        .key(
          fill: Choropleth.Fill.noData.svg(colors), isHatched: true, "not included (\(count { $0 == .excluded }))"))
    }
    rows += [.note("In brackets: governorates."), .note("Classes: \(CountClasses.method).")]
    if let remainder = content.remainder {
      rows += [
        .heading("Not assigned to a governorate"), .note("\(remainder): the total less the governorates named."),
      ]
    }
    self.rows = rows
  }

  var height: Double { rows.reduce(0) { $0 + height($1) } }

  private func height(_ row: Row) -> Double {
    switch row {
    case .heading(let text): Double(lines(text, isBold: true).count) * 12 + 8
    case .note(let text): Double(lines(text).count) * Self.line + 4
    case .key(_, _, let text): Double(lines(text, indent: Self.swatchWidth).count) * Self.line + 4
    }
  }

  private func lines(_ text: String, isBold: Bool = false, indent: Double = 0) -> [String] {
    TextMetrics.wrap(text, width: width - indent, size: isBold ? TypeSize.heading : TypeSize.note, isBold: isBold)
  }

  func write(at corner: PagePoint, to svg: inout SVGWriter) {
    var top = corner.y
    for row in rows {
      let point = PagePoint(x: corner.x, y: top)
      switch row {
      case .heading(let text):
        write(lines(text, isBold: true), "heading", 12, at: point + PagePoint(x: 0, y: 5), to: &svg)
      case .note(let text): write(lines(text), "note", Self.line, at: point, to: &svg)
      case .key(let fill, let isHatched, let text):
        let box = Box(x: corner.x, y: top + 1, width: 15, height: 9)
        svg.element(
          "rect",
          [
            "class": "ramp-step", "x": .number(box.minX), "y": .number(box.minY), "width": .number(box.width),
            "height": .number(box.height), "fill": .text(fill),
          ])
        if isHatched { svg.rectangle(box, "hatched") }
        let beside = point + PagePoint(x: Self.swatchWidth, y: 0)
        write(lines(text, indent: Self.swatchWidth), "note", Self.line, at: beside, to: &svg)
      }
      top += height(row)
    }
  }

  private func write(
    _ lines: [String], _ style: String, _ lineHeight: Double, at corner: PagePoint, to svg: inout SVGWriter
  ) {
    for (index, line) in lines.enumerated() {
      svg.text(line, at: corner + PagePoint(x: 0, y: 8.5 + Double(index) * lineHeight), style)
    }
  }
}
