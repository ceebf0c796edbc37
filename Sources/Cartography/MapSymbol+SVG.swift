import Foundation
import Incidents

extension MapSymbol {
  /// Writes the symbol: a ring divided by assessment, clockwise from the top, with the count in its middle.
  func write(to svg: inout SVGWriter) {
    svg.element("g", ["class": "symbol"]) { svg in
      svg.element("title", text: "\(label): \(counts.inWords)")
      svg.element(
        "circle", ["class": "symbol-halo", "cx": .number(center.x), "cy": .number(center.y), "r": .number(radius + 1)])
      for (assessment, sector) in sectors {
        svg.element("path", ["class": .text(assessment.styleClass), "d": .path(sector)])
      }
      if let holeRadius {
        svg.element(
          "circle",
          ["class": "symbol-hole", "cx": .number(center.x), "cy": .number(center.y), "r": .number(holeRadius)])
        let baseline = center.y + Self.countSize * TextMetrics.capHeight / 2
        svg.text(String(counts.total), at: PagePoint(x: center.x, y: baseline), "symbol-count")
      }
      svg.element(
        "circle", ["class": "symbol-rim", "cx": .number(center.x), "cy": .number(center.y), "r": .number(radius)])
    }
  }

  /// A sector for each assessment that occurs; a full circle in two halves where there is only one.
  private var sectors: [(Assessment, SVGPath)] {
    var turned = 0
    return counts.present.map { assessment in
      let (from, to) = (turned, turned + counts[assessment])
      turned = to
      return (assessment, sector(from: Double(from) / Double(counts.total), to: Double(to) / Double(counts.total)))
    }
  }

  private func sector(from start: Double, to end: Double) -> SVGPath {
    var path = SVGPath()
    if end - start == 1 {
      path.move(to: rim(0))
      path.arc(radius: radius, isLarge: false, to: rim(0.5))
      path.arc(radius: radius, isLarge: false, to: rim(0))
    } else {
      path.move(to: center)
      path.line(to: rim(start))
      path.arc(radius: radius, isLarge: end - start > 0.5, to: rim(end))
    }
    path.close()
    return path
  }

  /// The point on the rim, so many turns clockwise from the top.
  private func rim(_ turns: Double) -> PagePoint {
    let angle = 2 * .pi * turns
    return center + PagePoint(x: sin(angle), y: -cos(angle)) * radius
  }
}

extension Assessment {
  var styleClass: String { "assessment-\(rawValue)" }

  /// The word the legend prints.
  var legendLabel: String {
    switch self {
    case .credible: "credible"
    case .nonCredible: "non-credible"
    case .open: "open"
    case .duplicate: "duplicate"
    case .unstated: "not stated"
    }
  }
}

extension AssessmentCounts {
  /// `3 incidents (1 credible, 2 open)`.
  var inWords: String {
    let parts = present.map { "\(self[$0]) \($0.legendLabel)" }.joined(separator: ", ")
    let noun = total == 1 ? "incident" : "incidents"
    return total == 0 ? "no incidents" : "\(total) \(noun) (\(parts))"
  }
}
