import Analysis
import Geo
import GeoEngine

/// The mark of incidents known only to an area or a river: the hatched area, or the river's course.
struct AreaMark: Sendable {
  /// Its number among all marks of its map, counted from 0.
  let number: Int
  let name: String
  let counts: AssessmentCounts
  /// The outlines of an area; empty for a river.
  let areas: [PageOutline]
  /// The course of a river; empty for an area.
  let courses: [[PagePoint]]
}

/// A river that incidents are known to lie along, and how many.
struct Course {
  let name: String
  var count: Int
  var course: [[PagePoint]]
}

extension [AreaMark] {
  /// The rivers among them; those of one name as one, to be named once.
  var courses: [Course] {
    var courses: [Course] = []
    for mark in self where !mark.courses.isEmpty {
      if let index = courses.firstIndex(where: { $0.name == mark.name }) {
        courses[index].count += mark.counts.total
        courses[index].course += mark.courses
      } else {
        courses.append(Course(name: mark.name, count: mark.counts.total, course: mark.courses))
      }
    }
    return courses
  }
}

extension FrameContent {
  /// The marks of a frame, most incidents first.
  func areaMarks(_ viewport: Viewport) throws(EngineError) -> [AreaMark] {
    var marks: [AreaMark] = []
    for (number, incidents) in selection.spread.enumerated() {
      var (areas, courses): ([PageOutline], [[PagePoint]]) = ([], [])
      if case .lines(let lines) = incidents.footprint {
        courses = try viewport.lines(lines)
      } else if let area = request.area(of: incidents) {
        areas = try viewport.outlines(area)
      }
      marks.append(
        AreaMark(
          number: number, name: incidents.name, counts: incidents.counts,
          areas: areas, courses: courses))
    }
    return marks
  }
}

extension MapRequest {
  /// The area that incidents are known to lie in: their footprint, or the governorate or country they are in.
  func area(of incidents: SpreadIncidents) -> MultiPolygon? {
    if case .area(let area) = incidents.footprint { return area }
    if let code = incidents.governorate?.code { return basemap.governorates.first { $0.code == code }?.outline }
    return basemap.countries.first { $0.code == region.code }?.outline
  }
}

extension SVGWriter {
  /// Writes the areas and lines that incidents are known to lie in or along, the lines on top.
  mutating func areaMarks(_ frame: String, _ marks: [AreaMark]) {
    let clip = Value.text("url(#\(frame)-focus-clip)")
    group(frame, "area-level") { svg in
      for mark in marks where !mark.areas.isEmpty {
        svg.areaMark(frame, mark) { $0.element("path", ["class": "hatched", "d": .path(SVGPath(mark.areas))]) }
      }
      for mark in marks where !mark.courses.isEmpty {
        svg.areaMark(frame, mark) { svg in
          svg.element("path", ["class": "course-halo", "clip-path": clip, "d": .path(SVGPath(mark.courses))])
          svg.element("path", ["class": "course", "clip-path": clip, "d": .path(SVGPath(mark.courses))])
        }
      }
    }
  }

  /// A mark: its identifier, its count and what it says.
  private mutating func areaMark(_ frame: String, _ mark: AreaMark, content: (inout SVGWriter) -> Void) {
    let id = SpreadIncidents.id(frame: frame, number: mark.number)
    element("g", ["id": .text(id), "class": "area-mark", "data-incidents": .count(mark.counts.total)]) { svg in
      svg.element("title", text: "\(mark.name.isolated), somewhere in it: \(mark.counts.inWords)")
      content(&svg)
    }
  }
}
