extension Legend {
  private static let blockGap = 9.0

  /// The blocks set one below the other in columns of that width, in order, as evenly as their heights allow.
  func columns(_ count: Int, width: Double) -> [[[LegendRow]]] {
    let target = height(of: blocks, width: width) / Double(count)
    var columns: [[[LegendRow]]] = [[]]
    for block in blocks {
      let current = columns[columns.count - 1]
      if !current.isEmpty, columns.count < count, height(of: current + [block], width: width) > target * 1.15 {
        columns.append([block])
      } else {
        columns[columns.count - 1].append(block)
      }
    }
    return columns
  }

  /// The height of a column of blocks.
  func height(of blocks: [[LegendRow]], width: Double) -> Double {
    let rows = blocks.joined().reduce(0) { $0 + $1.height(width: width) }
    return rows + Self.blockGap * Double(max(0, blocks.count - 1))
  }

  /// Writes a column of blocks with its top left corner there.
  func write(_ blocks: [[LegendRow]], at corner: PagePoint, width: Double, scale: SymbolScale, to svg: inout SVGWriter)
  {
    var top = corner.y
    for block in blocks {
      for row in block {
        row.write(at: PagePoint(x: corner.x, y: top), width: width, scale: scale, to: &svg)
        top += row.height(width: width)
      }
      top += Self.blockGap
    }
  }
}

extension LegendRow {
  private static let line = TypeSize.note * TextMetrics.lineHeight
  private static let swatchWidth = 20.0

  /// The height of the row in a column of that width.
  func height(width: Double) -> Double {
    switch self {
    case .heading(let text): Double(lines(text, width, isBold: true).count) * 12 + 3
    case .note(let text): Double(lines(text, width).count) * Self.line + 2
    case .key(_, let text): Double(lines(text, width - Self.swatchWidth).count) * Self.line + 3
    case .sizes(let counts): 2 * Self.largestRadius(counts) + 5
    case .ramp: 26
    }
  }

  /// The radius of the largest symbol, at the largest scale that a map may have.
  private static func largestRadius(_ counts: [Int]) -> Double {
    let largest = counts.max() ?? 1
    return SymbolScale.fitting(largest).radius(of: largest)
  }

  func write(at corner: PagePoint, width: Double, scale: SymbolScale, to svg: inout SVGWriter) {
    switch self {
    case .heading(let text):
      write(lines(text, width, isBold: true), at: corner, style: "heading", lineHeight: 12, to: &svg)
    case .note(let text):
      write(lines(text, width), at: corner, style: "note", lineHeight: Self.line, to: &svg)
    case .key(let swatch, let text):
      swatch.write(at: corner + PagePoint(x: 8, y: 5.5), to: &svg)
      let beside = corner + PagePoint(x: Self.swatchWidth, y: 0)
      write(
        lines(text, width - Self.swatchWidth), at: beside, style: "note", lineHeight: Self.line, to: &svg)
    case .sizes(let counts): writeSizes(counts, at: corner, scale: scale, to: &svg)
    case .ramp(let colors, let labels): writeRamp(colors, labels, at: corner, width: width, to: &svg)
    }
  }

  private func lines(_ text: String, _ width: Double, isBold: Bool = false) -> [String] {
    TextMetrics.wrap(text, width: width, size: isBold ? TypeSize.heading : TypeSize.note, isBold: isBold)
  }

  private func write(
    _ lines: [String], at corner: PagePoint, style: String, lineHeight: Double, to svg: inout SVGWriter
  ) {
    for (index, line) in lines.enumerated() {
      svg.text(line, at: corner + PagePoint(x: 0, y: 8.5 + Double(index) * lineHeight), style)
    }
  }

  /// Circles side by side on one baseline, each with its number to the right.
  private func writeSizes(_ counts: [Int], at corner: PagePoint, scale: SymbolScale, to svg: inout SVGWriter) {
    var left = corner.x + 1
    let bottom = corner.y + 2 * min(Self.largestRadius(counts), scale.radius(of: counts.max() ?? 1)) + 3
    for count in counts {
      let radius = scale.radius(of: count)
      let center = PagePoint(x: left + radius, y: bottom - radius)
      svg.element(
        "circle",
        ["class": "size-circle", "cx": .number(center.x), "cy": .number(center.y), "r": .number(radius)])
      let label = String(count)
      svg.text(label, at: PagePoint(x: left + 2 * radius + 3, y: bottom - 1), "note")
      left += 2 * radius + 3 + TextMetrics.width(of: label, size: TypeSize.note) + 9
    }
  }

  /// A box for each class, with its lower bound under its left edge.
  private func writeRamp(
    _ colors: [String], _ labels: [String], at corner: PagePoint, width: Double, to svg: inout SVGWriter
  ) {
    let step = min(34, (width - 14) / Double(max(1, colors.count)))
    for (index, (color, label)) in zip(colors, labels).enumerated() {
      let left = corner.x + 6 + Double(index) * step
      svg.element(
        "rect",
        [
          "class": "ramp-step", "x": .number(left), "y": .number(corner.y + 1), "width": .number(step), "height": 10,
          "fill": .text(color),
        ])
      svg.text(label, at: PagePoint(x: left, y: corner.y + 20), "ramp-label")
    }
    svg.text("+", at: PagePoint(x: corner.x + 8 + Double(colors.count) * step, y: corner.y + 9.5), "note")
  }
}

extension Swatch {
  fileprivate func write(at center: PagePoint, to svg: inout SVGWriter) {
    let box = Box(center: center, width: 15, height: 9)
    switch self {
    case .assessment(let assessment):
      svg.element(
        "circle",
        [
          "class": .text("\(assessment.styleClass) legend-rim"), "cx": .number(center.x), "cy": .number(center.y),
          "r": 5,
        ])
    case .unsure:
      svg.element("circle", ["class": "unsure-sample", "cx": .number(center.x), "cy": .number(center.y), "r": 5])
    case .uncertainty:
      svg.element("circle", ["class": "uncertainty", "cx": .number(center.x), "cy": .number(center.y), "r": 5])
    case .hatching: svg.rectangle(box, "hatched")
    case .generic:
      svg.rectangle(box, "generic-ground")
      svg.rectangle(box, "generic")
    case .course:
      svg.element(
        "line",
        [
          "class": "course", "x1": .number(box.minX), "y1": .number(center.y), "x2": .number(box.maxX),
          "y2": .number(center.y),
        ])
    case .town: svg.element("circle", ["class": "town", "cx": .number(center.x), "cy": .number(center.y), "r": 1.7])
    case .fill(let color, let isHatched):
      svg.rectangle(box, "class-sample", fill: color)
      if isHatched { svg.rectangle(box, "doubt") }
    case .ring(let color):
      svg.element(
        "circle",
        [
          "class": "extent", "fill": .text(color), "stroke": .text(color), "cx": .number(center.x),
          "cy": .number(center.y), "r": 5,
        ])
    }
  }
}
