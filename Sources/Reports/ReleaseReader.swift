import Incidents

/// What a release says.
public struct ReleaseReading: Hashable, Sendable {
  /// The incidents, in the order of the text.
  public var incidents: [Incident]
  /// The figures the release states, checked against its own lists.
  public var ledger: Ledger
  /// What could not be read, or not with certainty, in the order of the text.
  public var diagnostics: [Diagnostic]
  /// Where the release stands in its document, from its introduction to its last note.
  public var release: ByteSpan
  /// The month the release reports on; nil when it does not state month and year.
  public var month: Cited<IncidentDate>?
}

/// Reads the coalition's monthly casualty releases, of any year, out of a page that may hold other articles.
public struct ReleaseReader: Sendable {
  private let countries: CountryNames

  /// A reader that knows these countries by name.
  public init(countries: CountryNames) { self.countries = countries }

  /// Finds the releases in a document and reads them, in the order of the text; ordinals count over all of them.
  ///
  /// A further list belongs to a release of its own when sentences around it state a month or figures. Other lists, such
  /// as one that an article quotes, are not read; the release before has a diagnostic for each.
  /// - Throws: `ReportError.noRelease` when the document holds none.
  public func readAll(_ document: SourceDocument) throws(ReportError) -> [ReleaseReading] {
    let finder = ReleaseFinder(document.bytes)
    guard let first = finder.find() else { throw .noRelease(document: document.name) }
    var readings = [reading(of: first, Statements(document.bytes, first), document, firstOrdinal: 1)]
    var end = first.end
    var count = readings[0].incidents.count
    while let next = finder.nextList(from: end) {
      end = next.end
      let statements = Statements(document.bytes, next)
      guard statements.month != nil || !statements.figures.isEmpty else {
        readings[readings.count - 1].diagnostics.append(anotherList(next, document))
        continue
      }
      readings.append(reading(of: next, statements, document, firstOrdinal: count + 1))
      count += readings[readings.count - 1].incidents.count
    }
    return readings
  }

  /// Finds the first release in a document and reads it (`readAll`).
  /// - Throws: `ReportError.noRelease` when the document holds none.
  public func read(_ document: SourceDocument) throws(ReportError) -> ReleaseReading { try readAll(document)[0] }

  private func reading(
    of outline: Outline, _ statements: Statements, _ document: SourceDocument, firstOrdinal: Int
  ) -> ReleaseReading {
    let list = readEntries(outline, document, firstOrdinal: firstOrdinal)
    let diagnostics = list.diagnostics + strays(outline, document)
    return ReleaseReading(
      incidents: list.incidents, ledger: LedgerAudit(list.tally, of: document).ledger(of: statements),
      diagnostics: diagnostics.sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }, release: outline.span,
      month: statements.month)
  }

  private struct EntryList {
    var incidents: [Incident] = []
    var diagnostics: [Diagnostic] = []
    var tally = Tally()
    /// The section and the number in it of each incident.
    var items: [(section: Int, number: Int?)] = []
  }

  private func readEntries(_ outline: Outline, _ document: SourceDocument, firstOrdinal: Int) -> EntryList {
    let reader = EntryReader(document: document, countries: countries)
    var list = EntryList()
    func add(_ range: Range<Int>, _ heading: Heading?, section: Int, isNote: Bool = false) {
      let result = reader.read(range, assessment: heading?.assessment, ordinal: firstOrdinal + list.incidents.count)
      list.diagnostics += result.diagnostics
      guard let incident = result.incident else { return }
      list.incidents.append(incident)
      list.items.append((section, result.itemNumber))
      if !isNote { list.tally.listed.append(incident) }
    }
    for (number, section) in outline.sections.enumerated() {
      if let heading = section.heading { list.tally.headings.insert(heading.assessment) }
      for entry in section.entries { add(entry, section.heading, section: number) }
    }
    for note in outline.notes {
      if let entry = NoteEntry.range(document.bytes, note) { add(entry, nil, section: -1, isNote: true) }
    }
    list.incidents = DuplicateLinks(list.incidents, items: list.items).linked()
    return list
  }

  private func strays(_ outline: Outline, _ document: SourceDocument) -> [Diagnostic] {
    let reader = EntryReader(document: document, countries: countries)
    return outline.pieces.compactMap { piece in
      let span = ByteSpan(start: piece.range.lowerBound, end: piece.range.upperBound)
      switch piece.role {
      case .brokenEntry: return reader.unreadable(span)
      case .stray:
        return Diagnostic(
          .doubtful, "this line inside the list is neither an entry nor part of one; it is left out",
          document: document.name, line: document.line(at: span.start), span: span)
      default: return nil
      }
    }
  }

  private func anotherList(_ outline: Outline, _ document: SourceDocument) -> Diagnostic {
    let span = outline.span
    return Diagnostic(
      .lost,
      """
      another list of reports starts here, behind other text; it is not read. \
      If it belongs to a release of its own, put that in a file of its own
      """,
      document: document.name, line: document.line(at: outline.introduction.upperBound), span: span)
  }
}
