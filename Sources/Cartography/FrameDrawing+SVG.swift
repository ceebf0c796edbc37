extension MapFrame {
  /// Writes the frame, from the ground up.
  func write(to svg: inout SVGWriter) {
    svg.element("g", drawing.viewport.frameAttributes(id: id)) { svg in
      svg.element("defs") { svg in
        svg.element("clipPath", ["id": .text(id + "-clip")]) { $0.rectangle(box, "") }
        svg.element("clipPath", ["id": .text(id + "-focus-clip")]) { svg in
          svg.element("path", ["d": .path(SVGPath(drawing.features.focus.flatMap(\.outlines)))])
        }
      }
      svg.element("g", ["clip-path": .text("url(#\(id)-clip)")]) { svg in
        drawing.features.writeLand(id: id, in: box, to: &svg)
        writeDensity(to: &svg)
        drawing.features.writeWater(id: id, to: &svg)
        drawing.features.writeBorders(id: id, to: &svg)
        svg.areaMarks(id, drawing.areaMarks)
        writeUncertainty(to: &svg)
        writeTowns(to: &svg)
        for inset in drawing.insets { inset.extent.write(to: &svg) }
        writeSymbols(to: &svg)
        group("counts", to: &svg) { svg in
          for symbol in symbols where symbol.showsCount(in: box) { symbol.writeCount(to: &svg) }
        }
        writeLetters(to: &svg)
        writeLabels(to: &svg)
        scaleBar.write(id: id + "-scale-bar", to: &svg)
      }
      svg.rectangle(box, "neatline")
      drawing.ticks.write(id: id, in: box, to: &svg)
    }
  }

  private func writeDensity(to svg: inout SVGWriter) {
    let bands = drawing.density.paths
    guard !bands.isEmpty else { return }
    svg.element(
      "g",
      [
        "id": .text(id + "-density"), "class": "density", "clip-path": .text("url(#\(id)-focus-clip)"),
      ]
    ) { svg in
      for (band, color) in zip(bands, ColorRamp.colors(bands.count)) where !band.isEmpty {
        svg.element("path", ["fill": .text(color), "d": .path(band)])
      }
      if !drawing.density.generic.isEmpty { writeGeneric(within: bands[0], to: &svg) }
    }
  }

  /// The hatching where most of the density stands on generic coordinates, as far as there is a color.
  private func writeGeneric(within lowest: SVGPath, to svg: inout SVGWriter) {
    svg.element("clipPath", ["id": .text(id + "-density-clip")]) { svg in
      svg.element("path", ["clip-rule": "evenodd", "d": .path(lowest)])
    }
    svg.element(
      "path",
      [
        "class": "generic", "clip-path": .text("url(#\(id)-density-clip)"),
        "d": .path(SVGPath(drawing.density.generic)),
      ])
  }

  private func writeUncertainty(to svg: inout SVGWriter) {
    group("uncertainty", to: &svg) { svg in
      for circle in drawing.circles { svg.circle(circle.center, circle.radius) }
    }
  }

  private func writeTowns(to svg: inout SVGWriter) {
    group("towns", to: &svg) { svg in
      for dot in drawing.townDots { svg.circle(dot, 1.7) }
    }
  }

  private func writeLetters(to svg: inout SVGWriter) {
    for (inset, tag) in drawing.insets { svg.tag(inset.letter, tag) }
    if let letter = drawing.letter { svg.tag(letter, box.cornerTag) }
  }

  private func writeSymbols(to svg: inout SVGWriter) {
    group("symbols", to: &svg) { svg in
      svg.symbols(symbols, frame: id)
    }
  }

  private func writeLabels(to svg: inout SVGWriter) {
    group("labels", to: &svg) { svg in
      labels.write(to: &svg)
    }
  }

  private func group(_ name: String, to svg: inout SVGWriter, content: (inout SVGWriter) -> Void) {
    svg.group(id, name, content: content)
  }
}

extension Viewport {
  /// Those of the group of a frame: with its projection and matrix, anyone can put further data on it.
  func frameAttributes(id: String) -> SVGWriter.Attributes {
    [
      "id": .text(id), "class": "frame", "data-projection": .text(projection.definition), "data-matrix": .text(matrix),
    ]
  }
}

