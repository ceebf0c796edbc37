import Incidents
import Publishing

extension AtlasPage {
  /// Every figure that the documents state, beside what their own lists add up to, and what a reader should look at.
  var ledger: HTML { HTML(report.documents.map(document)) }

  private func document(_ document: RunReport.Document) -> HTML {
    let heading = report.documents.count > 1 ? HTML.element("h3", document.name) : .none
    return HTML([heading, ledgerTable(document), diagnostics(document)])
  }

  private func ledgerTable(_ document: RunReport.Document) -> HTML {
    let ledger = document.ledger
    guard !ledger.rows.isEmpty else {
      return .paragraph("\(document.name) states no figures that can be checked.")
    }
    let caption =
      "\(counted(ledger.rows.count, "figure")) that \(document.name) states: \(ledger.count(.holds)) right, "
      + "\(ledger.count(.doesNotHold)) wrong, \(ledger.count(.cannotBeChecked)) that cannot be checked"
    return .table(
      ["class": "ledger"], caption: HTML(caption),
      columns: [
        ("Figure", false), ("Stated", true), ("Counted", true), ("", false), ("How", false), ("Line", true),
      ],
      rows: ledger.rows.map { row in
        [
          HTML(row.label), HTML("\(row.stated.value)"), HTML(row.counted.map(String.init) ?? "–"), verdict(row.verdict),
          HTML(row.basis), HTML("\(row.line)"),
        ]
      })
  }

  private func verdict(_ verdict: Ledger.Verdict) -> HTML {
    let (style, mark) =
      switch verdict {
      case .holds: ("holds", "✓ ")
      case .doesNotHold: ("fails", "✗ ")
      case .cannotBeChecked: ("unknown", "")
      }
    return .element("span", ["class": "verdict \(style)"], mark + verdict.rawValue)
  }

  private func diagnostics(_ document: RunReport.Document) -> HTML {
    guard !document.diagnostics.isEmpty else { return .none }
    let items = document.diagnostics.map { diagnostic in
      let line = diagnostic.line.map { "Line \($0): " } ?? ""
      return HTML("\(line)\(diagnostic.message)" + (diagnostic.severity == .lost ? " (left out)" : ""))
    }
    return HTML([.element("h3", "To look at in \(document.name)"), .list(items, style: "words")])
  }
}
