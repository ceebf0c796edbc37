import Incidents

/// Checks the arithmetic of monthly figures: each sum that a governorate's figures state, and that the governorates do
/// not add up to more than the country.
enum FiguresAudit {
  static func rows(_ figures: MonthlyFigures, in document: SourceDocument) -> [Ledger.Row] {
    let month = figures.month.value.description
    var rows = [
      national("killed", figures.national.killed, \.killed, figures, month),
      national("injured", figures.national.injured, \.injured, figures, month),
    ].compactMap(\.self)
    if let row = sum(figures.national, of: "the country", month) { rows.append(row) }
    for area in figures.areas {
      if let row = sum(area.toll, of: area.mention.name, month) { rows.append(row) }
    }
    return rows.sorted { $0.stated.span.start < $1.stated.span.start }.map { row in
      var row = row
      row.line = document.line(at: row.stated.span.start)
      return row
    }
  }

  private static func national(
    _ what: String, _ stated: Cited<Int>?, _ count: KeyPath<MonthlyFigures.Toll, Cited<Int>?>,
    _ figures: MonthlyFigures, _ month: String
  ) -> Ledger.Row? {
    guard let stated else { return nil }
    let listed = figures.areas.compactMap { $0.toll[keyPath: count]?.value }
    let sum = listed.reduce(0, +)
    let terms = listed.map(String.init).joined(separator: " + ")
    return Ledger.Row(
      figure: "civilians-\(what)-\(month)", label: "civilians \(what) in \(month), all governorates", stated: stated,
      line: 1,
      counted: listed.isEmpty ? nil : sum,
      basis: listed.isEmpty
        ? "the text lists no governorates"
        : "at least \(terms) in the governorates listed; \(stated.value - sum) elsewhere",
      relation: .atLeast)
  }

  private static func sum(_ toll: MonthlyFigures.Toll, of name: String, _ month: String) -> Ledger.Row? {
    guard let stated = toll.casualties else { return nil }
    var counted: Int?
    var basis = "the text does not give both killed and injured"
    if let killed = toll.killed, let injured = toll.injured {
      counted = killed.value + injured.value
      basis = "\(killed.value) killed + \(injured.value) injured"
    }
    return Ledger.Row(
      figure: "casualties-\(month)", label: "civilian casualties in \(month), \(name)", stated: stated, line: 1,
      counted: counted,
      basis: basis)
  }
}