extension [PlacedLabel] {
  /// Writes the lines to labels that stand apart, then the labels, the least important first.
  func write(to svg: inout SVGWriter) {
    for label in self {
      guard let (start, end) = label.leader else { continue }
      // A short line beside a name would read as a minus sign; with a dot at the end it points at something.
      if label.kind == .count {
        svg.element(
          "circle", ["class": "leader-end", "cx": .number(start.x), "cy": .number(start.y), "r": 1.4])
      }
      svg.element(
        "line",
        [
          "class": "leader", "x1": .number(start.x), "y1": .number(start.y), "x2": .number(end.x), "y2": .number(end.y),
        ])
    }
    for label in reversed() {
      let anchor = label.text.isArabic ? label.anchor.mirrored : label.anchor
      let style = "\(label.kind.rawValue)-label" + (anchor == .middle ? "" : " \(anchor.rawValue)")
      svg.text(label.text, at: label.baseline, style, rotatedBy: label.rotationDegrees)
    }
  }
}

extension InsetExtent {
  func write(to svg: inout SVGWriter) {
    svg.rectangle(box, "inset-extent-halo")
    svg.rectangle(box, "inset-extent")
  }
}

extension ScaleBar {
  func write(id: String, to svg: inout SVGWriter) {
    svg.element("g", ["id": .text(id), "class": "scale-bar"]) { svg in
      var path = SVGPath()
      let end = start + PagePoint(x: units, y: 0)
      path.add([start + PagePoint(x: 0, y: -4), start, end, end + PagePoint(x: 0, y: -4)], closed: false)
      svg.element("path", ["class": "scale-halo", "d": .path(path)])
      svg.element("path", ["class": "scale-line", "d": .path(path)])
      svg.text(label, at: PagePoint(x: (start.x + end.x) / 2, y: start.y - 5), "scale-label")
    }
  }
}

extension SVGWriter {
  /// Writes the symbols of a frame.
  mutating func symbols(_ symbols: [MapSymbol], frame: String) {
    for (number, symbol) in symbols.enumerated() {
      symbol.write(id: MapSymbol.id(frame: frame, number: number), to: &self)
    }
  }

  /// A rectangle of a style class.
  mutating func rectangle(_ box: Box, _ style: String) {
    element(
      "rect",
      [
        "class": .text(style), "x": .number(box.minX), "y": .number(box.minY), "width": .number(box.width),
        "height": .number(box.height),
      ])
  }

  /// A rectangle of a style class, filled with the color of a class of values.
  mutating func rectangle(_ box: Box, _ style: String, fill: String) {
    element(
      "rect",
      [
        "class": .text(style), "x": .number(box.minX), "y": .number(box.minY), "width": .number(box.width),
        "height": .number(box.height), "fill": .text(fill),
      ])
  }

  /// A circle styled by its group.
  mutating func circle(_ center: PagePoint, _ radius: Double) {
    element("circle", ["cx": .number(center.x), "cy": .number(center.y), "r": .number(radius)])
  }

  /// A line of text of a style class, centered or not as the class says. One in Arabic runs from right to left, and
  /// starts on the right.
  mutating func text(_ text: String, at point: PagePoint, _ style: String, rotatedBy degrees: Double = 0) {
    if text.isArabic {
      let turn = "rotate(\(SVGNumber.text(degrees)) \(SVGNumber.text(point.x)) \(SVGNumber.text(point.y)))"
      element(
        "text",
        [
          "class": .text(style), "x": .number(point.x), "y": .number(point.y), "xml:lang": "ar", "direction": "rtl",
          "transform": .text(turn),
        ], text: text)
    } else if degrees == 0 {
      element("text", ["class": .text(style), "x": .number(point.x), "y": .number(point.y)], text: text)
    } else {
      let turn = "rotate(\(SVGNumber.text(degrees)) \(SVGNumber.text(point.x)) \(SVGNumber.text(point.y)))"
      element(
        "text",
        ["class": .text(style), "x": .number(point.x), "y": .number(point.y), "transform": .text(turn)], text: text)
    }
  }

  /// A letter, white on black.
  mutating func tag(_ letter: String, _ box: Box) {
    rectangle(box, "inset-tag")
    text(letter, at: PagePoint(x: box.center.x, y: box.center.y + 3.1), "inset-letter")
  }

  /// One filled path an area, with its code for a style sheet to find.
  mutating func areas(_ areas: [BasemapFeatures.Area], _ style: String) {
    for area in areas where !area.outlines.isEmpty {
      element(
        "path",
        ["class": .text(style), "data-code": .text(area.code), "d": .path(SVGPath(area.outlines))])
    }
  }

  mutating func outlines(_ areas: [BasemapFeatures.Area], _ style: String) {
    let outlines = areas.flatMap(\.outlines)
    guard !outlines.isEmpty else { return }
    element("path", ["class": .text(style), "d": .path(SVGPath(outlines))])
  }
}
