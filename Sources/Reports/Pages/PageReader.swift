import Incidents

/// What a page says, document by document.
public struct PageReading: Hashable, Sendable {
  /// The documents, in the order of the page; those that were skipped too.
  public var documents: [PageDocument] = []
  /// The releases, in the order of the page.
  public var releases: [ReleaseReading] = []
  /// The monthly figures, in the order of the page.
  public var figures: [MonthlyFigures] = []
  /// The incidents by document: those of each release first, then those of each news text and statement that has any.
  public var incidentsByDocument: [[Incident]] = []
  /// The figures that the documents state, checked against what they list.
  public var ledger = Ledger()
  /// What could not be read, or not with certainty.
  public var diagnostics: [Diagnostic] = []

  /// All incidents, in the order of their ordinals.
  public var incidents: [Incident] { incidentsByDocument.flatMap(\.self) }
}

/// Reads a page of several documents: releases, monthly figures, news texts, statements.
public struct PageReader: Sendable {
  private let countries: CountryNames
  private let covered: Set<String>?

  /// A reader that knows these countries by name.
  /// - Parameter covered: the countries that its places will be looked up in, by their codes; nil for any. Where a text
  ///   names one of them, that one is implied for places without a country.
  public init(countries: CountryNames, covered: Set<String>? = nil) {
    self.countries = countries
    self.covered = covered
  }

  /// Splits a page into its documents and reads each for what it is.
  /// - Throws: `ReportError.noRelease` when there is neither a release nor anything else that can be mapped.
  public func read(_ document: SourceDocument) throws(ReportError) -> PageReading {
    var page = PageReading()
    var refusal: ReportError?
    do throws(ReportError) { page.releases = try ReleaseReader(countries: countries).readAll(document) } catch {
      refusal = error
    }
    page.ledger.rows = page.releases.flatMap(\.ledger.rows)
    page.diagnostics = page.releases.flatMap(\.diagnostics)
    page.incidentsByDocument = page.releases.map(\.incidents)
    let parts = PageSplitter.parts(document.bytes, releases: page.releases.map(\.release))
    page.documents = parts.map { describe($0, document, &page) }
    let unread = UnreadSentence.words(readNews(parts, document, &page))
    let foreign = ForeignLines.find(document)
    if let refusal, page.figures.isEmpty, page.incidents.isEmpty {
      throw unread.map { .noIncident(document: document.name, unread: $0) }
        ?? (foreign.isEmpty ? refusal : .notEnglish(document: document.name, lines: LineNumbers.words(foreign)))
    }
    if let unread { page.diagnostics.append(Diagnostic(.lost, unread, document: document.name)) }
    if !foreign.isEmpty {
      let what = "only English text is read: another script than Latin stands in \(LineNumbers.words(foreign))"
      page.diagnostics.append(Diagnostic(.lost, what, document: document.name))
    }
    page.diagnostics.sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
    return page
  }

  /// What a part is; figures are read on the way.
  private func describe(
    _ part: PageSplitter.Part, _ document: SourceDocument, _ page: inout PageReading
  ) -> PageDocument {
    let run = TokenRun(document.bytes, part.text, limit: Self.beginningTokens)
    var described = PageDocument(
      kind: .skipped, span: ByteSpan(start: part.range.lowerBound, end: part.range.upperBound),
      line: document.line(at: part.range.lowerBound), publisher: part.publisher, beginning: run.text(0..<run.count))
    if part.isRelease {
      described.kind = .release
      described.incidentCount = page.releases.first { $0.release.start == part.range.lowerBound }?.incidents.count ?? 0
    } else if let found = FiguresReader(document: document, countries: countries).read(part.text) {
      described.kind = .figures
      page.figures.append(found.figures)
      page.diagnostics += found.diagnostics
      page.ledger.rows += FiguresAudit.rows(found.figures, in: document)
    } else {
      described.kind = PageKind.kind(of: part, document.bytes)
    }
    return described
  }

  private static let beginningTokens = 12

  private func readNews(
    _ parts: [PageSplitter.Part], _ document: SourceDocument, _ page: inout PageReading
  ) -> [UnreadSentence] {
    let dates = page.releases.map { $0.month?.value.end } + page.figures.map { $0.month.value.end }
    let reader = NewsReader(
      document: document, countries: countries, covered: covered, pageDate: dates.compactMap(\.self).max())
    var count = page.incidents.count
    var unread: [UnreadSentence] = []
    for (number, part) in parts.enumerated() where [.news, .statement].contains(page.documents[number].kind) {
      let reading = reader.read(part.text, publisher: part.publisher, firstOrdinal: count + 1)
      let found = reading.incidents
      unread += reading.unread
      page.documents[number].incidentCount = found.count
      count += found.count
      page.diagnostics += found.compactMap { doubtfulDate(of: $0, document) }
      if !found.isEmpty { page.incidentsByDocument.append(found) }
    }
    return unread
  }
}

extension PageReader {
  /// What is doubtful about an incident's date: that there is no such day, or which number is the day's.
  private func doubtfulDate(of incident: Incident, _ document: SourceDocument) -> Diagnostic? {
    let run = TokenRun(document.bytes, incident.span.start..<incident.span.end)
    func doubt(_ tokens: Range<Int>, _ message: String) -> Diagnostic? {
      guard let span = run.span(tokens) else { return nil }
      return Diagnostic(.doubtful, message, document: document.name, line: document.line(at: span.start), span: span)
    }
    guard let date = incident.date else {
      return NewsDate.impossible(run, 0..<run.count).first.flatMap {
        doubt($0, "there is no such date: \(run.text($0)). The incident is kept without a date")
      }
    }
    guard let start = run.tokens.firstIndex(where: { $0.start == date.span.start }),
      let figures = NumericDate(run, at: start), figures.days.count > 1
    else { return nil }
    return doubt(
      figures.tokens,
      "\(run.text(figures.tokens)) may be \(figures.days.map(\.description).joined(separator: " or ")). "
        + "The incident is kept with the days from the one to the other")
  }
}

/// What a part of a page is, when it is no release and has no figures.
enum PageKind {
  /// Paragraphs that open with a quotation mark, from which on a text is a statement.
  private static let fewestQuotations = 2

  static func kind(of part: PageSplitter.Part, _ bytes: [UInt8]) -> DocumentKind {
    if isStatement(part, bytes) { return .statement }
    if part.hasByLine || part.hasLead { return .news }
    return NewsTriggers.mayTell(bytes, part.text) ? .news : .skipped
  }

  /// Nobody signs it but an institution, or it is made of what someone said.
  private static func isStatement(_ part: PageSplitter.Part, _ bytes: [UInt8]) -> Bool {
    if part.hasSourceLine && !part.hasByLine { return true }
    var quotations = 0
    var start = part.text.lowerBound
    while start < part.text.upperBound {
      let end = endOfLine(bytes, from: start)
      if TokenRun(bytes, start..<end, limit: 1).isMark(0, "\"") { quotations += 1 }
      start = startOfLine(bytes, after: end)
    }
    return quotations >= fewestQuotations
  }
}
