import Analysis
import Foundation
import Incidents

extension MapSymbol {
  /// Writes the symbol: a ring divided by assessment, clockwise from the top, white where the count goes. What may
  /// well be elsewhere is pale, and has a dashed rim.
  func write(id: String, to svg: inout SVGWriter) {
    svg.element("g", ["id": .text(id), "class": "symbol", "data-incidents": .count(counts.total)]) { svg in
      let doubt = unsureCounts.total == 0 ? "" : ", \(unsureCounts.total) of them doubtful"
      svg.element("title", text: "\(label.isolated): \(counts.inWords)\(doubt)")
      svg.element(
        "circle", ["class": "symbol-halo", "cx": .number(center.x), "cy": .number(center.y), "r": .number(radius + 1)])
      for sector in sectors {
        let style = sector.assessment.styleClass + (sector.isSure ? "" : " unsure")
        svg.element(
          "path", ["class": .text(style), "data-incidents": .count(sector.count), "d": .path(area(of: sector))])
      }
      if let holeRadius {
        svg.element(
          "circle",
          ["class": "symbol-hole", "cx": .number(center.x), "cy": .number(center.y), "r": .number(holeRadius)])
      }
      for sector in sectors {
        svg.element(
          "path", ["class": sector.isSure ? "symbol-rim" : "symbol-rim unsure", "d": .path(arc(of: sector))])
      }
    }
  }

  /// Writes the count in the middle, where there is room.
  func writeCount(to svg: inout SVGWriter) {
    guard holdsCount else { return }
    let baseline = center.y + TypeSize.symbolCount * TextMetrics.capHeight / 2
    svg.text(String(counts.total), at: PagePoint(x: center.x, y: baseline), "symbol-count")
  }

  /// A part of the ring: from and to so many turns clockwise from the top.
  private struct Sector {
    let assessment: Assessment
    let isSure: Bool
    let count: Int
    let start: Double
    let end: Double

    var isWhole: Bool { end - start == 1 }
  }

  /// A sector for each assessment that occurs, the sure ones of it first.
  private var sectors: [Sector] {
    var turned = 0
    var sectors: [Sector] = []
    for assessment in counts.present {
      let unsure = unsureCounts[assessment]
      for (count, isSure) in [(counts[assessment] - unsure, true), (unsure, false)] where count > 0 {
        let (start, end) = (Double(turned) / Double(counts.total), Double(turned + count) / Double(counts.total))
        sectors.append(Sector(assessment: assessment, isSure: isSure, count: count, start: start, end: end))
        turned += count
      }
    }
    return sectors
  }

  private func area(of sector: Sector) -> SVGPath {
    var path = SVGPath()
    if !sector.isWhole { path.move(to: center) }
    addRim(of: sector, to: &path)
    path.close()
    return path
  }

  private func arc(of sector: Sector) -> SVGPath {
    var path = SVGPath()
    addRim(of: sector, to: &path)
    return path
  }

  /// The rim of the sector; a full circle in two halves, because an arc cannot end where it starts.
  private func addRim(of sector: Sector, to path: inout SVGPath) {
    path.isEmpty ? path.move(to: rim(sector.start)) : path.line(to: rim(sector.start))
    if sector.isWhole { path.arc(radius: radius, isLarge: false, to: rim(0.5)) }
    path.arc(radius: radius, isLarge: !sector.isWhole && sector.end - sector.start > 0.5, to: rim(sector.end))
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
    let parts = present.map { "\(self[$0].grouped) \($0.legendLabel)" }.joined(separator: ", ")
    let noun = total == 1 ? "incident" : "incidents"
    return total == 0 ? "no incidents" : "\(total.grouped) \(noun) (\(parts))"
  }
}
