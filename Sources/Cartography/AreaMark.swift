import Analysis
import Geo
import GeoEngine

/// The mark of incidents known only to an area or a river: the hatched area, or the river's course.
struct AreaMark: Sendable {
  let id: String
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
  func areaMarks(_ viewport: Viewport, frame: String) throws(EngineError) -> [AreaMark] {
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
          id: SpreadIncidents.id(frame: frame, number: number), name: incidents.name, counts: incidents.counts,
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
