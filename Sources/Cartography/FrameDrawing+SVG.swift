extension MapFrame {
  /// Writes the frame, from the ground up.
  func write(to svg: inout SVGWriter) {
    svg.element(
      "g",
      [
        "id": .text(id), "class": "frame", "data-projection": .text(drawing.viewport.projection.definition),
        "data-matrix": .text(drawing.viewport.matrix),
      ]
    ) { svg in
      svg.element("defs") { svg in
        svg.element("clipPath", ["id": .text(id + "-clip")]) { $0.rectangle(box, "") }
        svg.element("clipPath", ["id": .text(id + "-focus-clip")]) { svg in
          svg.element("path", ["d": .path(SVGPath(drawing.features.focus.flatMap(\.outlines)))])
        }
      }
      svg.element("g", ["clip-path": .text("url(#\(id)-clip)")]) { svg in
        writeLand(to: &svg)
        writeWater(to: &svg)
        writeBorders(to: &svg)
        writeSpread(to: &svg)
        writeUncertainty(to: &svg)
        writeTowns(to: &svg)
        for inset in drawing.insets {
          svg.rectangle(inset.extent.box, "inset-extent-halo")
          svg.rectangle(inset.extent.box, "inset-extent")
        }
        writeSymbols(to: &svg)
        group("counts", to: &svg) { svg in
          for symbol in symbols where symbol.showsCount(in: box) { symbol.writeCount(to: &svg) }
        }
        writeLetters(to: &svg)
        writeLabels(to: &svg)
        scaleBar.write(id: id + "-scale-bar", to: &svg)
        drawing.degrees.write(id: id + "-degrees", to: &svg)
      }
      svg.rectangle(box, "neatline")
    }
  }

  private func writeLand(to svg: inout SVGWriter) {
    svg.rectangle(box, "sea")
    group("countries", to: &svg) { $0.areas(drawing.features.countries, "country") }
    group("neighbors", to: &svg) { $0.areas(drawing.features.neighbors, "neighbor") }
    group("focus", to: &svg) { $0.areas(drawing.features.focus, "focus") }
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

  private func writeWater(to svg: inout SVGWriter) {
    group("lakes", to: &svg) { svg in
      if !drawing.features.lakes.isEmpty {
        svg.element("path", ["class": "lake", "d": .path(SVGPath(drawing.features.lakes))])
      }
    }
    group("rivers", to: &svg) { svg in
      for river in drawing.features.rivers where !river.lines.isEmpty {
        svg.element(
          "path",
          [
            "class": .text(drawing.viewport.isFinerThanRivers ? "river river-band" : "river"),
            "stroke-width": .number(drawing.viewport.riverWidth), "d": .path(SVGPath(river.lines)),
          ])
      }
    }
  }

  private func writeBorders(to svg: inout SVGWriter) {
    group("borders", to: &svg) { svg in
      let areas = drawing.features
      svg.outlines(areas.neighbors + (areas.focus.count > 1 ? areas.focus : []), "governorate-border")
      svg.outlines(areas.countries, "country-border")
      svg.outlines(areas.focus.count == 1 ? areas.focus : areas.own, "focus-border")
    }
  }

  private func writeSpread(to svg: inout SVGWriter) {
    let clip = SVGWriter.Value.text("url(#\(id)-focus-clip)")
    group("area-level", to: &svg) { svg in
      for mark in drawing.areaMarks where !mark.areas.isEmpty {
        svg.areaMark(mark) { svg in
          svg.element("path", ["class": "hatched", "d": .path(SVGPath(mark.areas))])
        }
      }
      for mark in drawing.areaMarks where !mark.courses.isEmpty {
        svg.areaMark(mark) { svg in
          svg.element("path", ["class": "course-halo", "clip-path": clip, "d": .path(SVGPath(mark.courses))])
          svg.element("path", ["class": "course", "clip-path": clip, "d": .path(SVGPath(mark.courses))])
        }
      }
    }
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
      for (number, symbol) in symbols.enumerated() {
        symbol.write(id: MapSymbol.id(frame: id, number: number), to: &svg)
      }
    }
  }

  private func writeLabels(to svg: inout SVGWriter) {
    group("labels", to: &svg) { svg in
      labels.write(to: &svg)
    }
  }

  private func group(_ name: String, to svg: inout SVGWriter, content: (inout SVGWriter) -> Void) {
    svg.element("g", ["id": .text("\(id)-\(name)"), "class": .text(name)], content: content)
  }
}

extension [PlacedLabel] {
  /// Writes the lines to labels that stand apart, then the labels, the least important first.
  func write(to svg: inout SVGWriter) {
    for (start, end) in compactMap(\.leader) {
      svg.element(
        "line",
        [
          "class": "leader", "x1": .number(start.x), "y1": .number(start.y), "x2": .number(end.x), "y2": .number(end.y),
        ])
    }
    for label in reversed() {
      let style = "\(label.kind.rawValue)-label" + (label.anchor == .middle ? "" : " \(label.anchor.rawValue)")
      svg.text(label.text, at: label.baseline, style, rotatedBy: label.rotationDegrees)
    }
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
  /// A rectangle of a style class.
  mutating func rectangle(_ box: Box, _ style: String) {
    element(
      "rect",
      [
        "class": .text(style), "x": .number(box.minX), "y": .number(box.minY), "width": .number(box.width),
        "height": .number(box.height),
      ])
  }

  /// A circle styled by its group.
  mutating func circle(_ center: PagePoint, _ radius: Double) {
    element("circle", ["cx": .number(center.x), "cy": .number(center.y), "r": .number(radius)])
  }

  /// A line of text of a style class, centered or not as the class says.
  mutating func text(_ text: String, at point: PagePoint, _ style: String, rotatedBy degrees: Double = 0) {
    if degrees == 0 {
      element("text", ["class": .text(style), "x": .number(point.x), "y": .number(point.y)], text: text)
    } else {
      let turn = "rotate(\(SVGNumber.text(degrees)) \(SVGNumber.text(point.x)) \(SVGNumber.text(point.y)))"
      element(
        "text",
        ["class": .text(style), "x": .number(point.x), "y": .number(point.y), "transform": .text(turn)], text: text)
    }
  }

  /// A mark for incidents known only to an area or river: its identifier, its count and what it says.
  fileprivate mutating func areaMark(_ mark: AreaMark, content: (inout SVGWriter) -> Void) {
    element("g", ["id": .text(mark.id), "class": "area-mark", "data-incidents": .count(mark.counts.total)]) { svg in
      svg.element("title", text: "\(mark.name), somewhere in it: \(mark.counts.inWords)")
      content(&svg)
    }
  }

  /// A letter, white on black.
  fileprivate mutating func tag(_ letter: String, _ box: Box) {
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
