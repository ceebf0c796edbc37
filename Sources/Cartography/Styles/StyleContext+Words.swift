import Analysis
import Incidents

extension StyleContext {
  /// The first and last day that the map is about; nil when nothing is dated and no day was asked for.
  var days: ClosedRange<CalendarDate>? { Self.days(request, whole.tally.dates) }

  /// What was asked for, of all there is: `credible only, from Mar 8, 2017`; empty where all was.
  var asked: String {
    let assessments = Assessment.allCases.filter(request.assessments.contains).map(\.rawValue)
    let words = [
      assessments.isEmpty ? nil : assessments.joined(separator: " or ") + " only",
      request.from.map { "from \($0.inWords)" }, request.through.map { "to \($0.inWords)" },
    ]
    return words.compactMap(\.self).joined(separator: ", ")
  }

  /// What the small maps do not show of the time that was asked for.
  var seriesCaveats: [String] {
    guard let step = request.smallMultiples, let first = slices.first?.time?.days, let last = slices.last?.time?.days
    else { return [] }
    let isCut =
      request.from.map { $0 < first.lowerBound } ?? false || request.through.map { $0 > last.upperBound } ?? false
    return isCut ? ["Each \(step.rawValue) before the first map and after the last is without a mapped incident."] : []
  }

  /// Where no more incidents are than those drawn.
  var whence: String { asked.isEmpty ? "in this source" : "in this selection" }

  /// How many are drawn, and why the others are not.
  func coverage(_ verb: String, drawn: Int, left: [(count: Int, why: String)]) -> String {
    let others =
      left + [
        (sum(between), betweenWords), (sum(whole.unmapped), unmappedWords),
      ]
    let reasons = others.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
    return "\(verb): \(quantity.counted(drawn))"
      + (reasons.isEmpty ? "" : ". Not shown so: \(reasons.joined(separator: ", "))")
  }

  /// The same for a style that draws incidents at their places.
  func placeCoverage(_ verb: String) -> String {
    let spread = slices.reduce(0) { $0 + $1.selection.spreadCount }
    return coverage(verb, drawn: drawnAtPlaces, left: [(spread, "known only to an area or river")])
  }

  /// What is at a point in any of the steps of time.
  var drawnAtPlaces: Int { slices.reduce(0) { $0 + $1.selection.pointlikeCount } }

  /// Why some belong to no step of time.
  var betweenWords: String {
    request.smallMultiples == nil ? "without a date, so in no month" : "dated to none or to several of the small maps"
  }

  private var unmappedWords: String {
    request.map.region.isGovernorate
      ? "more whose likeliest place is here, but not certain" : "more without a certain place"
  }

  /// What a style leaves out that shows nothing but positions.
  var spreadRows: [LegendRow] {
    let spread = drawn.spread
    guard !spread.isEmpty else { return [] }
    let names =
      spread.prefix(12).map { "\($0.fullName.isolated) \($0.counts.total)" }
      + (spread.count > 12 ? ["and \(spread.count - 12) more"] : [])
    return [.heading("Known only to an area or river"), .note("Not drawn: \(names.joined(separator: ", ")).")]
  }

  /// What the records add up to.
  func sum(_ records: [IncidentRecord]) -> Int { records.reduce(0) { $0 + (quantity.count($1) ?? 0) } }

  /// The table of a style that draws incidents at their places: those, then what it does not draw.
  var placeMarks: [MapMark] {
    var marks: [MapMark] = []
    for slice in slices {
      for place in slice.selection.pointlike(counting: quantity).grouped {
        marks.append(
          MapMark(
            kind: .place, period: slice.period, name: place.name,
            position: (place.coordinate.longitude, place.coordinate.latitude),
            radiusMeters: place.uncertaintyMeters, count: place.count))
      }
      marks += areaMarks(slice)
    }
    marks += unmapped([("no certain place", whole.unmapped)])
    return marks
  }

  /// The rows for incidents that are known only to an area or line.
  func areaMarks(_ slice: StyleSlice) -> [MapMark] {
    slice.selection.spread.map {
      MapMark(
        kind: .area, period: slice.period, name: $0.fullName, code: $0.governorate?.code, count: $0.counts.total)
    }
  }
}

extension ClosedRange<CalendarDate> {
  /// `Mar 8 – Sept 19, 2017`
  var inWords: String {
    lowerBound == upperBound ? lowerBound.inWords : "\(lowerBound.inWords) – \(upperBound.inWords)"
  }
}

extension Double {
  /// With one decimal, and none where it is a whole number.
  var inTenths: String { SVGNumber.text((self * 10).rounded() / 10) }
}
