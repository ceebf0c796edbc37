/// The base of a frame: everything is in a group of its own, whose id begins with the frame's.
extension BasemapFeatures {
  /// Writes sea and land.
  func writeLand(id: String, in box: Box, to svg: inout SVGWriter) {
    svg.rectangle(box, "sea")
    svg.group(id, "countries") { $0.areas(countries, "country") }
    svg.group(id, "neighbors") { $0.areas(neighbors, "neighbor") }
    svg.group(id, "focus") { $0.areas(focus, "focus") }
  }

  /// Writes lakes and rivers.
  func writeWater(id: String, to svg: inout SVGWriter) {
    writeLakes(id: id, to: &svg)
    writeRivers(id: id, to: &svg)
  }

  func writeLakes(id: String, to svg: inout SVGWriter) {
    svg.group(id, "lakes") { svg in
      if !lakes.isEmpty { svg.element("path", ["class": "lake", "d": .path(SVGPath(lakes))]) }
    }
  }

  func writeRivers(id: String, to svg: inout SVGWriter) {
    svg.group(id, "rivers") { svg in
      let areBands = riverWidth > Viewport.riverLineWidth
      for river in rivers where !river.lines.isEmpty {
        svg.element(
          "path",
          [
            "class": areBands ? "river river-band" : "river", "stroke-width": .number(riverWidth),
            "d": .path(SVGPath(river.lines)),
          ])
      }
    }
  }

  /// Writes the borders, the most important on top.
  func writeBorders(id: String, to svg: inout SVGWriter) {
    svg.group(id, "borders") { svg in
      svg.outlines(neighbors + (focus.count > 1 ? focus : []), "governorate-border")
      svg.outlines(countries, "country-border")
      svg.outlines(focus.count == 1 ? focus : own, "focus-border")
    }
  }
}

extension SVGWriter {
  /// A group that is styled by its name and found by its id: the frame's and the name.
  mutating func group(_ frame: String, _ name: String, content: (inout SVGWriter) -> Void) {
    element("g", ["id": .text("\(frame)-\(name)"), "class": .text(name)], content: content)
  }
}
