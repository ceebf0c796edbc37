import Incidents

/// The entries to count.
struct Tally {
  /// The entries of the lists; those of notes are not counted.
  var listed: [Incident] = []
  /// The lists that the release has.
  var headings: Set<Assessment> = []

  func entries(_ assessment: Assessment) -> [Incident] { listed.filter { $0.assessment == assessment } }

  /// The credible entries of the month: those not added from earlier months.
  var credibleOfMonth: [Incident] { entries(.credible).filter { $0.previouslyReported?.value != false } }
}

/// Checks what a release states against what it lists.
struct LedgerAudit {
  private let tally: Tally
  private let document: SourceDocument

  init(_ tally: Tally, of document: SourceDocument) {
    self.tally = tally
    self.document = document
  }

  /// One row per stated figure, in the order of the text; after completed and open reports one that adds up the others.
  func ledger(of statements: Statements) -> Ledger {
    var rows = statements.figures.map { stated in
      let (counted, basis) = count(stated.figure)
      return Ledger.Row(
        figure: stated.figure.rawValue, label: stated.figure.label, stated: stated.number,
        line: document.line(at: stated.number.span.start), counted: counted, basis: basis)
    }
    for balance in balances(statements.figures) {
      guard let summary = rows.firstIndex(where: { $0.stated == balance.stated }) else { continue }
      rows.insert(balance, at: summary + 1)
    }
    return Ledger(rows: rows)
  }

  private func count(_ figure: Figure) -> (counted: Int?, basis: String) {
    switch figure {
    case .completed: completed
    case .credible: listed(.credible, tally.credibleOfMonth.count, "credible entries listed")
    case .listedCredible: listed(.credible, tally.entries(.credible).count, "credible entries listed")
    case .deaths: listed(.credible, sum(\.killed), "added up over the credible entries of the month")
    case .injuries: listed(.credible, sum(\.injured), "added up over the credible entries of the month")
    case .nonCredible: listed(.nonCredible, tally.entries(.nonCredible).count, "non-credible entries listed")
    case .duplicate: listed(.duplicate, tally.entries(.duplicate).count, "duplicate entries listed")
    case .open: listed(.open, tally.entries(.open).count, "open entries listed")
    case .reopened:
      listed(.open, tally.entries(.open).count { $0.reopened != nil }, "open entries marked as reopened")
    case .notPreviouslyReported:
      listed(
        .credible, tally.entries(.credible).count { $0.previouslyReported?.value == false },
        "credible entries marked as not previously reported")
    case .carriedOver, .new: (nil, "the lists do not tell these reports apart")
    case .strikes, .engagements, .reportsToDate, .credibleToDate, .deathsToDate:
      (nil, "quoted; the release does not list them")
    }
  }

  private func listed(_ section: Assessment, _ count: Int, _ what: String) -> (counted: Int?, basis: String) {
    tally.headings.contains(section) ? (count, "\(count) \(what)") : (nil, "the release has no such list")
  }

  private var completed: (counted: Int?, basis: String) {
    guard tally.headings.contains(.credible), tally.headings.contains(.nonCredible) else {
      return (nil, "the release does not list its completed reports")
    }
    let parts = [
      (tally.credibleOfMonth.count, "credible"), (tally.entries(.nonCredible).count, "non-credible"),
      (tally.entries(.duplicate).count, "duplicate"),
    ].filter { $0.1 != "duplicate" || tally.headings.contains(.duplicate) }
    return (parts.reduce(0) { $0 + $1.0 }, parts.map { "\($0.0) \($0.1)" }.joined(separator: " + ") + " listed")
  }

  private func sum(_ count: KeyPath<Incident, Cited<CountRange>?>) -> Int {
    tally.credibleOfMonth.reduce(0) { $0 + ($1[keyPath: count]?.value.min ?? 0) }
  }

  /// What must be so whatever the lists hold: the stated figures among themselves.
  private func balances(_ figures: [Statements.Stated]) -> [Ledger.Row] {
    func first(_ figure: Figure) -> Cited<Int>? { figures.first { $0.figure == figure }?.number }
    var rows: [Ledger.Row] = []
    guard let completed = first(.completed) else { return rows }
    if let credible = first(.credible), let nonCredible = first(.nonCredible) {
      let duplicate = first(.duplicate).map { " + \($0.value) duplicate" } ?? ""
      rows.append(
        Ledger.Row(
          figure: "completed-reports-balance", label: "reports completed, by the stated figures", stated: completed,
          line: document.line(at: completed.span.start),
          counted: credible.value + nonCredible.value + (first(.duplicate)?.value ?? 0),
          basis: "\(credible.value) credible + \(nonCredible.value) non-credible\(duplicate)"))
    }
    if let carriedOver = first(.carriedOver), let new = first(.new), let open = first(.open) {
      rows.append(
        Ledger.Row(
          figure: "open-reports-balance", label: "reports still open, by the stated figures", stated: open,
          line: document.line(at: open.span.start),
          counted: carriedOver.value + new.value - completed.value,
          basis: "\(carriedOver.value) carried over + \(new.value) new − \(completed.value) completed"))
    }
    return rows
  }
}
