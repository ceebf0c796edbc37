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

  /// A legend of its blocks; empty ones are left out.
  init(_ blocks: [[LegendRow]]) { self.blocks = blocks.filter { !$0.isEmpty } }

  init(_ text: MapText, classes: DensityClasses?, marks: Marks) {
    let selection = text.selection
    self.init([
      Self.assessments(selection), Self.sizes("Incidents", marks), Self.density(text, classes, marks),
      Self.uncertainty(selection, marks), Self.spread(selection),
    ])
  }

  static func assessments(_ selection: IncidentSelection) -> [LegendRow] {
    let counts = selection.tally.assessments
    guard counts.total > 0 else { return [.heading("Incidents"), .note("None in this region in this source.")] }
    // What no symbol shows has no sample.
    let drawn = selection.spots.map(\.counts).reduce(AssessmentCounts(), +)
    return [.heading("Incidents by assessment")]
      + counts.present.map {
        let text = "\($0.legendLabel) (\(counts[$0].grouped))"
        return drawn[$0] > 0 ? .key(.assessment($0), text) : .note(text)
      }
  }

  /// The sizes of symbols, up to about the largest that is drawn.
  static func sizes(_ noun: String, _ marks: Marks) -> [LegendRow] {
    guard marks.largestSymbol > 0 else { return [] }
    return [
      .heading("\(noun) \(marks.hasSharedSymbols ? "in one symbol" : "at one place")"),
      .sizes(sampleSizes(upTo: marks.largestSymbol)),
      .note("Area in proportion to the number; the ring is divided by assessment."),
    ]
  }

  /// One, the largest in a round number, and one of about half its width.
  static func sampleSizes(upTo largest: Int) -> [Int] {
    Set([1, rounded(max(1, largest / 4)), rounded(largest)]).sorted()
  }

  /// The number itself below ten, then the next lower one of 10, 12, 15, 20, 25, 30, 40, 50, 60, 80 and so on.
  private static func rounded(_ number: Int) -> Int {
    var power = 1
    while number >= power * 100 { power *= 10 }
    if number < 10 { return number }
    return [10, 12, 15, 20, 25, 30, 40, 50, 60, 80].map { $0 * power }.last { $0 <= number } ?? number
  }

  private static func density(_ text: MapText, _ classes: DensityClasses?, _ marks: Marks) -> [LegendRow] {
    guard text.selection.pointlikeCount > 0 else { return [] }
    guard let grid = text.request.density, let classes else {
      return [
        .heading("Density"), .note("Not drawn: fewer than \(fewestIncidentsForDensity) incidents are at a place."),
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
      rows.append(.key(.unsure, "pale: perhaps elsewhere; \(why) (\(selection.unsureCount.grouped))"))
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
