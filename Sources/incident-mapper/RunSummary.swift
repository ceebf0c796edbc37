import Analysis
import Incidents
import Publishing
import WebAtlas

/// What a run found, for the terminal.
struct RunSummary {
  let report: RunReport
  let areasWithoutMap: [AtlasArea]
  let folder: String

  var text: String {
    ([incidents] + report.documents.map(parts) + [areas] + report.documents.map(ledger)
      + report.documents.map(diagnostics) + [withoutMap, files])
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var incidents: String {
    let tally = IncidentTally(report.records)
    guard tally.incidents > 0 else { return "No incidents" }
    let assessments = tally.assessments.present.map { "\(tally.assessments[$0]) \($0.rawValue)" }
    let placeNames = report.records.reduce(0) { $0 + $1.places.count }
    let unmapped = report.records.count { $0.location == nil }
    let statuses: [Resolution.Status] = [.resolved, .ambiguous, .unresolved]
    let answers = statuses.map { "\(report.count($0)) \($0.rawValue)" }
    let lines = [
      "\(counted(tally.incidents, "incident")): \(assessments.joined(separator: ", "))",
      "\(tally.incidents - unmapped) of them on a map"
        + (unmapped == 0 ? "" : ", \(unmapped) not, because it is not certain where: see unresolved.csv"),
      "\(counted(placeNames, "place name")) in their entries"
        + (placeNames > tally.incidents ? ", some of which name several: " : ": ") + answers.joined(separator: ", "),
      "\(counted(report.clusterCount, "cluster")) of \(report.parameters.minimumIncidents) or more incidents within "
        + "\(report.parameters.clusterRadius.kilometers.formatted()) km of each other",
    ]
    return lines.joined(separator: "\n")
  }

  /// What a page of several documents is made of, and what was read from each.
  private func parts(_ document: RunReport.Document) -> String {
    if let table = document.table {
      return
        (["\(document.name) is a table of \(table.beginning): \(counted(table.incidentCount, "incident"))"]
        + everyone(document.name)).joined(separator: "\n")
    }
    guard document.parts.count > 1 || !document.figures.isEmpty else { return "" }
    let kinds = DocumentKind.allCases.compactMap { kind -> String? in
      let parts = document.parts.filter { $0.kind == kind }
      guard !parts.isEmpty else { return nil }
      let incidents = parts.reduce(0) { $0 + $1.incidentCount }
      let read = [.figures, .skipped].contains(kind) ? "" : " (\(counted(incidents, "incident")))"
      return "\(parts.count) \(kind.rawValue)\(read)"
    }
    let figures = document.figures.map { located in
      let figures = located.figures
      let elsewhere = [figures.killedElsewhere, figures.injuredElsewhere].map { $0.map(String.init) ?? "–" }
      return
        "  \(located.month): \(figures.national.killed?.value ?? 0) killed, \(figures.national.injured?.value ?? 0) "
        + "injured, in \(counted(figures.areas.count, "governorate")) and elsewhere (\(elsewhere.joined(separator: " + ")))"
    }
    return (["\(document.name) holds \(kinds.joined(separator: ", "))"] + figures).joined(separator: "\n")
  }

  /// What a table's figures add up to when they count people of all kinds: the sums of civilians leave them out.
  private func everyone(_ document: String) -> [String] {
    let killed = report.records.filter { $0.document == document && $0.account.victims == .anyone }.compactMap(\.killed)
    guard let sum = killed.first.map({ killed.dropFirst().reduce($0, +) }) else { return [] }
    return [
      "  its figures count people of all kinds, those who fight too: \(sum) killed; the sums below, of civilians, leave "
        + "them out"
    ]
  }

  /// What the incidents of each governorate add up to.
  private var areas: String {
    let summaries = AreaSummary.summaries(of: report.records)
    let assessments = AssessmentCounts(report.records).present
    var table = TextTable(
      columns: [("where", .left), ("incidents", .right)] + assessments.map { ($0.rawValue, .right) }
        + [("killed", .right), ("injured", .right)])
    table.rows = summaries.map { area in
      [
        area.country.map { "\($0) \(area.governorate?.name ?? "(no single governorate)")" } ?? "no country",
        "\(area.tally.incidents)",
      ]
        + assessments.map { "\(area.tally.assessments[$0])" }
        + [area.tally.killed, area.tally.injured].map { $0.range?.description ?? "–" }
    }
    return summaries.isEmpty
      ? ""
      : table.text + "\n\n(killed, injured: civilians, and people whom an entry does not describe, added up where it "
        + "states a number; – where none does\(others))"
  }

  /// The entries whose numbers the sums leave out.
  private var others: String {
    let tally = IncidentTally(report.records)
    let count = max(tally.killed.ofOthers, tally.injured.ofOthers)
    return count == 0
      ? "" : "; the numbers of those who fight and of people of all kinds, in \(count) more, are left out"
  }

  private func ledger(_ document: RunReport.Document) -> String {
    if document.table != nil { return "" }
    guard !document.ledger.rows.isEmpty else { return "\(document.name) states no figures that can be checked." }
    var table = TextTable(columns: [
      ("line", .right), ("what", .left), ("stated", .right), ("counted", .right), ("", .left), ("how", .left),
    ])
    var seen: Set<String> = []
    table.rows = document.ledger.rows.map { row in
      let label = seen.insert(row.label).inserted ? row.label : row.label + ", again"
      return [
        "\(row.line)", label, "\(row.stated.value)", row.counted.map(String.init) ?? "–", row.verdict.rawValue,
        row.basis,
      ]
    }
    let count = document.ledger.count
    return """
      \(counted(document.ledger.rows.count, "figure")) that \(document.name) states, checked against its own list: \
      \(count(.holds)) right, \(count(.doesNotHold)) wrong, \(count(.cannotBeChecked)) that cannot be checked

      \(table.text)
      """
  }

  private func diagnostics(_ document: RunReport.Document) -> String {
    guard !document.diagnostics.isEmpty else { return "" }
    return "To look at in \(document.name):\n"
      + document.diagnostics.map { "  \($0)" }.joined(separator: "\n")
  }

  /// Why there are fewer maps than places with incidents.
  private var withoutMap: String {
    let names = areasWithoutMap.map { "\($0.name) (\(counted($0.records.count, "incident")))" }
    return names.isEmpty
      ? ""
      : "No map of \(names.joined(separator: ", ")): the gazetteers have no outline. Give one with “gazetteer import "
        + "boundaries --level 0” for a country, --level 1 for its governorates"
  }

  private var files: String {
    let maps = report.files.filter { $0.hasSuffix(".svg") && !$0.hasSuffix(".narrow.svg") }
    let others = report.files.filter { !$0.contains("/") }
    let written = ["Written to \(folder): \(others.joined(separator: ", "))"]
    let listed = maps.isEmpty ? [] : [", and \(counted(maps.count, "map")):"] + maps.map { "\n  \(folder)/\($0)" }
    return (written + listed).joined()
      + "\n\nAll of it on one page: open \(folder)/index.html in a browser"
  }
}

extension RunReport.Document {
  /// The table that the document is; nil for a text.
  fileprivate var table: PageDocument? { parts.first { $0.kind == .table } }
}
