import Analysis
import Incidents

/// The words of a sheet in a style of its own.
struct StyledText {
  private let context: StyleContext
  private let drawing: any StyleDrawing
  private let map: MapText
  /// The table of the map, with a row for every place: made once, and while the map is drawn.
  private let table: Later<[MapMark]>

  init(_ context: StyleContext, _ drawing: any StyleDrawing) {
    self.context = context
    self.drawing = drawing
    table = Later { drawing.marks }
    map = MapText(request: context.request.map, selection: context.whole, regionName: context.area.name)
  }

  /// The table of the map.
  var marks: [MapMark] { table.value }

  /// `Density of reported civilian-harm incidents in Raqqa, Syria`, `People reported killed in …`.
  var title: String {
    let rate = context.request.value.isRate ? " per 1,000 km²" : ""
    let subject = context.quantity == .incidents ? map.subject.title : "People reported killed"
    let frame = drawing.titleFrame
    return "\(frame)\(frame.isEmpty ? subject : subject.lowercasedFirst)\(rate) in \(map.place)"
  }

  /// The days of the incidents, and what was asked for.
  var subtitle: String {
    let (asked, all) = (context.asked, context.request.leftOut.count)
    guard !asked.isEmpty else { return map.period }
    guard context.whole.records.isEmpty, context.whole.unmapped.isEmpty, all > 0 else {
      return "\(map.period) (asked for: \(asked))"
    }
    return "None of the \(all.grouped) incidents here in this source is as asked for: \(asked)"
  }

  /// What stands above the maps of a sheet.
  func head(part: SheetPart?) -> SheetHead {
    SheetHead(
      title: title, subtitle: subtitle, counts: counts, part: part?.inWords, width: context.request.format.contentWidth)
  }

  private var counts: [String] {
    guard !context.whole.records.isEmpty || context.whole.unmappedCount > 0 else { return [] }
    return [map.counts, drawing.coverage]
  }

  /// What the picture says, for those who do not see it.
  var message: String {
    let largest = marks.lazy.filter { $0.kind != .unmapped && !$0.name.isEmpty }
      .map { (name: [$0.period, $0.name].compactMap(\.self).joined(separator: " "), count: $0.count ?? 0) }
      .filter { $0.count > 0 }.first(6) { ($1.count, $0.name) < ($0.count, $1.name) }
      .map { "\($0.name.isolated) \($0.count)" }
    let most = largest.isEmpty ? "" : "Most \(context.quantity.noun): \(largest.joined(separator: ", ")). "
    return "\(drawing.summary). \(map.counts). \(subtitle). \(drawing.coverage). \(most)"
      + caveats.joined(separator: " ")
  }

  private var caveats: [String] {
    let undated = context.request.leftOut.undated
    return drawing.caveats + killed + map.peopleCaveats
      + (undated > 0 ? ["Left out for want of a date: \(undated.grouped)."] : []) + context.seriesCaveats
  }

  /// What is counted as killed.
  private var killed: [String] {
    guard context.quantity == .killed else { return [] }
    let sum = context.whole.tally.killed
    let all = context.whole.records.count
    let silent = all - sum.statedBy - sum.ofOthers
    let words =
      "Killed: civilians, and people of whom a report does not say what they were; the lowest number that each report "
      + "states."
    let why = [(silent, "without a number"), (sum.ofOthers, "with one of other people only")]
      .filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ")
    return why.isEmpty ? [words] : [words, "Of \(all.grouped) reports, these add nothing: \(why)."]
  }

  /// The paragraphs below everything.
  func notes(_ panels: [StylePanel], projectionName: String) -> [String] {
    var paragraphs: [String] = []
    for panel in panels where !panel.keyed.isEmpty {
      let frame = panels.count == 1 ? "" : panel.letter.map { "Inset \($0): " } ?? "Map: "
      paragraphs.append(frame + panel.keyed.map { "\($0.letter) \($0.name.isolated)" }.joined(separator: " · "))
    }
    if let unnamed = panels.first?.unnamedCount, unnamed > 0 {
      paragraphs.append("Not named on the map: \(unnamed.grouped) smaller.")
    }
    paragraphs.append(caveats.joined(separator: " "))
    if !context.request.map.sources.isEmpty {
      paragraphs.append("Incidents: " + context.request.map.sources.joined(separator: "; ") + ".")
    }
    let credits = MapCredits(panels: panels, places: context.request.map.placeCredits)
    if !credits.isEmpty { paragraphs.append("Map data: " + credits.inWords) }
    paragraphs.append("Projection: \(projectionName), WGS 84. The scale bar is right at the middle of the map.")
    return paragraphs
  }
}

extension Sequence {
  /// What would be the first elements if all were sorted; of a hundred thousand it takes a tenth of the time.
  fileprivate func first(_ count: Int, by isBefore: (Element, Element) -> Bool) -> [Element] {
    var leading: [Element] = []
    for element in self {
      if leading.count == count, let last = leading.last {
        guard isBefore(element, last) else { continue }
        leading.removeLast()
      }
      leading.insert(element, at: leading.firstIndex { isBefore(element, $0) } ?? leading.count)
    }
    return leading
  }
}
