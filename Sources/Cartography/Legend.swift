import Analysis
import Incidents

/// One entry of the legend, as a value: tests compare it with what is drawn.
public enum LegendRow: Hashable, Sendable {
  /// The title of what follows.
  case heading(String)
  /// A sentence.
  case note(String)
  /// A sample of a mark and what it means.
  case key(Swatch, String)
  /// Symbols of some numbers of incidents, drawn by the same function as the map's.
  case sizes([Int])
  /// Classes of density: their colors, lightest first, and lower bounds.
  case ramp(colors: [String], labels: [String])
}

/// A mark of the map, for its legend.
public enum Swatch: Hashable, Sendable {
  /// The fill of an assessment.
  case assessment(Assessment)
  /// A symbol for incidents that may well be elsewhere.
  case unsure
  /// A circle of uncertainty.
  case uncertainty
  /// The hatching of incidents known only to an area.
  case hatching
  /// The line of incidents known only to a river.
  case course
  /// The hatching of a density that stands on generic coordinates.
  case generic
  /// A town.
  case town
  /// A fill of the map, hatched where it rests on little.
  case fill(color: String, isHatched: Bool)
  /// A circle whose radius is the uncertainty.
  case ring(color: String)
}

/// The legend: blocks of rows that stay together.
struct Legend {
  let blocks: [[LegendRow]]

  /// What the frames turned out to show.
  struct Marks {
    /// Whether any circle of uncertainty is to be seen beside its symbol.
    var hasCircles: Bool
    /// Whether there are insets.
    var hasInsets: Bool
    /// Whether any of the density stands mostly on generic coordinates.
    var hasGeneric: Bool

    /// As much as there can be: for planning the sheet before its frames are drawn.
    static let most = Marks(hasCircles: true, hasInsets: true, hasGeneric: true)

    init(hasCircles: Bool, hasInsets: Bool, hasGeneric: Bool) {
      self.hasCircles = hasCircles
      self.hasInsets = hasInsets
      self.hasGeneric = hasGeneric
    }

    init(_ frames: [MapFrame]) {
      hasCircles = frames.contains { !$0.drawing.circles.isEmpty }
      hasInsets = frames.count > 1
      hasGeneric = frames.contains { !$0.drawing.density.generic.isEmpty }
    }
  }

  /// A legend of its blocks; empty ones are left out.
  init(_ blocks: [[LegendRow]]) { self.blocks = blocks.filter { !$0.isEmpty } }

  init(_ text: MapText, classes: DensityClasses?, marks: Marks) {
    let selection = text.selection
    self.init([
      Self.assessments(selection), Self.sizes(selection), Self.density(text, classes, marks),
      Self.uncertainty(selection, marks), Self.spread(selection),
    ])
  }

  static func assessments(_ selection: IncidentSelection) -> [LegendRow] {
    let counts = selection.tally.assessments
    guard counts.total > 0 else { return [.heading("Incidents"), .note("None in this region in this source.")] }
    return [.heading("Incidents by assessment")]
      + counts.present.map { .key(.assessment($0), "\($0.legendLabel) (\(counts[$0].grouped))") }
  }

  private static func sizes(_ selection: IncidentSelection) -> [LegendRow] {
    let total = selection.pointlikeCount
    guard total > 0 else { return [] }
    let largest = selection.spots.first?.counts.total ?? 1
    let steps = [5, 10, 25, 50, 100, 250, 500, 1000].filter { $0 <= max(largest, min(5, total)) }
    let few = total == 1 ? [] : [total]
    return [
      .heading("Incidents at one place"), .sizes([1] + (steps.isEmpty ? few : steps.suffix(2))),
      .note("Area in proportion to the number; the ring is divided by assessment."),
    ]
  }

  /// The smallest number of pointlike incidents that a surface can be drawn from without making up a hot spot.
  static let fewestForDensity = 5

  private static func density(_ text: MapText, _ classes: DensityClasses?, _ marks: Marks) -> [LegendRow] {
    guard text.selection.pointlikeCount > 0 else { return [] }
    guard let grid = text.request.density, let classes else {
      return [
        .heading("Density"), .note("Not drawn: fewer than \(fewestForDensity) incidents are at a place."),
      ]
    }
    var rows: [LegendRow] = [
      .heading("Density, \(classes.unit)"),
      .ramp(
        colors: [StyleSheet.landInFocus] + ColorRamp.colors(classes.labels.count), labels: ["0"] + classes.labels),
      .note(
        "Smoothed over \(grid.bandwidthMeters.asLength) (kernel bandwidth"
          + (text.request.bandwidth.map { ", \($0.rule.rawValue)" } ?? "") + ")"),
    ]
    let percent = Int((text.genericShare * 100).rounded())
    if marks.hasGeneric {
      rows.append(
        .key(
          .generic,
          "half or more stands on town centers that several reports share (\(percent) % of all): read it as “around there”"
        ))
    }
    if marks.hasInsets { rows.append(.note("Drawn on the map, not in its insets.")) }
    return rows
  }

  static func uncertainty(_ selection: IncidentSelection, _ marks: Marks) -> [LegendRow] {
    var rows: [LegendRow] = []
    if marks.hasCircles { rows.append(.key(.uncertainty, "the place may be anywhere in the circle")) }
    if selection.unsureCount > 0 {
      let why = "a larger place stands in, or confidence below \(SVGNumber.text(Location.leastSureConfidence))"
      rows.append(.key(.unsure, "pale: perhaps elsewhere; \(why) (\(selection.unsureCount))"))
    }
    return rows.isEmpty ? [] : [.heading("How sure the places are")] + rows
  }

  static func spread(_ selection: IncidentSelection) -> [LegendRow] {
    guard !selection.spread.isEmpty else { return [] }
    return [.heading("Known only to an area or river")]
      + selection.spread.prefix(12).map {
        .key($0.isLine ? .course : .hatching, "\($0.fullName.isolated): \($0.counts.total)")
      }
      + (selection.spread.count > 12 ? [.note("and \(selection.spread.count - 12) more")] : [])
  }
}
