import Incidents

/// Reads one entry: its header, its sources, its narrative.
struct EntryReader {
  let document: SourceDocument
  let countries: CountryNames

  /// What came of an entry: nil when it cannot be read.
  struct Result {
    var incident: Incident?
    /// The number the list gives it.
    var itemNumber: Int?
    var diagnostics: [Diagnostic] = []
  }

  /// Reads the entry in a range of bytes. Without a section's assessment, the entry's own words decide.
  func read(_ range: Range<Int>, assessment: Assessment?, ordinal: Int) -> Result {
    let run = TokenRun(document.bytes, range)
    let span = ByteSpan(start: range.lowerBound, end: range.upperBound)
    let isLast = endsDocument(range)
    guard let header = EntryHeader(run), !(header.ending == .nothing && isLast) else {
      return Result(diagnostics: [unreadable(span, isCut: isLast)])
    }
    var incident = Incident(
      document: document.name, ordinal: ordinal, line: document.line(at: range.lowerBound), span: span,
      assessment: assessment ?? .unstated)
    var result = Result(itemNumber: header.itemNumber)
    let place = PlacePhrase(run, header.place, countries: countries)
    (incident.placePhrase, incident.mentions) = (place.phrase, place.mentions)
    var rest = header.rest
    if header.ending == .via {
      let list = SourceList(run, from: header.rest)
      (incident.sources, rest) = (list.sources, list.end)
    }
    readDate(header, run, into: &incident, &result)
    let pointer = ReportPointer(run, from: rest, countries: countries)
    (incident.duplicateOf, incident.formerDate) = (pointer.duplicate?.reference, pointer.formerDate)
    let references = References(run, 0..<run.count, except: pointer.duplicate?.tokens)
    (incident.identifiers, incident.grid) = (references.identifiers, references.grid)
    readNarrative(run, references.trimmed(run, Remarks.narrative(run, from: rest)), into: &incident, &result)
    let remarks = Remarks(run, from: rest)
    (incident.reopened, incident.previouslyReported) = (remarks.reopened, remarks.previouslyReported)
    if assessment == nil { incident.assessment = Self.ownAssessment(of: incident) }
    if isLast, !TextEnd.isComplete(document.bytes, range) {
      result.diagnostics.append(
        doubt("the file ends in the middle of this entry; what was there is kept. Check the rest of the file", span))
    }
    if header.ending == .via && incident.sources.isEmpty {
      result.diagnostics.append(doubt("the entry names no source after “via”", span))
    }
    result.incident = incident
    return result
  }

  private func readDate(
    _ header: EntryHeader, _ run: TokenRun, into incident: inout Incident, _ result: inout Result
  ) {
    guard let written = header.date, let span = run.span(written.tokens) else {
      let message = "the entry's date cannot be read; write it like “Jan. 5, 2017”"
      return result.diagnostics.append(doubt(message, incident.span))
    }
    switch written.reading {
    case .date(let date): incident.date = Cited(date, span)
    case .impossible:
      let message = "there is no such date: \(run.text(written.tokens)). The incident is kept without a date"
      result.diagnostics.append(doubt(message, span))
    case .withoutYear:
      let message = "the date has no year: \(run.text(written.tokens)). The incident is kept without a date"
      result.diagnostics.append(doubt(message, span))
    }
  }

  private func readNarrative(
    _ run: TokenRun, _ narrative: Range<Int>, into incident: inout Incident, _ result: inout Result
  ) {
    guard narrative.contains(where: { run[$0]?.kind == .word }) else { return }
    incident.narrative = run.words(narrative)
    let casualties = Casualties(run, narrative)
    (incident.killed, incident.injured) = (casualties.killed, casualties.injured)
    incident.isApproximate = casualties.isApproximate
    if casualties.disagree {
      let message = "the entry gives different numbers of killed or injured civilians; the first is taken"
      result.diagnostics.append(doubt(message, incident.span))
    }
  }

  /// An entry outside the lists that tells of killed or injured civilians is one of those found credible.
  private static func ownAssessment(of incident: Incident) -> Assessment {
    let harmed = [incident.killed, incident.injured].compactMap(\.self)
    return harmed.contains { ($0.value.max ?? 1) > 0 } ? .credible : .unstated
  }

  private func endsDocument(_ range: Range<Int>) -> Bool {
    Tokenizer(bytes: document.bytes).isBlank(range.upperBound..<document.bytes.count)
  }

  /// The finding about an entry of which nothing can be used.
  func unreadable(_ span: ByteSpan, isCut: Bool = false) -> Diagnostic {
    let message =
      isCut
      ? "the file ends in the middle of an entry, before its place is complete; the entry is left out"
      : "this looks like an entry, but no place can be read; it is left out. Write “DATE, near PLACE, COUNTRY, via SOURCE”"
    return Diagnostic(.lost, message, document: document.name, line: document.line(at: span.start), span: span)
  }

  private func doubt(_ message: String, _ span: ByteSpan) -> Diagnostic {
    Diagnostic(.doubtful, message, document: document.name, line: document.line(at: span.start), span: span)
  }
}
